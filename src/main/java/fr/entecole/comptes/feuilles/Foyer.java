package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Familles;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A child of a class with who answers for them, as whoever hands codes looks for people: by the child.
///
/// @param proches in the order of the directory
record Foyer(Familles.Eleve enfant, Acces eleve, List<Proche> proches) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\d]+");

    Venue venue() {
        long venus = proches.stream().filter(p -> p.acces().venu()).count();
        return venus == 0
                ? Venue.PERSONNE
                : proches.stream().anyMatch(p -> p.acces().imprimable()) ? Venue.UN : Venue.TOUS;
    }

    /// Whether each word typed begins a word of the child's name, or of somebody who answers for them.
    boolean answers(String saisie) {
        return Arrays.stream(words(saisie))
                .allMatch(typed -> matches(enfant.nomComplet(), typed)
                        || proches.stream().anyMatch(p -> matches(p.acces().nom(), typed)));
    }

    private static boolean matches(String nom, String typed) {
        return Arrays.stream(words(nom)).anyMatch(word -> word.startsWith(typed));
    }

    private static String[] words(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NOT_A_LETTER.split(plain.toLowerCase(Locale.FRENCH).strip());
    }

    /// In the order of what is left to do.
    enum Venue {
        PERSONNE,
        UN,
        TOUS
    }

    /// @param lien what they are to the child: "mère"
    record Proche(Acces acces, String lien) {}
}
