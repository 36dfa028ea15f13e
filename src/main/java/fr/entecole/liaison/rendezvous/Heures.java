package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/// Hours of meetings as people say them.
final class Heures {

    private Heures() {}

    static LocalDate jour(Instant instant) {
        return instant.atZone(Calendrier.PARIS).toLocalDate();
    }

    /// « jeudi 3 décembre à 17 h 15 »
    static String words(Instant instant) {
        return t("{0} à {1}", Dates.jour(jour(instant)), heure(instant));
    }

    /// « 17 h 15 »
    static String heure(Instant instant) {
        return heure(instant.atZone(Calendrier.PARIS).toLocalTime());
    }

    static String heure(LocalTime heure) {
        return Dates.heure(heure);
    }

    /// « De 17 h 15 à 17 h 30 »
    static String span(Instant debut, Instant fin) {
        return t("{0} – {1}", heure(debut), heure(fin));
    }

    /// « Jeudi 3 décembre »: alone in its place.
    static String title(LocalDate jour) {
        var words = Dates.jour(jour);
        return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }
}
