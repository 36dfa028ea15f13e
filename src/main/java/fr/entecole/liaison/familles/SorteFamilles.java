package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What a family tells the school, and what the school answers to its author.
enum SorteFamilles implements Sorte {
    PAROLE_DE_FAMILLE,
    REPONSE_A_UNE_FAMILLE;

    @Override
    public String phrase() {
        return this == PAROLE_DE_FAMILLE
                ? t("Une famille vous dit quelque chose")
                : t("L’école répond à ce que vous avez dit");
    }

    @Override
    public Set<Profil> profils() {
        return this == PAROLE_DE_FAMILLE ? EnumSet.of(Profil.ENSEIGNANT, Profil.DIRECTEUR) : EnumSet.of(Profil.PARENT);
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
