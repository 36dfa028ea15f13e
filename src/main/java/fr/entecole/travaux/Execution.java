package fr.entecole.travaux;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of a work.
///
/// @param finieLe null while it runs
/// @param compte what it counted
record Execution(
        String travail,
        Etat etat,
        OffsetDateTime commenceeLe,
        @Nullable OffsetDateTime finieLe,
        Map<String, Long> compte) {

    enum Etat {
        EN_COURS,
        REUSSIE,
        ECHOUEE,
        /// its node died, or was stopped, before its end
        INTERROMPUE
    }

    /// Zero while it runs.
    Duration duree() {
        return finieLe == null ? Duration.ZERO : Duration.between(commenceeLe, finieLe);
    }
}
