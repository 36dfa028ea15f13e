package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

/// Who can do something about what a batch says.
enum Decideur {
    /// The head of the pupil's school, in ONDE.
    DIRECTION,
    /// The services of the académie that make the feed or keep the staff's records.
    ACADEMIE,
    /// Nobody has to.
    PERSONNE;

    /// @param code of a warning, empty for a record that was refused
    /// @param sorte of a record that was refused, empty for a warning
    static Decideur of(String code, String sorte) {
        return switch (code) {
            case "" -> sorte.equals("eleve") || sorte.equals("responsable") ? DIRECTION : ACADEMIE;
            case "attribut-inconnu", "fichier-ignore", "doublon", "suppression-inconnue", "valeur-tronquee" -> PERSONNE;
            case "fonction-sans-structure",
                    "direction-sans-fonction",
                    "structure-inconnue",
                    "structure-absente",
                    "circonscription-inconnue",
                    "classe-sans-ecole",
                    "encodage",
                    "identifiant-absent",
                    "siret-invalide",
                    "type-inattendu",
                    "uai-double",
                    "uai-invalide" -> ACADEMIE;
            default -> DIRECTION;
        };
    }

    String titre() {
        return switch (this) {
            case DIRECTION -> t("À corriger dans ONDE, par la direction de chaque école");
            case ACADEMIE -> t("À corriger par les services de l’académie");
            case PERSONNE -> t("Pour information");
        };
    }

    String suite() {
        return switch (this) {
            case DIRECTION ->
                t("Chaque direction voit les siens sur son accueil, fiche par fiche. Vous n’avez rien à faire.");
            case ACADEMIE ->
                t("Transmettez-les avec les numéros du fichier : personne ne peut les corriger dans ONDE.");
            case PERSONNE -> t("Personne n’a rien à faire.");
        };
    }
}
