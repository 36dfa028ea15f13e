package fr.entecole.annuaire.classes;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;

/// Whose school it is: a head's while they direct it and it is open, any school for the region's administrator. Always
/// part of the statement that finds the thing, so that a stranger finds nothing.
final class DirectionAccess {

    private static final String DIRECTED = """
            exists (select 1 from annuaire.equipe dq
                      join annuaire.ouverture dou on dou.structure_id = dq.ecole_id and dou.fermee_le is null
                     where dq.personne_id = :qui and dq.ecole_id = s.id and dq.directeur)
            """;

    private DirectionAccess() {}

    /// @return a condition on the school `s`, with the parameter `:qui`: the person of the directory
    static String of(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ADMINISTRATEUR -> "true";
            case DIRECTEUR -> DIRECTED;
            default -> "false";
        };
    }

    static boolean everywhere(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }
}
