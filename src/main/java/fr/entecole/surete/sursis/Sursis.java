package fr.entecole.surete.sursis;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sending that waits.
///
/// @param jusque when it leaves by itself; null: once somebody has decided
/// @param sens what became of it, null as long as it waits
record Sursis(
        UUID id,
        UUID ecole,
        UUID compte,
        UUID auteur,
        String genre,
        UUID chose,
        int personnes,
        Instant poseLe,
        @Nullable Instant jusque,
        @Nullable Instant decideLe,
        @Nullable Sens sens,
        @Nullable String motif) {

    /// It has not left, and nobody has said that it does not.
    boolean waits(Instant now) {
        return sens == null && (jusque == null || jusque.isAfter(now));
    }

    boolean decidable() {
        return jusque == null;
    }

    enum Sens {
        PARTI,
        REFUSE,
        ANNULE
    }
}
