package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Dates;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/// A half-day of class in a week: its day, and from when to when.
public record Creneau(DayOfWeek jour, Moment moment, LocalTime debut, LocalTime fin) {

    Duration duree() {
        return Duration.between(debut, fin);
    }

    /// « 8 h 30 à 11 h 30 »
    String heures() {
        return t("{0} à {1}", words(debut), words(fin));
    }

    static String words(LocalTime time) {
        return Dates.heure(time);
    }
}
