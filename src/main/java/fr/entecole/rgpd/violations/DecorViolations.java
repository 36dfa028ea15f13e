package fr.entecole.rgpd.violations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Utilisateurs;
import fr.entecole.rgpd.violations.Violation.Genre;
import fr.entecole.rgpd.violations.Violation.Nature;
import fr.entecole.socle.Decor;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// One breach, whose clock runs.
@Component
class DecorViolations implements Decor {

    private static final int ORDRE = 181;
    private static final int PERSONNES = 26;
    private static final Duration CONNUE = Duration.ofHours(20);

    private final Violations violations;
    private final Utilisateurs utilisateurs;
    private final Clock clock;

    DecorViolations(Violations violations, Utilisateurs utilisateurs, Clock clock) {
        this.violations = violations;
        this.utilisateurs = utilisateurs;
        this.clock = clock;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var officer = utilisateurs.of(monde.compte("Agnès Lebrun"), null).orElseThrow();
        var file = violations.open(
                clock.instant().minus(CONNUE),
                t("Une liste d’élèves envoyée à une mauvaise adresse"),
                Nature.CONFIDENTIALITE,
                PERSONNES,
                t(
                        "La liste d’une sortie, avec les noms et les téléphones, est partie à un club qui porte presque le même nom."),
                officer);
        violations.note(
                file,
                Genre.MESURE,
                t("Le club a supprimé le message et l’a confirmé par écrit. L’école a corrigé son carnet d’adresses."),
                officer);
        utilisateurs.forgetAll(); // those of a world that does not stand yet
    }
}
