package fr.entecole.liaison.familles;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.liaison.familles.Parole.Etat;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.UUID;

/// Who says something of a child, and who of the school reads it.
record ParoleAccess(Utilisateur utilisateur) {

    static ParoleAccess of(Utilisateur utilisateur) {
        return new ParoleAccess(utilisateur);
    }

    /// A guardian in force, of this child.
    boolean speaksFor(UUID eleve) {
        return utilisateur.is(Profil.PARENT)
                && Perimetre.of(utilisateur).enfants().contains(eleve);
    }

    /// Its author alone, as long as they answer for the child.
    boolean owns(Parole parole) {
        return speaksFor(parole.eleveId()) && utilisateur.personnes().contains(parole.auteurId());
    }

    /// Who teaches the child today, and the head. What a message carries is read there, by whom it is for.
    boolean hears(Parole parole) {
        var perimetre = Perimetre.of(utilisateur);
        return parole.conversation() == null
                && utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                && (perimetre.directs(parole.ecoleId()) || perimetre.teachesEleve(parole.ecoleId(), parole.eleveId()));
    }

    /// A question until the school has seen it; a pick-up until its day is over; an absence is taken back where it was
    /// announced.
    boolean changes(Parole parole, LocalDate aujourdhui) {
        return owns(parole)
                && parole.conversation() == null
                && parole.annuleeLe() == null
                && parole.retireeLe() == null
                && switch (parole.propos().nature()) {
                    case QUESTION -> parole.etat() == Etat.REMISE && parole.repondueLe() == null;
                    case DEPART -> !parole.isOver(aujourdhui);
                    case ABSENCE -> false;
                };
    }

    /// The thread of a question goes on once the school has answered.
    boolean adds(Parole parole) {
        return owns(parole)
                && parole.conversation() == null
                && parole.annuleeLe() == null
                && parole.retireeLe() == null
                && parole.propos().nature() == NatureDeParole.QUESTION
                && parole.repondueLe() != null;
    }
}
