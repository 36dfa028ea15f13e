package fr.entecole.reservations;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;

/// Who may do what with the things of a school, pure: who works there sees and reserves, its head keeps them.
record ReservationAccess(Utilisateur utilisateur) {

    static ReservationAccess of(Utilisateur utilisateur) {
        return new ReservationAccess(utilisateur);
    }

    boolean sees(UUID ecole) {
        var perimetre = Perimetre.of(utilisateur);
        return perimetre.worksIn(ecole) || perimetre.directs(ecole);
    }

    boolean keeps(UUID ecole) {
        return Perimetre.of(utilisateur).directs(ecole);
    }

    boolean reserves(Chose chose) {
        return sees(chose.ecoleId()) && (chose.pour() == Chose.Pour.EQUIPE || keeps(chose.ecoleId()));
    }

    /// Gives it back: who has it, and the head.
    boolean cancels(Reservation reservation) {
        return keeps(reservation.ecoleId())
                || (sees(reservation.ecoleId())
                        && reservation.personneId() != null
                        && utilisateur.personnes().contains(reservation.personneId()));
    }

    UUID[] ecoles() {
        return utilisateur.ecoles().stream().filter(this::sees).toArray(UUID[]::new);
    }

    UUID[] dirigees() {
        return Perimetre.of(utilisateur).ecolesDirected().toArray(UUID[]::new);
    }
}
