package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
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
        return time.getMinute() == 0
                ? t("{0}\u00a0h", time.getHour())
                : t("{0}\u00a0h\u00a0{1}", time.getHour(), (time.getMinute() < 10 ? "0" : "") + time.getMinute());
    }
}
