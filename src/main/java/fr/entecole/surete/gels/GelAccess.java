package fr.entecole.surete.gels;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;

/// Who freezes and reopens, pure: the region anywhere; a head in their school, and what stands in it alone.
record GelAccess(Utilisateur utilisateur) {

    static GelAccess of(Utilisateur utilisateur) {
        return new GelAccess(utilisateur);
    }

    boolean decides(UUID ecole) {
        return utilisateur.is(Profil.ADMINISTRATEUR)
                || utilisateur.is(Profil.DIRECTEUR)
                        && !ecole.equals(Cle.PARTOUT)
                        && Perimetre.of(utilisateur).directs(ecole);
    }
}
