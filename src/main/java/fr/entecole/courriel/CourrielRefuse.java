package fr.entecole.courriel;

import java.util.UUID;

/// The recipient's server has refused the address for good (SMTP 5xx): it is not written to again for this message.
/// Told in the transaction that notes it.
///
/// @param reference what the caller gave with the message
public record CourrielRefuse(UUID id, UUID reference) {}
