package fr.entecole.comptes.delegations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Just after midnight, an interim that begins directs its school, and what is over is written down as ended.
@Component
class EcheancesDesDelegations implements TravauxOfferts {

    private final Delegations delegations;

    EcheancesDesDelegations(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Minuit());
    }

    final class Minuit implements Travail {

        @Override
        public String nom() {
            return "comptes.delegations";
        }

        @Override
        public String phrase() {
            return t("Commencer et finir ce que les directions confient");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(0, 5));
        }

        @Override
        public Map<String, Long> run() {
            long over = delegations.finish();
            return Map.of("finies", over, "commencees", (long) delegations.begin());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucun intérim ne commence} one {Un intérim commence} other {# intérims commencent}}, {1, plural, =0 {rien ne finit} one {une délégation finit} other {# délégations finissent}}",
                    compte.getOrDefault("commencees", 0L),
                    compte.getOrDefault("finies", 0L));
        }
    }
}
