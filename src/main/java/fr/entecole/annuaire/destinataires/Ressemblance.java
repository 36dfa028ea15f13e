package fr.entecole.annuaire.destinataires;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether what was typed is like a name: each typed word begins a word of it, or would with one letter changed, added,
/// left out or swapped (two in a word of eight letters and more). Accents, capitals, hyphens and order do not count.
final class Ressemblance {

    private static final int LONG_WORD = 8;
    private static final int SHORT_WORD = 4;

    private final List<String> demande;

    private Ressemblance(List<String> demande) {
        this.demande = demande;
    }

    static Ressemblance of(String typed) {
        return new Ressemblance(words(typed));
    }

    boolean isEmpty() {
        return demande.isEmpty();
    }

    /// @return mistakes in all typed words, 0 when each begins a word of the name as it is; -1 when it is another name
    int mistakes(String name) {
        var mots = words(name);
        int sum = 0;
        for (var typed : demande) {
            int least =
                    mots.stream().mapToInt(mot -> mistakes(typed, mot)).min().orElse(Integer.MAX_VALUE);
            if (least > allowed(typed)) {
                return -1;
            }
            sum += least;
        }
        return sum;
    }

    boolean beginsIn(String name) {
        return mistakes(name) == 0;
    }

    private static int allowed(String typed) {
        return typed.length() >= LONG_WORD ? 2 : typed.length() >= SHORT_WORD ? 1 : 0;
    }

    /// The least of the distances between what was typed and a beginning of the word.
    private static int mistakes(String typed, String mot) {
        if (mot.startsWith(typed)) {
            return 0;
        }
        int allowed = allowed(typed);
        if (allowed == 0 || mot.length() + allowed < typed.length()) {
            return Integer.MAX_VALUE;
        }
        int[] before = new int[mot.length() + 1];
        int[] last = new int[mot.length() + 1];
        int[] row = new int[mot.length() + 1];
        for (int j = 0; j <= mot.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= mot.length(); j++) {
                int change = typed.charAt(i - 1) == mot.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == mot.charAt(j - 2)
                        && typed.charAt(i - 2) == mot.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return Arrays.stream(last).min().orElse(Integer.MAX_VALUE);
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("\\p{M}+", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(mot -> !mot.isEmpty())
                .toList();
    }
}
