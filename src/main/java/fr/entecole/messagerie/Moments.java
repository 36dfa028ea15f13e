package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/// An instant as people say it beside today: « aujourd’hui à 15 h 30 », « demain à 7 h ».
public final class Moments {

    private Moments() {}

    public static String words(Instant instant, LocalDate today) {
        var there = instant.atZone(Calendrier.PARIS);
        return t("{0} à {1}", day(there.toLocalDate(), today), hour(there.toLocalTime()));
    }

    /// In a narrow place: the hour of today, else the day.
    public static String brief(Instant instant, LocalDate today) {
        var there = instant.atZone(Calendrier.PARIS);
        return there.toLocalDate().equals(today) ? hour(there.toLocalTime()) : day(there.toLocalDate(), today);
    }

    public static String alone(Instant instant, LocalDate today) {
        var words = words(instant, today);
        return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    public static LocalDate day(Instant instant) {
        return instant.atZone(Calendrier.PARIS).toLocalDate();
    }

    private static String day(LocalDate jour, LocalDate today) {
        if (jour.equals(today)) {
            return t("aujourd’hui");
        }
        if (jour.equals(today.plusDays(1))) {
            return t("demain");
        }
        if (jour.equals(today.minusDays(1))) {
            return t("hier");
        }
        return jour.isBefore(today.minusMonths(6)) || jour.isAfter(today.plusMonths(6))
                ? t("le {0}", Dates.words(jour))
                : Dates.jour(jour);
    }

    private static String hour(LocalTime heure) {
        return heure.getMinute() == 0
                ? t("{0}\u00a0h", heure.getHour())
                : t("{0}\u00a0h\u00a0{1}", heure.getHour(), (heure.getMinute() < 10 ? "0" : "") + heure.getMinute());
    }
}
