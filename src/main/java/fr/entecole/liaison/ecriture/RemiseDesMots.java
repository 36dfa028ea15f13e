package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Membres.Comptage;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.Nouvelles.Prevue;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When a mot reaches families, and the how manieth thing of their day it will be. Of groups no module may ask who is
/// in them: what is for groups is counted for nobody.
@Component
class RemiseDesMots {

    private final Calendriers calendriers;
    private final Lectures lectures;
    private final Clock clock;

    RemiseDesMots(Calendriers calendriers, Lectures lectures, Clock clock) {
        this.calendriers = calendriers;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// @param plusTard a day before which it must not be delivered, null for as soon as may be
    /// @return empty where delivery hours never begin within a year
    Optional<Instant> of(UUID ecole, @Nullable LocalDate plusTard) {
        var now = clock.instant();
        var from =
                plusTard == null ? now : plusTard.atStartOfDay(Calendrier.PARIS).toInstant();
        return calendriers.of(ecole).delivery(from.isBefore(now) ? now : from);
    }

    /// Why it is delivered later than on the day that was asked for; empty where it is not.
    String why(UUID ecole, LocalDate jour, Instant visible) {
        return !visible.atZone(Calendrier.PARIS).toLocalDate().isAfter(jour)
                ? ""
                : calendriers.of(ecole).closed(jour).orElseGet(() -> t("Pas de remise ce jour-là"));
    }

    /// « Ce sera le 3e envoi de la journée pour 5 familles. » Of all that reaches them that day and is known by now,
    /// from whatever room: notes, work, dates. One round trip.
    String rang(UUID ecole, Instant visibleLe, Comptage comptage) {
        var day = visibleLe.atZone(Calendrier.PARIS).toLocalDate();
        var eleves = comptage.elevesConcernes();
        var read = lectures.read(Nouvelles.lecture(ecole, day)
                .with(
                        Lecture.of(
                                "select classe_id, eleve_id from annuaire.inscrit where eleve_id = any(:eleves)",
                                Map.of("eleves", eleves.toArray(UUID[]::new)),
                                (rs, _) -> Map.entry(Colonnes.uuid(rs, "eleve_id"), Colonnes.uuid(rs, "classe_id"))),
                        Journee::new));
        return read.words(ecole, eleves);
    }

    /// What reaches families that day, and the classes of those who get this one.
    private record Journee(List<Prevue> prevues, List<Map.Entry<UUID, UUID>> classes) {

        private String words(UUID ecole, Set<UUID> eleves) {
            Map<String, Set<UUID>> choses = new HashMap<>();
            for (var prevue : prevues) {
                for (var pour : prevue.publics()) {
                    pour.cles()
                            .forEach(cle -> choses.computeIfAbsent(cle.valeur(), _ -> new HashSet<>())
                                    .add(prevue.chose()));
                }
            }
            Map<Integer, Integer> families = new HashMap<>();
            for (var eleve : eleves) {
                families.merge(before(choses, ecole, eleve) + 1, 1, Integer::sum);
            }
            int most = families.keySet().stream().max(Integer::compare).orElse(1);
            if (most == 1) {
                return t("Ce sera le premier envoi de la journée.");
            }
            int those = families.getOrDefault(most, 0);
            return those == eleves.size()
                    ? t("Ce sera le {0}e envoi de la journée.", most)
                    : t(
                            "{1, plural, one {Ce sera le {0}e envoi de la journée pour une famille.} other {Ce sera le {0}e envoi de la journée pour # familles.}}",
                            most, those);
        }

        private int before(Map<String, Set<UUID>> choses, UUID ecole, UUID eleve) {
            var found = new HashSet<UUID>();
            var keys = new HashSet<Cle>();
            keys.addAll(Public.ofEcole(ecole, Qui.RESPONSABLES).cles());
            keys.addAll(Public.ofEleves(ecole, Set.of(eleve), Qui.RESPONSABLES).cles());
            classes.stream()
                    .filter(e -> e.getKey().equals(eleve))
                    .forEach(e -> keys.addAll(Public.ofClasse(ecole, e.getValue(), Qui.RESPONSABLES)
                            .cles()));
            keys.forEach(key -> found.addAll(choses.getOrDefault(key.valeur(), Set.of())));
            return found.size();
        }
    }
}
