package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.Optional;

/// What the region sets of the brake, each between two bounds.
public enum Seuil {
    BEAUCOUP("beaucoup", 20, 2, 1_000),
    QUELQUES("quelques", 5, 1, 100),
    DELAI("delai", 10, 1, 120),
    NOUVEAU("nouveau", 7, 1, 90),
    NUIT("nuit", 21, 17, 23),
    MATIN("matin", 6, 4, 9);

    private final String cle;
    private final int defaut;
    private final int minimum;
    private final int maximum;

    Seuil(String cle, int defaut, int minimum, int maximum) {
        this.cle = cle;
        this.defaut = defaut;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    public static Optional<Seuil> of(String cle) {
        return Arrays.stream(values()).filter(s -> s.cle.equals(cle)).findFirst();
    }

    /// As the database and the form have it.
    public String cle() {
        return cle;
    }

    public int defaut() {
        return defaut;
    }

    public int minimum() {
        return minimum;
    }

    public int maximum() {
        return maximum;
    }

    public boolean accepts(int valeur) {
        return valeur >= minimum && valeur <= maximum;
    }

    public String phrase() {
        return switch (this) {
            case BEAUCOUP -> t("Beaucoup de personnes, à partir de");
            case QUELQUES -> t("Quelques personnes, jusqu’à");
            case DELAI -> t("Attente d’un premier envoi, en minutes");
            case NOUVEAU -> t("Un appareil est nouveau pendant, en jours");
            case NUIT -> t("La nuit commence à, en heures");
            case MATIN -> t("La nuit finit à, en heures");
        };
    }

    public String precision() {
        return switch (this) {
            case BEAUCOUP -> t("Un premier envoi à autant de personnes depuis un nouvel appareil attend.");
            case QUELQUES ->
                t(
                        "Un élève ou un parent n’écrit pas à plus de personnes à la fois. Un compte que l’on rouvre non plus, au début.");
            case DELAI -> t("Son auteur peut le reprendre pendant ce temps.");
            case NOUVEAU -> t("Après cela, ou après un envoi qui est parti, on le connaît.");
            case NUIT -> t("La nuit, un tel envoi ne part pas\u00a0: la direction décide.");
            case MATIN -> t("À partir de cette heure, ce n’est plus la nuit.");
        };
    }
}
