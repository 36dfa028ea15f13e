package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What guardians are told of their meetings with the school.
enum SorteRendezVous implements Sorte {
    RENDEZ_VOUS_CHANGE,
    CRENEAU_LIBRE;

    @Override
    public String phrase() {
        return this == RENDEZ_VOUS_CHANGE
                ? t("Un rendez-vous avec l’école a changé")
                : t("Un créneau de rendez-vous s’est libéré");
    }

    @Override
    public Set<Profil> profils() {
        return EnumSet.of(Profil.PARENT);
    }

    /// Another family may be faster.
    @Override
    public Cadence cadence() {
        return Cadence.TOUT_DE_SUITE;
    }

    @Component
    static class OffertesDesRendezVous implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
