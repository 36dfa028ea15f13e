package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What is told of messages.
public enum SorteMessagerie implements Sorte {
    MESSAGE,
    MESSAGE_A_RELIRE;

    @Override
    public String phrase() {
        return this == MESSAGE ? t("Un message pour vous") : t("Un message d’élève attend votre relecture");
    }

    @Override
    public String phraseEleve() {
        return this == MESSAGE ? t("Un message pour toi") : phrase();
    }

    @Override
    public Set<Profil> profils() {
        return this == MESSAGE
                ? EnumSet.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL)
                : EnumSet.of(Profil.ENSEIGNANT, Profil.DIRECTEUR);
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
