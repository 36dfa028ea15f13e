package fr.entecole.annuaire.classes;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;

/// Whose school it is: a head's while they direct it and it is open (view `annuaire.dirige`), any school for the
/// region's administrator. Always part of the statement that finds the thing, so that a stranger finds nothing:
/// `(:partout or exists (select 1 from annuaire.dirige …))`.
final class DirectionAccess {

    private DirectionAccess() {}

    static boolean everywhere(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }
}
