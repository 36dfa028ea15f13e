package fr.entecole.comptes.separation;

import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;

/// Which joined account a head may part: one of their school's, never their own, nor that of whoever directs a school.
/// ADR 0083.
final class SeparationAccess {

    private SeparationAccess() {}

    /// @param compte the account that was joined
    /// @param qui whose account would leave it
    static boolean parts(Utilisateur par, UUID compte, Identite qui) {
        return par.is(Profil.DIRECTEUR)
                && !par.compteId().equals(compte)
                && qui.profil() != Profil.DIRECTEUR
                && qui.ecoles().stream().anyMatch(Perimetre.of(par)::directs);
    }
}
