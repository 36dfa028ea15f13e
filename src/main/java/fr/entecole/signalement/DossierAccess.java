package fr.entecole.signalement;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.signalement.Dossier.Echelon;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who decides about what was reported, pure. Nobody about what they wrote.
record DossierAccess(Utilisateur utilisateur) {

    static DossierAccess of(Utilisateur utilisateur) {
        return new DossierAccess(utilisateur);
    }

    boolean decides(Dossier dossier) {
        if (wrote(dossier.auteur())) {
            return false;
        }
        if (dossier.echelon() == Echelon.AU_DESSUS) {
            return utilisateur.is(Profil.ADMINISTRATEUR)
                    || utilisateur.is(Profil.IEN)
                            && dossier.circonscription() != null
                            && dossier.circonscription().equals(utilisateur.circonscription());
        }
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.is(Profil.DIRECTEUR, Profil.ENSEIGNANT)
                && (perimetre.directs(dossier.ecole())
                        || dossier.classes().stream().anyMatch(classe -> perimetre.teaches(dossier.ecole(), classe)));
    }

    /// Is told what was decided about what they wrote, once it is.
    boolean learns(Dossier dossier) {
        return wrote(dossier.auteur())
                && dossier.decision() != null
                && dossier.decision().sens() != Sens.RIEN;
    }

    /// Hides it at once by saying so.
    boolean hides(UUID ecole) {
        return utilisateur.is(Profil.DIRECTEUR, Profil.ENSEIGNANT)
                && Perimetre.of(utilisateur).worksIn(ecole);
    }

    private boolean wrote(@Nullable UUID auteur) {
        return auteur != null && utilisateur.personnes().contains(auteur);
    }
}
