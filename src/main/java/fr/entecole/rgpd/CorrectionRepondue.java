package fr.entecole.rgpd;

import java.util.UUID;

/// A school has answered who said that a line is wrong: told in the transaction that notes the answer.
///
/// @param id of the request
/// @param demandeur who asked, in the directory
public record CorrectionRepondue(UUID id, UUID demandeur, UUID ecole) {}
