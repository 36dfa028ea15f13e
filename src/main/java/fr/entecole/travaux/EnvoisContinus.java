package fr.entecole.travaux;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.contrats.EnContinu;
import fr.entecole.socle.contrats.EnContinu.Attente;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What leaves by itself all day: shown with what waits, and looked at every ten minutes by a work that fails when
/// something is late, so that it is told as every failure is.
@Component
class EnvoisContinus implements TravauxOfferts {

    static final String VEILLE = "travaux.departs";

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final List<EnContinu> departs;
    private final Lectures lectures;
    private final ReglagesTravaux reglages;
    private final Clock clock;

    EnvoisContinus(List<EnContinu> departs, Lectures lectures, ReglagesTravaux reglages, Clock clock) {
        this.departs = departs.stream()
                .sorted(Comparator.comparing(depart -> depart.getClass().getName()))
                .toList();
        this.lectures = lectures;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// One round trip.
    List<Depart> read() {
        var now = clock.instant();
        Lecture<List<Depart>> all = Lecture.known(List.of());
        for (var depart : departs) {
            all = all.with(depart.attente(now), (others, attente) -> {
                List<Depart> more = new ArrayList<>(others);
                more.add(new Depart(depart.phrase(), depart.enMarche(), attente, late(attente, now)));
                return more;
            });
        }
        return lectures.read(all);
    }

    private boolean late(Attente attente, Instant now) {
        var since = attente.depuis();
        return since != null && since.plus(reglages.retard()).isBefore(now);
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Veille());
    }

    /// @param retard the oldest waits for longer than the settings let it
    record Depart(String phrase, boolean enMarche, Attente attente, boolean retard) {

        boolean souci() {
            return enMarche && retard;
        }

        /// « 12 », « plus de 10 000 »
        String combien() {
            return attente.combien() > EnContinu.MOST
                    ? t("plus de {0, number, integer}", EnContinu.MOST)
                    : t("{0, number, integer}", attente.combien());
        }

        String depuis() {
            @Nullable Instant since = attente.depuis();
            return since == null ? t("–") : Vue.quand(since.atZone(PARIS));
        }

        String mot() {
            return !enMarche ? t("Pas réglé ici") : retard ? t("En retard") : t("À jour");
        }

        String ton() {
            return !enMarche ? "attente" : retard ? "souci" : "bien";
        }

        String icone() {
            return !enMarche ? "horloge" : retard ? "alerte" : "check";
        }
    }

    /// Something has waited for too long.
    static final class EnRetard extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private final class Veille implements Travail {

        @Override
        public String nom() {
            return VEILLE;
        }

        @Override
        public String phrase() {
            return t("Voir si ce qui part en continu est parti");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Toutes(EVERY);
        }

        @Override
        public Map<String, Long> run() {
            var all = read();
            if (all.stream().anyMatch(Depart::souci)) {
                throw new EnRetard();
            }
            return Map.of(
                    "attendent",
                    all.stream()
                            .filter(Depart::enMarche)
                            .mapToLong(depart -> depart.attente().combien())
                            .sum());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Rien n’attend} one {Un envoi attend} other {# envois attendent}}",
                    compte.getOrDefault("attendent", 0L));
        }
    }
}
