package fr.entecole.comptes.codes;

import fr.entecole.comptes.motsdepasse.MotsSimples;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A pupil's secret: two plain words and two digits (`tortue-violet-42`), one of more than a hundred million. The words
/// are ones that a child of eight can spell, no two of which differ by one letter. ADR 0015.
public final class CodeEleve {

    static final List<String> MOTS = MotsSimples.all();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOT_TYPED = Pattern.compile("[^a-z0-9]");

    private CodeEleve() {}

    static String draw() {
        var first = MOTS.get(RANDOM.nextInt(MOTS.size()));
        var second = first;
        while (second.equals(first)) {
            second = MOTS.get(RANDOM.nextInt(MOTS.size()));
        }
        return first + "-" + second + "-" + (10 + RANDOM.nextInt(90));
    }

    /// What is compared: lower case, no accents, nothing between the words.
    public static String canonical(String saisie) {
        var bare = MARKS.matcher(Normalizer.normalize(saisie, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
        return NOT_TYPED.matcher(bare).replaceAll("");
    }
}
