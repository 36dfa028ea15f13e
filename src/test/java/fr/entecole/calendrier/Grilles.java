package fr.entecole.calendrier;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.Semaine.Portee;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Calendars that no school has, for tests of other modules.
public final class Grilles {

    private Grilles() {}

    /// A half-day of a week.
    public record Case(DayOfWeek jour, Moment moment) {}

    /// @param semaines what a week holds, from a day on
    /// @param locaux half-days that the school does otherwise: with class, or without
    public static Calendrier of(Map<LocalDate, Set<Case>> semaines, Map<DemiJournee, Boolean> locaux) {
        return new Calendrier(
                UUID.randomUUID(),
                List.of(),
                locaux.entrySet().stream()
                        .map(e -> new JourLocal(
                                UUID.randomUUID(), e.getKey().jour(), e.getKey().moment(), e.getValue(), "Rattrapage"))
                        .toList(),
                semaines.entrySet().stream()
                        .map(e -> new Semaine(
                                Portee.ECOLE,
                                e.getKey(),
                                e.getValue().stream().map(Grilles::creneau).toList()))
                        .toList(),
                List.of());
    }

    private static Creneau creneau(Case une) {
        boolean matin = une.moment == Moment.MATIN;
        return new Creneau(
                une.jour,
                une.moment,
                matin ? LocalTime.of(8, 30) : LocalTime.of(13, 30),
                matin ? LocalTime.of(11, 30) : LocalTime.of(16, 30));
    }
}
