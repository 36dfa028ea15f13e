package fr.entecole.comptes.delegations;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What may be entrusted, and for how long at most.
public enum Genre {
    INTERIM(12),
    GUICHET(12),
    APPEL(12),
    /// from one election to the next
    PARENT_ELU(14);

    private final int mois;

    Genre(int mois) {
        this.mois = mois;
    }

    /// Its word in an address: `parent-elu`.
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Genre> ofPath(String path) {
        return Arrays.stream(values())
                .filter(genre -> genre.path().equals(path))
                .findFirst();
    }

    int mois() {
        return mois;
    }

    boolean famille() {
        return this == PARENT_ELU;
    }

    public String mot() {
        return switch (this) {
            case INTERIM -> t("Direction par intérim");
            case GUICHET -> t("Aide au guichet");
            case APPEL -> t("Appel");
            case PARENT_ELU -> t("Parent élu");
        };
    }

    /// Of several.
    public String titre() {
        return switch (this) {
            case INTERIM -> t("Direction par intérim");
            case GUICHET -> t("Au guichet des accès");
            case APPEL -> t("À l’appel");
            case PARENT_ELU -> t("Parents élus");
        };
    }

    public String geste() {
        return switch (this) {
            case INTERIM -> t("Confier la direction");
            case GUICHET -> t("Confier le guichet");
            case APPEL -> t("Confier l’appel");
            case PARENT_ELU -> t("Ajouter un parent élu");
        };
    }

    public String effet() {
        return switch (this) {
            case INTERIM -> t("Peut tout ce que peut la direction, dans cette école, du premier au dernier jour.");
            case GUICHET ->
                t("Redonne un accès à un élève ou à un responsable de toute l’école. Jamais à quelqu’un de l’équipe.");
            case APPEL ->
                t(
                        "Fait l’appel de toutes les classes de l’école, et rassemble les enfants en cas d’évacuation. Ne lit pas les registres.");
            case PARENT_ELU -> t("Les familles et l’équipe lisent son nom, jusqu’au dernier jour de son mandat.");
        };
    }

    public String icone() {
        return switch (this) {
            case INTERIM -> "ecole";
            case GUICHET -> "cle";
            case APPEL -> "appel";
            case PARENT_ELU -> "groupe";
        };
    }
}
