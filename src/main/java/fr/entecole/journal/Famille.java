package fr.entecole.journal;

import static fr.entecole.socle.Phrases.t;

/// What a reader of the journal chooses among. A short list that no module owns: a room finds its place
/// in it. One in which no module has an act is not offered.
public enum Famille {
    ENTREES,
    CODES,
    ROLES,
    RESTRICTIONS,
    IMPORTS,
    ECOLES,
    /// what rooms publish, sign, take back
    PUBLICATIONS,
    DONNEES;

    public String libelle() {
        return switch (this) {
            case ENTREES -> t("Entrées et échecs");
            case CODES -> t("Codes");
            case ROLES -> t("Rôles et classes");
            case RESTRICTIONS -> t("Restrictions");
            case IMPORTS -> t("Imports");
            case ECOLES -> t("Écoles");
            case PUBLICATIONS -> t("Publications");
            case DONNEES -> t("Données et journal");
        };
    }
}
