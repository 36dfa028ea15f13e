package fr.entecole.annuaire.noms;

/// A telephone number as people read it: `+33639981235` and `+33 6 39 98 12 35` → "06 39 98 12 35".
public final class Telephone {

    private Telephone() {}

    /// As a telephone dials it.
    public static String appel(String feed) {
        return feed.replaceAll("[^0-9+]", "");
    }

    public static String affiche(String feed) {
        var digits = feed.replaceAll("[^0-9+]", "").replaceFirst("^(\\+|00)33", "0");
        return digits.matches("0\\d{9}")
                ? digits.replaceAll("(\\d{2})(?=\\d)", "$1\u00a0")
                : feed.strip().replaceAll("\\s*-$", "");
    }
}
