package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// Dates as people read them inside a sentence, and as they type them.
public final class Dates {

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
        var words = Phrases.dates("d MMMM yyyy").format(date);
        return words.startsWith("1 ") ? t("1er") + words.substring(1) : words;
    }

    /// The day of a week near today: "lundi 1er mars".
    public static String jour(LocalDate date) {
        return Phrases.jour(date).toLowerCase(Locale.FRENCH);
    }
}
