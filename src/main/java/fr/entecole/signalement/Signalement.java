package fr.entecole.signalement;

import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;

/// What somebody says of a thing.
///
/// @param mots their own, empty where they added none
/// @param danger whether somebody is in danger
/// @param masque whether they ask that it be hidden at once
record Signalement(Categorie categorie, String mots, boolean masque, boolean danger) {

    static Qui qui(Utilisateur par) {
        if (par.is(Profil.ELEVE)) {
            return Qui.ELEVES;
        }
        return par.is(Profil.PARENT) ? Qui.RESPONSABLES : Qui.EQUIPE;
    }
}
