package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the agenda tells those for whom a date is, when its author asks for it, and when it is cancelled.
public enum SorteAgenda implements Sorte {
    DATE_A_L_AGENDA;

    @Override
    public String phrase() {
        return t("Une date à l’agenda");
    }

    @Override
    public Set<Profil> profils() {
        return EnumSet.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL);
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
