package fr.entecole.presences;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;

/// Who may do what with the roll, pure: from what the person is to the school today. Whether the class stands in that
/// school is judged by who reads it.
public record PresencesAccess(Utilisateur utilisateur) {

    public static PresencesAccess of(Utilisateur utilisateur) {
        return new PresencesAccess(utilisateur);
    }

    /// @param equipe whether the head lets the whole team call (replacements, AESH, ATSEM), or them
    public boolean calls(UUID ecole, UUID classe, boolean equipe) {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL)
                && (perimetre.teaches(ecole, classe)
                        || perimetre.directs(ecole)
                        || (equipe && perimetre.worksIn(ecole)));
    }

    /// The register of a class as its teacher and the head read it.
    public boolean reads(UUID ecole, UUID classe) {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                && (perimetre.teaches(ecole, classe) || perimetre.directs(ecole));
    }

    public boolean directs(UUID ecole) {
        return utilisateur.is(Profil.DIRECTEUR) && Perimetre.of(utilisateur).directs(ecole);
    }

    /// Who has children to gather there when the school is evacuated: of the school, of their classes, and where the
    /// whole team calls, whoever is of it.
    public boolean gathers(UUID ecole, boolean equipe) {
        var perimetre = Perimetre.of(utilisateur);
        return directs(ecole)
                || (utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR)
                        && perimetre.ecolesTaught().contains(ecole))
                || (equipe && isOfTheTeam(ecole));
    }

    /// Works there without teaching a class or directing: a replacement, an AESH, an ATSEM.
    public boolean isOfTheTeam(UUID ecole) {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.is(Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL)
                && perimetre.worksIn(ecole)
                && !perimetre.ecolesTaught().contains(ecole)
                && !perimetre.directs(ecole);
    }

    /// A guardian in force of that child.
    public boolean answersFor(UUID ecole, UUID eleve) {
        return utilisateur.is(Profil.PARENT) && Perimetre.of(utilisateur).answersFor(ecole, eleve);
    }
}
