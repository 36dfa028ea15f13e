package fr.entecole.signalement;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendrier.Marque;
import fr.entecole.calendrier.Calendriers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// By when what was reported is to be read: a day of work later, four hours where somebody is in danger, whatever the
/// day (cadre national, §4.4). Holidays of pupils are days of work.
@Component
class Echeances {

    private static final int AHEAD = 12;

    private final Calendriers calendriers;
    private final ReglagesSignalement reglages;

    Echeances(Calendriers calendriers, ReglagesSignalement reglages) {
        this.calendriers = calendriers;
        this.reglages = reglages;
    }

    Instant of(UUID ecole, boolean danger, Instant now) {
        if (danger) {
            return now.plus(reglages.danger());
        }
        var today = now.atZone(Calendrier.PARIS).toLocalDate();
        var marques = calendriers.of(ecole).marques(today, today.plusDays(AHEAD));
        return worked(
                now,
                reglages.lecture(),
                day -> marques.stream()
                        .anyMatch(m ->
                                m.sorte() == Marque.Sorte.FERIE && !day.isBefore(m.debut()) && !day.isAfter(m.fin())));
    }

    /// @param off whether a day is a public holiday
    static Instant worked(Instant from, Duration duree, Predicate<LocalDate> off) {
        var start = from.atZone(Calendrier.PARIS);
        if (rests(start.toLocalDate(), off)) {
            start = next(start.toLocalDate(), off).atStartOfDay(Calendrier.PARIS);
        }
        var due = start.plus(duree);
        return rests(due.toLocalDate(), off)
                ? next(due.toLocalDate(), off)
                        .atTime(due.toLocalTime())
                        .atZone(Calendrier.PARIS)
                        .toInstant()
                : due.toInstant();
    }

    private static LocalDate next(LocalDate day, Predicate<LocalDate> off) {
        var next = day.plusDays(1);
        while (rests(next, off)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean rests(LocalDate day, Predicate<LocalDate> off) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || off.test(day);
    }
}
