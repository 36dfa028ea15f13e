package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the roll tells.
public enum SortePresences implements Sorte {
    /// at once in school time, whatever the delivery hours: `CahierDAppel` gives the instant (R131-5)
    ABSENCE_A_EXPLIQUER;

    @Override
    public String phrase() {
        return t("L’école attend des nouvelles de votre enfant");
    }

    @Override
    public Set<Profil> profils() {
        return EnumSet.of(Profil.PARENT);
    }

    @Override
    public Cadence cadence() {
        return Cadence.TOUT_DE_SUITE;
    }

    @Override
    public boolean retenue() {
        return false;
    }

    @Component
    static class DesAppels implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
