package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Utilisateur;

/// As what someone writes.
public enum Cote {
    ELEVE,
    RESPONSABLE,
    ENSEIGNANT,
    DIRECTION,
    PERSONNEL;

    /// @throws IllegalArgumentException of a profile that has no box
    public static Cote of(Utilisateur utilisateur) {
        return switch (utilisateur.profil()) {
            case ELEVE -> ELEVE;
            case PARENT -> RESPONSABLE;
            case ENSEIGNANT -> ENSEIGNANT;
            case DIRECTEUR -> DIRECTION;
            case PERSONNEL -> PERSONNEL;
            default -> throw new IllegalArgumentException(utilisateur.profil() + " has no box");
        };
    }

    public Nature nature() {
        return switch (this) {
            case ELEVE -> Nature.ELEVE;
            case RESPONSABLE -> Nature.RESPONSABLE;
            case ENSEIGNANT, DIRECTION, PERSONNEL -> Nature.PERSONNEL;
        };
    }

    /// How people of this nature are named one by one.
    public static Qui qui(Nature nature) {
        return switch (nature) {
            case ELEVE -> Qui.ELEVES;
            case RESPONSABLE -> Qui.RESPONSABLES;
            case PERSONNEL, AGENT -> Qui.EQUIPE;
        };
    }

    public String libelle() {
        return switch (this) {
            case ELEVE -> t("Élève");
            case RESPONSABLE -> t("Parent");
            case ENSEIGNANT -> t("Enseignement");
            case DIRECTION -> t("Direction");
            case PERSONNEL -> t("Personnel de l’école");
        };
    }
}
