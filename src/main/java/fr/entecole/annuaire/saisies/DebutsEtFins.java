package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.remplacements.Remplacements;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Just after midnight: a replacement that begins has its class and one that is over has it no more; a link by hand
/// whose last day is over is ended, and who has no child left is suspended. On the day itself neither opens anything
/// any more (`annuaire.enseigne`, `annuaire.autorite`).
@Component
class DebutsEtFins implements TravauxOfferts {

    private final Remplacements remplacements;
    private final FinsDesFamilles familles;

    DebutsEtFins(Remplacements remplacements, FinsDesFamilles familles) {
        this.remplacements = remplacements;
        this.familles = familles;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Minuit());
    }

    final class Minuit implements Travail {

        @Override
        public String nom() {
            return "annuaire.debuts-et-fins";
        }

        @Override
        public String phrase() {
            return t("Commencer et finir les remplacements, finir les liens dont le dernier jour est passé");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(0, 4));
        }

        @Override
        public Map<String, Long> run() {
            long over = remplacements.finish();
            return Map.of("finis", over, "commences", (long) remplacements.begin(), "liens", (long) familles.endDue());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucun remplacement ne commence} one {Un remplacement commence} other {# remplacements commencent}}, {1, plural, =0 {aucun ne finit} one {un finit} other {# finissent}}, {2, plural, =0 {aucun lien ne finit} one {un lien finit} other {# liens finissent}}",
                    compte.getOrDefault("commences", 0L),
                    compte.getOrDefault("finis", 0L),
                    compte.getOrDefault("liens", 0L));
        }
    }
}
