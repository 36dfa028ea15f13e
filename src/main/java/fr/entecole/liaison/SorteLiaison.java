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
    MOT_DE_LIAISON;

    @Override
    public String phrase() {
        return t("Un mot de l’école");
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
