package fr.entecole.comptes.motsdepasse;

import fr.entecole.comptes.motsdepasse.MotDePasse.Force;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// A password that the house proposes: words without accents, which every keyboard has, and a number, all drawn. Its
/// worth is that of the draw, whoever knows how it is made: four words for 50 bits, seven for 80.
final class Proposition {

    static final List<String> MOTS = MotsSimples.all().stream()
            .filter(Pattern.compile("[a-z]+").asMatchPredicate())
            .toList();
    static final int FIRST = 1_000;
    static final int NUMBERS = 9_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Proposition() {}

    static String draw(Force force) {
        var words = new LinkedHashSet<String>();
        while (words.size() < words(force)) {
            words.add(MOTS.get(RANDOM.nextInt(MOTS.size())));
        }
        return String.join(" ", words) + " " + (FIRST + RANDOM.nextInt(NUMBERS));
    }

    static int words(Force force) {
        return force == Force.BITS_50 ? 4 : 7;
    }
}
