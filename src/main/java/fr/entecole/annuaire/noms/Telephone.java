package fr.entecole.annuaire.noms;

import java.util.regex.Pattern;

/// A telephone number as people write it: `+33639981235` and `+33 (0)6 39 98 12 35` → "06 39 98 12 35". Those of the
/// overseas départements are dialled as in metropolitan France ("0262 12 34 56"); those of the Pacific keep their
/// prefix, and a foreign one is as it was typed.
public final class Telephone {

    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");
    private static final Pattern PREFIX = Pattern.compile("^(?:\\+|00)(?=[1-9])");
    private static final Pattern FRANCE = Pattern.compile("^\\+330?(?=\\d{9}$)");
    // Réunion and Mayotte, Guadeloupe, Guyane, Martinique, nine figures; Saint-Pierre-et-Miquelon, six
    private static final Pattern OUTRE_MER = Pattern.compile("^\\+(?:(?:262|590|594|596)0?(?=\\d{9}$)|(?=508\\d{6}$))");
    private static final Pattern PACIFIQUE = Pattern.compile("\\+(?:681|687)\\d{6}|\\+689\\d{8}");
    private static final Pattern TEN_FIGURES = Pattern.compile("0\\d{9}");
    private static final Pattern BY_FOUR = Pattern.compile("0(?:26[239]|508|59[046]|69[0-467])\\d{6}");
    private static final Pattern PAIR = Pattern.compile("(\\d{2})(?=\\d)");
    private static final Pattern LAST_HYPHEN = Pattern.compile("\\s*-$");
    private static final int LONG = 4;

    private Telephone() {}

    /// As a telephone dials it.
    public static String appel(String feed) {
        var digits = PREFIX.matcher(NOT_DIALLED.matcher(feed).replaceAll("")).replaceFirst("+");
        digits = FRANCE.matcher(digits).replaceFirst("+33");
        return digits;
    }

    public static String affiche(String feed) {
        var digits =
                OUTRE_MER.matcher(FRANCE.matcher(appel(feed)).replaceFirst("0")).replaceFirst("0");
        if (BY_FOUR.matcher(digits).matches() || PACIFIQUE.matcher(digits).matches()) {
            return digits.substring(0, LONG) + "\u00a0" + pairs(digits.substring(LONG));
        }
        return TEN_FIGURES.matcher(digits).matches()
                ? pairs(digits)
                : LAST_HYPHEN.matcher(feed.strip()).replaceAll("");
    }

    private static String pairs(String digits) {
        return PAIR.matcher(digits).replaceAll("$1\u00a0");
    }
}
