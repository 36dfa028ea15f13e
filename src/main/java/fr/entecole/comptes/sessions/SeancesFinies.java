package fr.entecole.comptes.sessions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Ended stays do not wait for the night.
@Component
class SeancesFinies implements TravauxOfferts {

    private final Sessions sessions;

    SeancesFinies(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Fin());
    }

    private final class Fin implements Travail {

        @Override
        public String nom() {
            return "comptes.seances";
        }

        @Override
        public String phrase() {
            return t("Effacer les connexions terminées");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Toutes(Duration.ofMinutes(10));
        }

        @Override
        public Map<String, Long> run() {
            return Map.of("finies", (long) sessions.purge());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Rien à effacer} one {Une connexion terminée effacée} other {# connexions terminées effacées}}",
                    compte.getOrDefault("finies", 0L));
        }
    }
}
