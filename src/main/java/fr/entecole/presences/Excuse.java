package fr.entecole.presences;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a child is not there in these half-days, as one guardian says it, or as the school was told.
///
/// @param responsable null: the school wrote down what it was told
/// @param qui name of who said it, empty once forgotten
public record Excuse(
        UUID id,
        UUID eleve,
        @Nullable UUID responsable,
        String qui,
        Mode mode,
        Motif motif,
        String precisions,
        Plage plage,
        Instant diteLe) {

    /// How it was said.
    public enum Mode {
        ENT,
        ORAL,
        ECRIT,
        TELEPHONE
    }
}
