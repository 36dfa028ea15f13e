package fr.entecole.socle;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as people write them inside a sentence.
public final class Dates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);

    private Dates() {}

    /// With the year: "1er mars 2017".
    public static String words(LocalDate date) {
        return DATE.format(date).replaceFirst("^1 ", "1er ");
    }

    /// The day of a week near today: "lundi 1er mars".
    public static String jour(LocalDate date) {
        return Phrases.jour(date).toLowerCase(Locale.FRENCH);
    }
}
