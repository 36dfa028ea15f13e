package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What heads are told of the convention of their school.
public enum SorteConventions implements Sorte {
    CONVENTION_ECOLE_OUVERTE {
        @Override
        public String phrase() {
            return t("Votre école entre dans l’ENT");
        }
    },
    CONVENTION_FIN_PROCHE {
        @Override
        public String phrase() {
            return t("La convention de votre école arrive à son terme");
        }
    };

    @Override
    public Set<Profil> profils() {
        return EnumSet.of(Profil.DIRECTEUR);
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
