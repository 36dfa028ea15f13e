package fr.entecole.conventions.signature;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who signs for the region in the application, by an act of delegation, for a time.
///
/// @param agent who signs
/// @param nom empty once the directory has forgotten them; so is that of who named them
/// @param qualite under which they sign
/// @param acte the act that delegates, as it is called
/// @param retireeLe since when it counts no more; null: it ends by itself
public record Habilitation(
        UUID id,
        UUID agent,
        String nom,
        String qualite,
        String acte,
        LocalDate du,
        LocalDate au,
        String par,
        @Nullable LocalDate retireeLe) {

    public boolean isInForce(LocalDate jour) {
        return retireeLe == null && !jour.isBefore(du) && !jour.isAfter(au);
    }

    public boolean isOver(LocalDate jour) {
        return retireeLe != null || jour.isAfter(au);
    }
}
