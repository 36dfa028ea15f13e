package fr.entecole.comptes.feuilles;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an account stands with its codes.
///
/// @param login what the person types to come in
/// @param venuLe when the account was first used by its holder
/// @param remisLe when the last code was handed
/// @param expireLe until when a code in force can be used
/// @param fausses the last code was voided by five wrong birth dates
/// @param personnel the account is also someone's who works for a school, a commune or the académie
record Avancement(
        UUID personne,
        String login,
        @Nullable Instant venuLe,
        @Nullable Instant remisLe,
        @Nullable Instant expireLe,
        boolean fausses,
        boolean personnel) {

    boolean venu() {
        return venuLe != null;
    }

    Etape etape(Instant now) {
        if (venuLe != null) {
            return Etape.VENU;
        }
        if (remisLe == null) {
            return Etape.JAMAIS_REMIS;
        }
        if (expireLe != null && expireLe.isAfter(now)) {
            return Etape.REMIS;
        }
        return fausses ? Etape.BLOQUE : Etape.EXPIRE;
    }

    /// In the order of what is left to do.
    enum Etape {
        JAMAIS_REMIS,
        /// five wrong birth dates
        BLOQUE,
        EXPIRE,
        REMIS,
        VENU,
        /// a pupil who does not read yet: the class's page lets them in
        PAR_LA_CLASSE,
        /// one of them whom no class has
        SANS_CLASSE,
        /// a body that answers for a child
        SANS_COMPTE
    }
}
