package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.socle.Dates;
import java.time.Instant;

/// By when, in words: « mardi 1er décembre à 10 h ».
final class Echeance {

    private Echeance() {}

    static String words(Instant due) {
        var there = due.atZone(Calendrier.PARIS);
        return there.getMinute() == 0
                ? t("{0} à {1}\u00a0h", Dates.jour(there.toLocalDate()), there.getHour())
                : t(
                        "{0} à {1}\u00a0h\u00a0{2}",
                        Dates.jour(there.toLocalDate()),
                        there.getHour(),
                        (there.getMinute() < 10 ? "0" : "") + there.getMinute());
    }
}
