package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What who has reserved something is told: that they have it no more, when somebody else has decided so.
public enum SorteReservations implements Sorte {
    RESERVATION_ANNULEE;

    @Override
    public String phrase() {
        return t("Une réservation annulée");
    }

    @Override
    public Set<Profil> profils() {
        return EnumSet.of(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL);
    }

    @Component
    static class Declares implements SortesDeclarees {

        @Override
        public List<? extends Sorte> sortes() {
            return List.of(values());
        }
    }
}
