package fr.entecole.presences;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// What is said of one child in a half-day.
///
/// @param arrive when they came, of who is late
/// @param parti when they left before the end
public record Dit(
        Etat etat, @Nullable LocalTime arrive, @Nullable LocalTime parti) {

    public static final Dit PRESENT = new Dit(Etat.PRESENT, null, null);
    public static final Dit ABSENT = new Dit(Etat.ABSENT, null, null);
    public static final Dit NON_ATTENDU = new Dit(Etat.NON_ATTENDU, null, null);
    public static final Dit RIEN = new Dit(Etat.RETIRE, null, null);

    public static Dit late(LocalTime arrive) {
        return new Dit(Etat.RETARD, arrive, null);
    }

    public Dit leaving(LocalTime at) {
        return new Dit(etat, arrive, at);
    }
}
