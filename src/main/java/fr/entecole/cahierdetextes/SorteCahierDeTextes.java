package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Work that was given, told once a day to the families of those who have it.
enum SorteCahierDeTextes implements Sorte {
    TRAVAIL_A_FAIRE;

    @Override
    public String phrase() {
        return t("Du travail à faire");
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
