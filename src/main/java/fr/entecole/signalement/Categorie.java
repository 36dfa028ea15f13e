package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

/// Why something is reported, in plain words; a child's are their own.
enum Categorie {
    MOQUERIE,
    IMAGE,
    CHOQUANT,
    HARCELEMENT,
    AUTRE;

    String phrase() {
        return switch (this) {
            case MOQUERIE -> t("Moquerie ou insulte");
            case IMAGE -> t("Image publiée sans accord");
            case CHOQUANT -> t("Contenu choquant");
            case HARCELEMENT -> t("Harcèlement");
            case AUTRE -> t("Autre chose");
        };
    }

    String phraseEleve() {
        return switch (this) {
            case MOQUERIE -> t("On se moque, ou on insulte");
            case IMAGE -> t("Une image que quelqu’un ne voulait pas");
            case CHOQUANT -> t("Cela fait peur, ou cela choque");
            case HARCELEMENT -> t("On embête toujours le même enfant");
            case AUTRE -> t("Autre chose");
        };
    }
}
