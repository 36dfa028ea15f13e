package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.socle.Dates;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Slots made of days and hours, pure. Hours are those of the wall clock of Paris, whatever the season.
///
/// @param minutes how long a meeting is
/// @param pause minutes between two meetings
record Horaires(List<Plage> plages, int minutes, int pause) {

    static final int MOST = 300;
    static final LocalTime EARLIEST = LocalTime.of(7, 0);
    static final LocalTime LATEST = LocalTime.of(21, 0);

    /// From when to when on a day.
    record Plage(LocalDate jour, LocalTime de, LocalTime a) {

        private boolean overlaps(Plage other) {
            return jour.equals(other.jour) && de.isBefore(other.a) && other.de.isBefore(a);
        }
    }

    record Tranche(Instant debut, Instant fin) {}

    List<Tranche> tranches() {
        List<Tranche> made = new ArrayList<>();
        for (var plage : plages) {
            var end = plage.jour.atTime(plage.a).atZone(Calendrier.PARIS).toInstant();
            var debut = plage.jour.atTime(plage.de).atZone(Calendrier.PARIS).toInstant();
            for (var fin = debut.plus(Duration.ofMinutes(minutes));
                    !fin.isAfter(end) && made.size() <= MOST;
                    fin = debut.plus(Duration.ofMinutes(minutes))) {
                made.add(new Tranche(debut, fin));
                debut = fin.plus(Duration.ofMinutes(pause));
            }
        }
        return made;
    }

    /// What is wrong with one line of the form, in a sentence; empty when nothing is.
    String refus(int line, LocalDate today, Calendrier calendrier) {
        var plage = plages.get(line);
        if (plage.jour.isBefore(today) || plage.jour.isAfter(today.plusMonths(6))) {
            return t("Choisissez un jour à venir, dans les six mois.");
        }
        if (plage.jour.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return t("Le {0} est un dimanche : choisissez un autre jour.", Dates.words(plage.jour));
        }
        var closed = calendrier.closed(plage.jour);
        if (closed.isPresent()) {
            return t(
                    "L’école est fermée le {0} ({1}) : choisissez un autre jour.",
                    Dates.words(plage.jour), closed.get());
        }
        if (plage.de.isBefore(EARLIEST) || plage.a.isAfter(LATEST) || !plage.de.isBefore(plage.a)) {
            return t("Donnez une heure de début et une heure de fin, entre 7 h et 21 h.");
        }
        if (plage.de.plusMinutes(minutes).isAfter(plage.a)) {
            return t("Entre ces deux heures, il n’y a la place d’aucun rendez-vous.");
        }
        return plages.subList(0, line).stream().anyMatch(plage::overlaps)
                ? t("Ces heures recouvrent celles d’une autre ligne du même jour.")
                : "";
    }
}
