package fr.entecole.signalement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A thing that was reported.
///
/// @param nom of the author, as readers see it; empty once forgotten
/// @param dueLe by when it is to be read
/// @param danger whether somebody says that someone is in danger
/// @param rappele it was late, and those who decide were told once more
/// @param decision the last one, null as long as nobody has decided
record Dossier(
        UUID id,
        UUID ecole,
        String genre,
        UUID chose,
        String titre,
        String adresse,
        @Nullable UUID auteur,
        String nom,
        Set<UUID> classes,
        Echelon echelon,
        @Nullable UUID circonscription,
        Instant ouvertLe,
        Instant dueLe,
        boolean danger,
        boolean rappele,
        @Nullable Instant masqueLe,
        @Nullable Decision decision,
        int personnes) {

    boolean late() {
        return decision == null && rappele;
    }

    boolean masque() {
        return masqueLe != null;
    }

    boolean retire() {
        return decision != null && decision.sens == Sens.RETIRE;
    }

    /// Who decides.
    enum Echelon {
        ECOLE,
        /// the inspector and the region: it is about the head, or nobody else is left in the school
        AU_DESSUS
    }

    record Decision(Sens sens, String motif, Instant decideeLe) {}
}
