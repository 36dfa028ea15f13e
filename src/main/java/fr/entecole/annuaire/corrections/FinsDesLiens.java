package fr.entecole.annuaire.corrections;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Just after midnight, a link by hand whose last day is over is ended, and who has no child left is suspended. On the
/// day itself it opens nothing any more (`annuaire.autorite`).
@Component
class FinsDesLiens implements TravauxOfferts {

    private final SaisiesDesFamilles familles;

    FinsDesLiens(SaisiesDesFamilles familles) {
        this.familles = familles;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Minuit());
    }

    final class Minuit implements Travail {

        @Override
        public String nom() {
            return "annuaire.liens";
        }

        @Override
        public String phrase() {
            return t("Finir les liens ajoutés à la main dont le dernier jour est passé");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(0, 6));
        }

        @Override
        public Map<String, Long> run() {
            return Map.of("finis", (long) familles.endDue());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucun lien ne finit} one {Un lien finit} other {# liens finissent}}",
                    compte.getOrDefault("finis", 0L));
        }
    }
}
