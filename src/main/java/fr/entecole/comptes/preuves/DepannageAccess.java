package fr.entecole.comptes.preuves;

import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Who may help somebody who has lost what proves them: from above, never for oneself, and within reach of all that
/// the account is. Asking and deciding are the same right, of two people. ADR 0071.
///
/// @param suivies schools that this agent of the académie follows today
record DepannageAccess(Utilisateur par, Set<UUID> suivies) {

    boolean helps(UUID compte, Iterable<Identite> qui) {
        boolean someone = false;
        for (var identite : qui) {
            someone = true;
            if (!reaches(identite)) {
                return false;
            }
        }
        return someone && !par.compteId().equals(compte);
    }

    private boolean reaches(Identite qui) {
        return switch (qui.profil()) {
            case PARENT, ENSEIGNANT, PERSONNEL ->
                par.is(Profil.ADMINISTRATEUR)
                        || follows(qui)
                        || par.is(Profil.DIRECTEUR)
                                && qui.ecoles().stream()
                                        .anyMatch(ecole -> Perimetre.of(par).directs(ecole));
            case DIRECTEUR -> par.is(Profil.ADMINISTRATEUR) || follows(qui);
            case CONTRIBUTEUR, FINANCES, MAIRE, REFERENT_VILLE ->
                par.is(Profil.ADMINISTRATEUR, Profil.ASSISTANCE)
                        || par.is(Profil.REFERENT_VILLE)
                                && qui.commune() != null
                                && Objects.equals(par.commune(), qui.commune());
            case ERUN, IEN, ASSISTANCE -> par.is(Profil.ADMINISTRATEUR, Profil.ASSISTANCE);
            case ADMINISTRATEUR, DPO -> par.is(Profil.ADMINISTRATEUR);
            case ELEVE -> false; // has none to lose
        };
    }

    private boolean follows(Identite qui) {
        return par.is(Profil.IEN, Profil.ERUN, Profil.ASSISTANCE) && !Collections.disjoint(suivies, qui.ecoles());
    }
}
