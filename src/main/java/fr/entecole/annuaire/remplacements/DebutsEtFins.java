package fr.entecole.annuaire.remplacements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Just after midnight, a replacement that begins has its class and one that is over has it no more.
@Component
class DebutsEtFins implements TravauxOfferts {

    private final Remplacements remplacements;

    DebutsEtFins(Remplacements remplacements) {
        this.remplacements = remplacements;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Minuit());
    }

    final class Minuit implements Travail {

        @Override
        public String nom() {
            return "annuaire.remplacements";
        }

        @Override
        public String phrase() {
            return t("Commencer et finir les remplacements");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(0, 4));
        }

        @Override
        public Map<String, Long> run() {
            long over = remplacements.finish();
            return Map.of("finis", over, "commences", (long) remplacements.begin());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucun commence} one {Un commence} other {# commencent}}, {1, plural, =0 {aucun ne finit} one {un finit} other {# finissent}}",
                    compte.getOrDefault("commences", 0L),
                    compte.getOrDefault("finis", 0L));
        }
    }
}
