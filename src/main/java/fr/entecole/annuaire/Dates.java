package fr.entecole.annuaire;

import fr.entecole.socle.Phrases;
import java.time.LocalDate;

/// Dates as people write them, with the year: "1er mars 2017".
final class Dates {

    private Dates() {}

    static String words(LocalDate date) {
        return Phrases.date(date);
    }
}
