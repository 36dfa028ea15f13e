package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the notebook tells families, and the pupils for whom a mot is too.
public enum SorteLiaison implements Sorte {
    MOT_DE_LIAISON,
    /// somebody waits for an answer to a mot that came before
    RELANCE;

    @Override
    public String phrase() {
        return switch (this) {
            case MOT_DE_LIAISON -> t("Un mot de l’école");
            case RELANCE -> t("L’école attend une réponse");
        };
    }

    @Override
    public Set<Profil> profils() {
        return EnumSet.of(Profil.PARENT);
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
