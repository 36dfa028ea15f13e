package fr.entecole.calendrier;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/// A half-day of class in a week: its day, and from when to when.
public record Creneau(DayOfWeek jour, Moment moment, LocalTime debut, LocalTime fin) {

    Duration duree() {
        return Duration.between(debut, fin);
    }
}
