package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.langue.Langue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as people read them inside a sentence, and as they type them.
public final class Dates {

    /// Where the schools are.
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Pattern FIRST = Pattern.compile("(?<![^ ])1(?![^ ])");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Dates() {}

    /// A day as a browser sends it (`2026-11-25`). Empty when it is none, or one that no school life holds and perhaps
    /// no database either.
    public static Optional<LocalDate> typed(String words) {
        try {
            return within(LocalDate.parse(words.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// The same, typed in three fields; a year of two figures is of this century.
    public static Optional<LocalDate> typed(String jour, String mois, String annee) {
        try {
            int year = Integer.parseInt(annee.strip());
            return within(LocalDate.of(
                    year < 100 ? 2000 + year : year, Integer.parseInt(mois.strip()), Integer.parseInt(jour.strip())));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> within(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? Optional.empty() : Optional.of(date);
    }

    /// With the year: "1er mars 2017".
    public static String words(LocalDate date) {
        return said("d MMMM yyyy", date);
    }

    /// In the year that one is in: "1er mars".
    public static String sansAnnee(TemporalAccessor date) {
        return said("d MMMM", date);
    }

    /// Where there is little room: "1er déc.".
    public static String court(LocalDate date) {
        return said("d MMM", date);
    }

    /// « 23 », « 1er ».
    public static String quantieme(LocalDate date) {
        return said("d", date);
    }

    /// « Lundi 23 ».
    public static String deLaSemaine(LocalDate date) {
        return begun(said("EEEE d", date));
    }

    /// « lundi ».
    public static String jour(DayOfWeek jour) {
        return jour.getDisplayName(TextStyle.FULL, Langue.courante().locale());
    }

    /// « Samedi 21 novembre ».
    static String enTete(LocalDate date) {
        return begun(said("EEEE d MMMM", date));
    }

    private static String begun(String words) {
        return words.substring(0, 1).toUpperCase(Locale.FRANCE) + words.substring(1);
    }

    /// The first of a month is an ordinal in French, the other days are not.
    private static String said(String pattern, TemporalAccessor date) {
        return FIRST.matcher(Phrases.dates(pattern).format(date)).replaceFirst(_ -> Matcher.quoteReplacement(t("1er")));
    }

    /// The day of a week near today: "lundi 1er mars".
    public static String jour(LocalDate date) {
        return said("EEEE d MMMM", date);
    }

    /// The day that it is in the schools at this instant.
    public static LocalDate day(Instant instant) {
        return instant.atZone(PARIS).toLocalDate();
    }

    /// « 8 h 05 », « 7 h ».
    public static String heure(LocalTime heure) {
        return heure.getMinute() == 0
                ? t("{0}\u00a0h", heure.getHour())
                : t("{0}\u00a0h\u00a0{1}", heure.getHour(), (heure.getMinute() < 10 ? "0" : "") + heure.getMinute());
    }

    public static String heure(Instant instant) {
        return heure(instant.atZone(PARIS).toLocalTime());
    }

    /// « lundi 23 novembre à 7 h 05 »
    public static String moment(Instant instant) {
        return t("{0} à {1}", jour(day(instant)), heure(instant));
    }

    /// Beside today: « aujourd’hui à 15 h 30 », « demain à 7 h », « lundi 23 novembre à 7 h ».
    public static String moment(Instant instant, LocalDate today) {
        return t("{0} à {1}", beside(day(instant), today), heure(instant));
    }

    /// « Lundi 23 novembre à 7 h »: alone in its place.
    public static String momentAlone(Instant instant, LocalDate today) {
        var words = moment(instant, today);
        return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    /// In a narrow place: the hour of today, else the day.
    public static String brief(Instant instant, LocalDate today) {
        return day(instant).equals(today) ? heure(instant) : beside(day(instant), today);
    }

    private static String beside(LocalDate jour, LocalDate today) {
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
                ? t("le {0}", words(jour))
                : jour(jour);
    }
}
