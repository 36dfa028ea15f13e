package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Nature;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.List;

/// Who may hand a code to whom. A code opens everything that its account is: where the account is several people (a
/// guardian who also teaches elsewhere), each of those who work for the school must be within reach as well. To a
/// guardian who has come already it gives an access again: that is the head's. ADR 0014.
final class CodesAccess {

    private CodesAccess() {}

    /// @param demande the person asked for
    /// @param compte everyone who comes in by the same account, that person included
    static boolean mayHand(Utilisateur par, Portee demande, List<Portee> compte) {
        return !par.is(Profil.ELEVE, Profil.PARENT)
                && compte.stream().noneMatch(Portee::soi)
                && reaches(par, demande)
                && compte.stream()
                        .filter(p -> p.nature() == Nature.PERSONNEL || p.nature() == Nature.AGENT)
                        .allMatch(p -> reaches(par, p));
    }

    /// Whether one may know where the access of this person stands, and who gives it again if it is not oneself: those
    /// whom the directory shows them already.
    static boolean sees(Utilisateur par, Portee personne) {
        return switch (personne.nature()) {
            case ELEVE, RESPONSABLE ->
                par.is(Profil.ENSEIGNANT, Profil.DIRECTEUR) && personne.enseignee() || atDesk(par, personne);
            case PERSONNEL -> par.is(Profil.DIRECTEUR) && personne.dirigee() || par.is(Profil.ADMINISTRATEUR);
            case AGENT -> par.is(Profil.ADMINISTRATEUR);
        };
    }

    private static boolean reaches(Utilisateur par, Portee personne) {
        return switch (personne.nature()) {
            case ELEVE -> par.is(Profil.ENSEIGNANT, Profil.DIRECTEUR) && personne.enseignee() || atDesk(par, personne);
            // Whoever has come chose a password and is not to be put out by a teacher: that is the head's.
            case RESPONSABLE ->
                par.is(Profil.ENSEIGNANT, Profil.DIRECTEUR) && personne.enseignee() && !personne.venue()
                        || atDesk(par, personne);
            case PERSONNEL ->
                par.is(Profil.DIRECTEUR) && personne.dirigee() && !personne.chef()
                        || par.is(Profil.ADMINISTRATEUR) && personne.chef();
            case AGENT -> par.is(Profil.ADMINISTRATEUR);
        };
    }

    /// Of a family of the school that one directs, or at whose desk one stands in its head's place.
    private static boolean atDesk(Utilisateur par, Portee personne) {
        return par.is(Profil.DIRECTEUR) && personne.dirigee()
                || par.is(Profil.DIRECTEUR, Profil.ENSEIGNANT, Profil.PERSONNEL) && personne.guichet();
    }

    /// How someone stands to the one who would hand them a code.
    ///
    /// @param enseignee pupil of a class that the one teaches today, or guardian in force of such a pupil
    /// @param dirigee belongs to an open school that the one directs
    /// @param chef directs a school, wherever
    /// @param soi the one who would hand it
    /// @param venue has come already: has a password
    /// @param guichet of a family of a school at whose desk the one stands
    record Portee(
            Nature nature,
            boolean enseignee,
            boolean dirigee,
            boolean chef,
            boolean soi,
            boolean venue,
            boolean guichet) {

        Portee(Nature nature, boolean enseignee, boolean dirigee, boolean chef, boolean soi, boolean venue) {
            this(nature, enseignee, dirigee, chef, soi, venue, false);
        }
    }
}
