package fr.entecole.surete.sursis;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;

/// Who decides whether something leaves, pure: the head of the school, the region; never who wrote it.
record SursisAccess(Utilisateur utilisateur) {

    static SursisAccess of(Utilisateur utilisateur) {
        return new SursisAccess(utilisateur);
    }

    boolean wrote(Sursis sursis) {
        return sursis.compte().equals(utilisateur.compteId());
    }

    boolean decides(Sursis sursis) {
        return sursis.decidable()
                && !wrote(sursis)
                && (utilisateur.is(Profil.ADMINISTRATEUR)
                        || utilisateur.is(Profil.DIRECTEUR)
                                && Perimetre.of(utilisateur).directs(sursis.ecole()));
    }
}
