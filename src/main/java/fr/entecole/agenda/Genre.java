package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.web.Option;
import java.util.Arrays;
import java.util.List;

/// What kind of thing takes place.
public enum Genre {
    SORTIE,
    REUNION,
    RENDEZ_VOUS,
    CONSEIL,
    FETE,
    ACTIVITE,
    AUTRE;

    public String libelle() {
        return switch (this) {
            case SORTIE -> t("Sortie");
            case REUNION -> t("Réunion");
            case RENDEZ_VOUS -> t("Rendez-vous");
            case CONSEIL -> t("Conseil");
            case FETE -> t("Fête");
            case ACTIVITE -> t("Activité");
            case AUTRE -> t("Autre");
        };
    }

    String icone() {
        return switch (this) {
            case SORTIE -> "drapeau";
            case REUNION, CONSEIL -> "groupe";
            case RENDEZ_VOUS -> "horloge";
            case FETE -> "etoile";
            case ACTIVITE, AUTRE -> "calendrier";
        };
    }

    /// For those who do not read yet.
    String image() {
        return switch (this) {
            case SORTIE -> "ballon";
            case FETE -> "cadeau";
            default -> "soleil";
        };
    }

    static List<Option> options() {
        return Option.all(Arrays.asList(values()), Genre::name, Genre::libelle);
    }
}
