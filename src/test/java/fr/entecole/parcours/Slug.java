package fr.entecole.parcours;

import java.text.Normalizer;
import java.util.Locale;

final class Slug {

    private Slug() {}

    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .toLowerCase(Locale.ROOT);
    }
}
