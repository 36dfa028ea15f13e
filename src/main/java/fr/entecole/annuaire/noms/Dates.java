package fr.entecole.annuaire.noms;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as people write them, with the year: "1er mars 2017".
public final class Dates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);

    private Dates() {}

    public static String words(LocalDate date) {
        return DATE.format(date).replaceFirst("^1 ", "1er ");
    }
}
