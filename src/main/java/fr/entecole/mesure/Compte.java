package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import java.util.Locale;

/// A number as it may be said: under five it is not.
record Compte(long nombre) {

    static final int SMALLEST = 5;

    boolean masque() {
        return nombre < SMALLEST;
    }

    String ecrit() {
        return masque()
                ? t("moins de 5")
                : String.format(Locale.FRENCH, "%,d", nombre).replace('\u202f', '\u00a0');
    }

    /// In a file: empty where it is not said.
    String brut() {
        return masque() ? "" : Long.toString(nombre);
    }
}
