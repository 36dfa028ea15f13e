package fr.entecole.comptes;

import java.util.UUID;

/// What becomes of an access that a teacher asks their head to give again: told in the transaction that makes it so.
///
/// @param id of the request, which leads to the guardian
/// @param demandeur the teacher, in the directory
public record AccesDemande(UUID id, UUID ecole, UUID demandeur, Suite suite) {

    public enum Suite {
        DEMANDE,
        DONNE,
        /// nothing is asked of the head any more: the guardian has come in, or is no longer of the school
        CADUQUE
    }
}
