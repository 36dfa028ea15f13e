package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The same day of each week until a day, without those on which this school has no class then: holidays, public
/// holidays, bridges.
///
/// @param gardees in order
/// @param sautees those without class
public record Recurrence(List<Date> gardees, List<LocalDate> sautees) {

    private static final int MOST = 60;
    private static final LocalTime NOON = LocalTime.of(12, 30);

    public static Recurrence weekly(Date first, LocalDate until, Calendrier calendrier) {
        List<Date> kept = new ArrayList<>();
        List<LocalDate> skipped = new ArrayList<>();
        for (var day = first.jour(); !day.isAfter(until) && kept.size() < MOST; day = day.plusWeeks(1)) {
            if (hasClasse(calendrier, day, first.debut())) {
                kept.add(new Date(day, day, first.debut(), first.fin()));
            } else {
                skipped.add(day);
            }
        }
        return new Recurrence(List.copyOf(kept), List.copyOf(skipped));
    }

    /// In its half-day, or in one of both where it has no hour.
    public static boolean hasClasse(Calendrier calendrier, LocalDate day, @Nullable LocalTime debut) {
        boolean morning = debut == null || debut.isBefore(NOON);
        boolean afternoon = debut == null || !morning;
        return (morning && calendrier.hasClasse(new DemiJournee(day, Moment.MATIN)))
                || (afternoon && calendrier.hasClasse(new DemiJournee(day, Moment.APRES_MIDI)));
    }

    /// « 12 dates, 3 sautées : vacances ou jours sans classe »
    String phrase() {
        var dates = t("{0, plural, one {# date} other {# dates}}", gardees.size());
        return sautees.isEmpty()
                ? dates
                : t(
                        "{0}\u00a0; {1, plural, one {# jour sans classe est sauté} other {# jours sans classe sont sautés}}",
                        dates, sautees.size());
    }
}
