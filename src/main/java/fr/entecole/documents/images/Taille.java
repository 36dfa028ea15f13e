package fr.entecole.documents.images;

import java.util.Locale;

/// The longest side of each size, in pixels.
enum Taille {
    PLEINE(2_560),
    ECRAN(1_280),
    VIGNETTE(320);

    private final int cote;

    Taille(int cote) {
        this.cote = cote;
    }

    int cote() {
        return cote;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
