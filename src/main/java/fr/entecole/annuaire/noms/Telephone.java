package fr.entecole.annuaire.noms;

import java.util.regex.Pattern;

/// A telephone number as people read it: `+33639981235` and `+33 6 39 98 12 35` → "06 39 98 12 35".
public final class Telephone {

    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");
    private static final Pattern FRANCE = Pattern.compile("^(\\+|00)33");
    private static final Pattern TEN_FIGURES = Pattern.compile("0\\d{9}");
    private static final Pattern PAIR = Pattern.compile("(\\d{2})(?=\\d)");
    private static final Pattern LAST_HYPHEN = Pattern.compile("\\s*-$");

    private Telephone() {}

    /// As a telephone dials it.
    public static String appel(String feed) {
        return NOT_DIALLED.matcher(feed).replaceAll("");
    }

    public static String affiche(String feed) {
        var digits = FRANCE.matcher(appel(feed)).replaceFirst("0");
        return TEN_FIGURES.matcher(digits).matches()
                ? PAIR.matcher(digits).replaceAll("$1\u00a0")
                : LAST_HYPHEN.matcher(feed.strip()).replaceAll("");
    }
}
