package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A number as it may be said: under five it is not.
///
/// @param tu not said either, though it could be: the others and their sum would tell the one that is not
record Compte(long nombre, boolean tu) {

    static final int SMALLEST = 5;

    Compte(long nombre) {
        this(nombre, false);
    }

    /// Parts of one sum: where one alone is not said, the smallest of the others is not said either.
    static <K extends Comparable<?>> Map<K, Compte> parts(Map<K, Long> nombres) {
        Map<K, Compte> parts = new LinkedHashMap<>();
        nombres.forEach((part, nombre) -> parts.put(part, new Compte(nombre)));
        if (parts.values().stream().filter(Compte::masque).count() == 1) {
            parts.entrySet().stream()
                    .filter(e -> !e.getValue().masque())
                    .min(Comparator.comparingLong((Map.Entry<K, Compte> e) -> e.getValue().nombre)
                            .thenComparing(e -> e.getKey().toString()))
                    .ifPresent(e -> parts.put(e.getKey(), new Compte(e.getValue().nombre, true)));
        }
        return parts;
    }

    boolean masque() {
        return tu || nombre < SMALLEST;
    }

    String ecrit() {
        if (tu) {
            return t("non dit");
        }
        return masque()
                ? t("moins de 5")
                : String.format(Locale.FRENCH, "%,d", nombre).replace('\u202f', '\u00a0');
    }

    /// In a file: empty where it is not said.
    String brut() {
        return masque() ? "" : Long.toString(nombre);
    }
}
