package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import java.time.LocalDate;
import java.util.Locale;

/// Dates as people write them inside a sentence.
public final class Dates {

    private Dates() {}

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
