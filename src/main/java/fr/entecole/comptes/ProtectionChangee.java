package fr.entecole.comptes;

import fr.entecole.annuaire.Nature;
import java.util.UUID;

/// What lets one into an account has changed: told in the transaction that changes it, so that its holder hears of it
/// by each way that is proven to be theirs.
///
/// @param id of this change
/// @param personne whose account it is, in the directory
public record ProtectionChangee(UUID id, UUID personne, Nature nature, Quoi quoi) {

    public enum Quoi {
        MOT_DE_PASSE,
        FACTEUR_AJOUTE,
        FACTEUR_RETIRE,
        /// all of them, by others, since they are lost
        FACTEURS_OTES,
        CODES_SECOURS_FAITS,
        CODE_SECOURS_UTILISE,
        COMPTES_REUNIS,
        COMPTES_SEPARES,
        DEPANNAGE_DEMANDE
    }
}
