package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// An instant in words: « lundi 23 novembre à 7 h 05 ».
public final class Quand {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Quand() {}

    public static String words(Instant instant) {
        return t("{0} à {1}", day(instant), hour(instant));
    }

    public static String day(Instant instant) {
        return Dates.jour(instant.atZone(PARIS).toLocalDate());
    }

    public static String hour(Instant instant) {
        return hour(instant.atZone(PARIS).toLocalTime());
    }

    private static String hour(LocalTime heure) {
        return heure.getMinute() == 0
                ? t("{0}\u00a0h", heure.getHour())
                : t("{0}\u00a0h\u00a0{1}", heure.getHour(), (heure.getMinute() < 10 ? "0" : "") + heure.getMinute());
    }
}
