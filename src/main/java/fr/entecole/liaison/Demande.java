package fr.entecole.liaison;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a mot asks, of whom, and until when.
///
/// @param avant the last day on which one may answer; null: none is said
public record Demande(
        Attendu attendu, Repondants repondants, @Nullable LocalDate avant) {

    public static final Demande RIEN = new Demande(Attendu.RIEN, Repondants.CHACUN, null);

    public Demande until(LocalDate last) {
        return new Demande(attendu, repondants, last);
    }

    public boolean asks() {
        return attendu != Attendu.RIEN;
    }

    /// Whether one may still answer, or answer otherwise.
    public boolean isOpen(LocalDate today) {
        return asks() && (avant == null || !today.isAfter(avant));
    }
}
