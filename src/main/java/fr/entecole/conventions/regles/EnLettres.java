package fr.entecole.conventions.regles;

/// Whole numbers in French words, in the spelling that the administration uses (before 1990): hyphens below a hundred
/// only, « vingt » and « cent » in the plural where nothing follows them, « mille » never.
final class EnLettres {

    private static final String[] UNDER_SEVENTEEN = {
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize"
    };
    private static final String[] TENS = {"", "", "vingt", "trente", "quarante", "cinquante", "soixante"};

    private EnLettres() {}

    /// @param number from 0 to 999 999 999
    static String of(long number) {
        if (number < 0 || number >= 1_000_000_000L) {
            throw new IllegalArgumentException("from nothing to a thousand millions: " + number);
        }
        if (number == 0) {
            return UNDER_SEVENTEEN[0];
        }
        var words = new StringBuilder();
        int millions = (int) (number / 1_000_000);
        int thousands = (int) (number / 1_000 % 1_000);
        int rest = (int) (number % 1_000);
        if (millions > 0) {
            words.append(hundreds(millions, true)).append(millions > 1 ? " millions " : " million ");
        }
        if (thousands > 0) {
            // « quatre-vingt mille », « deux cent mille »: mille is a number, not a noun
            words.append(thousands == 1 ? "" : hundreds(thousands, false) + " ").append("mille ");
        }
        if (rest > 0) {
            words.append(hundreds(rest, true));
        }
        return words.toString().strip();
    }

    /// @param last nothing follows that counts as a number
    private static String hundreds(int number, boolean last) {
        int hundreds = number / 100;
        int rest = number % 100;
        var words = switch (hundreds) {
            case 0 -> "";
            case 1 -> "cent ";
            default -> UNDER_SEVENTEEN[hundreds] + (rest == 0 && last ? " cents " : " cent ");
        };
        return (words + (rest == 0 ? "" : tens(rest, last))).strip();
    }

    private static String tens(int number, boolean last) {
        if (number < UNDER_SEVENTEEN.length) {
            return UNDER_SEVENTEEN[number];
        }
        if (number < 20) {
            return "dix-" + UNDER_SEVENTEEN[number - 10];
        }
        if (number < 70) {
            return joined(TENS[number / 10], number % 10);
        }
        if (number < 80) {
            return number == 71 ? "soixante et onze" : "soixante-" + tens(number - 60, last);
        }
        return number == 80 ? (last ? "quatre-vingts" : "quatre-vingt") : "quatre-vingt-" + tens(number - 80, last);
    }

    private static String joined(String ten, int unit) {
        return switch (unit) {
            case 0 -> ten;
            case 1 -> ten + " et un";
            default -> ten + "-" + UNDER_SEVENTEEN[unit];
        };
    }
}
