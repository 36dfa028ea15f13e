package fr.entecole.cahierdetextes;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Utilisateur;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/// Who may do what with a notebook, pure: from what the person is to the school today.
record TravailAccess(Utilisateur utilisateur) {

    static TravailAccess of(Utilisateur utilisateur) {
        return new TravailAccess(utilisateur);
    }

    /// Who teaches the class writes in its notebook, whoever began it. A head who does not teach it reads.
    boolean writes(UUID ecole, UUID classe) {
        return Perimetre.of(utilisateur).teaches(ecole, classe);
    }

    boolean reads(UUID ecole, UUID classe) {
        return writes(ecole, classe) || Perimetre.of(utilisateur).directs(ecole);
    }

    /// A notebook that is over: the head's, and theirs who taught the class, as long as they work in the school.
    ///
    /// @param taught they taught the class, or wrote in its notebook
    boolean readsPast(UUID ecole, boolean taught) {
        var perimetre = Perimetre.of(utilisateur);
        return perimetre.directs(ecole) || (taught && perimetre.worksIn(ecole));
    }

    /// What a pupil handed back, and who has done what: theirs alone who teach the class today.
    boolean seesPupils(UUID ecole, UUID classe) {
        return writes(ecole, classe);
    }

    /// A public to which one who writes in this notebook may give work: the class itself, pupils whom they teach, or a
    /// group of the school, which the directory judges.
    boolean gives(UUID ecole, UUID classe, Public pour) {
        var perimetre = Perimetre.of(utilisateur);
        return pour.ecoleId().equals(ecole)
                && switch (pour.etendue()) {
                    case CLASSE -> pour.cibles().equals(Set.of(classe.toString()));
                    case ELEVES -> Arrays.stream(pour.ids()).allMatch(id -> perimetre.teachesEleve(ecole, id));
                    case GROUPE -> perimetre.worksIn(ecole);
                    default -> false;
                };
    }
}
