package fr.entecole.comptes.images;

import static fr.entecole.socle.Phrases.t;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The pictures that a child may choose from: things, so that no child's own animal is among them.
public enum Image {
    SOLEIL,
    BATEAU,
    POMME,
    ETOILE,
    PARAPLUIE,
    VOITURE,
    FLEUR,
    TAMBOUR,
    CLE,
    CHAMPIGNON,
    CADEAU,
    BALLON;

    private static final SecureRandom RANDOM = new SecureRandom();

    /// In another order each time: a finger's place on the screen tells nothing.
    public static List<Image> shuffled() {
        var all = new ArrayList<>(List.of(values()));
        Collections.shuffle(all, RANDOM);
        return all;
    }

    /// Its name in the set of children's pictures.
    public String dessin() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mot() {
        return switch (this) {
            case SOLEIL -> t("Le soleil.");
            case BATEAU -> t("Le bateau.");
            case POMME -> t("La pomme.");
            case ETOILE -> t("L’étoile.");
            case PARAPLUIE -> t("Le parapluie.");
            case VOITURE -> t("La voiture.");
            case FLEUR -> t("La fleur.");
            case TAMBOUR -> t("Le tambour.");
            case CLE -> t("La clé.");
            case CHAMPIGNON -> t("Le champignon.");
            case CADEAU -> t("Le cadeau.");
            case BALLON -> t("Le ballon.");
        };
    }
}
