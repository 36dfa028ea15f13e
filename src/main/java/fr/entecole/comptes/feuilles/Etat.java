package fr.entecole.comptes.feuilles;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an account stands with its codes.
///
/// @param login what the person types to come in
/// @param venuLe when the account was first used by its holder
/// @param remisLe when the last code that is not void was handed
/// @param expireLe until when the last code not used can be
/// @param personnel the account is also someone's who works for a school, a commune or the académie
record Etat(
        UUID personne,
        String login,
        @Nullable Instant venuLe,
        @Nullable Instant remisLe,
        @Nullable Instant expireLe,
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
        return expireLe != null && expireLe.isAfter(now) ? Etape.REMIS : Etape.EXPIRE;
    }

    /// In the order of what is left to do.
    enum Etape {
        JAMAIS_REMIS,
        EXPIRE,
        REMIS,
        VENU,
        /// a pupil who does not read yet: the class's page lets them in
        PAR_LA_CLASSE,
        /// a body that answers for a child
        SANS_COMPTE
    }
}
