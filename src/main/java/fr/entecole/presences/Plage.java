package fr.entecole.presences;

import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Half-days between two days, both included.
///
/// @param chaque only that day of the week; null: every day
/// @param moment only that half; null: the whole day
public record Plage(
        LocalDate du,
        LocalDate au,
        @Nullable DayOfWeek chaque,
        @Nullable Moment moment) {

    public static Plage of(DemiJournee demi) {
        return new Plage(demi.jour(), demi.jour(), null, demi.moment());
    }

    public boolean covers(DemiJournee demi) {
        return !demi.jour().isBefore(du)
                && !demi.jour().isAfter(au)
                && (chaque == null || demi.jour().getDayOfWeek() == chaque)
                && (moment == null || demi.moment() == moment);
    }
}
