package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What is told of reports: that one waits, that it was decided, to whom reported, and to whom wrote it.
enum SorteSignalement implements Sorte {
    SIGNALEMENT_RECU,
    DANGER_SIGNALE,
    SIGNALEMENT_EN_RETARD,
    SIGNALEMENT_REPONDU,
    CONTENU_DECIDE;

    @Override
    public String phrase() {
        return switch (this) {
            case SIGNALEMENT_RECU -> t("Un signalement attend une décision");
            case DANGER_SIGNALE -> t("Un signalement dit que quelqu’un est en danger");
            case SIGNALEMENT_EN_RETARD -> t("Un signalement attend depuis trop longtemps");
            case SIGNALEMENT_REPONDU -> t("Une réponse à un signalement");
            case CONTENU_DECIDE -> t("Une décision sur ce que vous avez publié");
        };
    }

    @Override
    public String phraseEleve() {
        return this == CONTENU_DECIDE ? t("Une décision sur ce que tu as publié") : phrase();
    }

    @Override
    public Set<Profil> profils() {
        return this == SIGNALEMENT_REPONDU
                ? EnumSet.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR)
                : EnumSet.of(Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    @Override
    public Cadence cadence() {
        return this == DANGER_SIGNALE ? Cadence.TOUT_DE_SUITE : Cadence.RESUME;
    }

    @Override
    public boolean retenue() {
        return this != DANGER_SIGNALE;
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
