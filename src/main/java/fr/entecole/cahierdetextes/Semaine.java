package fr.entecole.cahierdetextes;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A week of school as pages show it: Monday to Friday, and the Saturday where there is class. Pure.
///
/// @param prochain the first day of class after today; null where the calendar knows none
record Semaine(LocalDate lundi, List<Jour> jours, @Nullable LocalDate prochain) {

    private static final int FARTHEST = 54;

    /// @param calendriers of the schools of whoever looks: there is class where one of them has
    static Semaine of(LocalDate lundi, Collection<Calendrier> calendriers, LocalDate today) {
        var next = calendriers.stream()
                .flatMap(c -> next(c, today).stream())
                .min(LocalDate::compareTo)
                .orElse(null);
        var jours = lundi.datesUntil(lundi.plusDays(6))
                .map(jour -> new Jour(jour, calendriers.stream().anyMatch(c -> hasClasse(c, jour)), jour.equals(next)))
                .filter(jour -> jour.classe || jour.date.getDayOfWeek() != DayOfWeek.SATURDAY)
                .toList();
        return new Semaine(lundi, jours, next);
    }

    static boolean hasClasse(Calendrier calendrier, LocalDate jour) {
        return Stream.of(Moment.values()).anyMatch(moment -> calendrier.hasClasse(new DemiJournee(jour, moment)));
    }

    /// The next day of class, if the calendar knows one.
    static Optional<LocalDate> next(Calendrier calendrier, LocalDate today) {
        return calendrier.next(new DemiJournee(today, Moment.APRES_MIDI)).map(DemiJournee::jour);
    }

    /// The last day of class, today with it; today where there was none for a month.
    static LocalDate last(Calendrier calendrier, LocalDate today) {
        return Stream.iterate(today, day -> day.minusDays(1))
                .limit(31)
                .filter(day -> hasClasse(calendrier, day))
                .findFirst()
                .orElse(today);
    }

    /// The days of class on that day of the week, from one day to another, both included.
    static List<LocalDate> weekly(Calendrier calendrier, LocalDate from, LocalDate to) {
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusWeeks(1))
                .limit(FARTHEST)
                .filter(day -> hasClasse(calendrier, day))
                .toList();
    }

    /// The Monday that a page asks for. At the week’s end one looks at the next week; what is typed wrong, or is of no
    /// year near this one, is this week.
    static LocalDate lundi(String typed, LocalDate today) {
        var day = Dates.typed(typed)
                .filter(d -> d.isAfter(today.minusWeeks(2L * FARTHEST)) && d.isBefore(today.plusWeeks(FARTHEST)))
                .orElse(today.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? today.plusDays(2) : today);
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate samedi() {
        return lundi.plusDays(5);
    }

    LocalDate avant() {
        return lundi.minusWeeks(1);
    }

    LocalDate apres() {
        return lundi.plusWeeks(1);
    }

    /// « 23 – 27 novembre », « 30 novembre – 4 décembre ».
    String mots() {
        var vendredi = lundi.plusDays(4);
        var same = lundi.getMonth() == vendredi.getMonth();
        return (same ? Dates.quantieme(lundi) : Dates.sansAnnee(lundi)) + " – " + Dates.sansAnnee(vendredi);
    }

    /// @param classe there is class that day, in one school of the reader's at least
    /// @param prochain it is the next one
    record Jour(LocalDate date, boolean classe, boolean prochain) {

        /// « Lundi 23 ».
        String mots() {
            return Dates.deLaSemaine(date);
        }
    }
}
