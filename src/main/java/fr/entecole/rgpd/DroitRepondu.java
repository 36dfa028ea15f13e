package fr.entecole.rgpd;

import java.util.UUID;

/// The data protection officer has answered somebody, or said that the answer will take longer: told in that
/// transaction.
///
/// @param id of this answer
/// @param personne who asked, in the directory
public record DroitRepondu(UUID id, UUID personne) {}
