package fr.entecole.comptes;

import static fr.entecole.socle.Mots.t;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a password must be for those who hold powers: 80 bits, in the three shapes that the CNIL gives as examples
/// (délibération 2022-100 of 21 July 2022), and none that others would try first. No change is ever asked for later.
final class MotDePasseFort {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");
    private static final Pattern ENDING = Pattern.compile("[^a-z]+$");
    private static final int WORDS = 7;
    private static final int FEWEST_DIFFERENT = 7;
    private static final Transliterator PLAIN = Transliterator.getInstance("Latin; Latin-ASCII; Lower");
    private static final Set<String> COMMON = common();

    private MotDePasseFort() {}

    /// The rule, as the page says it before anyone types.
    static String words() {
        return t(
                "14 caractères avec des minuscules, des majuscules et des chiffres ; ou 12 en y ajoutant un signe comme"
                        + " ! ou ? ; ou une phrase d’au moins sept mots. Pas de mot de passe courant, ni votre nom.");
    }

    /// @return what is wrong with it, said to the person; empty when it will do
    static Optional<String> refusal(String motDePasse, String login) {
        if (motDePasse.length() > Hachage.LONGEST) {
            return Optional.of(t("Ce mot de passe est trop long : 256 caractères au plus."));
        }
        if (!isLongEnough(motDePasse)) {
            return Optional.of(t("Ce mot de passe n’est pas assez long ou pas assez varié."));
        }
        if (motDePasse.codePoints().distinct().count() < FEWEST_DIFFERENT || isCommon(motDePasse)) {
            return Optional.of(t("Ce mot de passe est trop facile à deviner : d’autres l’essaieraient."));
        }
        if (contains(motDePasse, login)) {
            return Optional.of(t("Ce mot de passe contient votre nom ou votre identifiant."));
        }
        return Optional.empty();
    }

    private static boolean isLongEnough(String motDePasse) {
        var words = Arrays.stream(BLANKS.split(motDePasse.strip()))
                .filter(word -> word.length() > 1)
                .distinct()
                .count();
        boolean mixed = has(motDePasse, Character::isLowerCase)
                && has(motDePasse, Character::isUpperCase)
                && has(motDePasse, Character::isDigit);
        boolean sign = has(motDePasse, c -> !Character.isLetterOrDigit(c));
        int length = motDePasse.codePointCount(0, motDePasse.length());
        return words >= WORDS || (mixed && length >= 14) || (mixed && sign && length >= 12);
    }

    private static boolean has(String motDePasse, IntPredicate kind) {
        return motDePasse.codePoints().anyMatch(kind);
    }

    /// "Motdepasse2026!" is "motdepasse" to whoever tries it.
    private static boolean isCommon(String motDePasse) {
        var plain = PLAIN.transliterate(motDePasse);
        var leet = ENDING.matcher(plain)
                .replaceAll("")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('@', 'a')
                .replace('$', 's');
        return COMMON.contains(letters(plain)) || COMMON.contains(letters(leet)) || COMMON.contains(plain);
    }

    private static String letters(String plain) {
        return NOT_LETTERS.matcher(plain).replaceAll("");
    }

    private static boolean contains(String motDePasse, String login) {
        var letters = letters(PLAIN.transliterate(motDePasse));
        return Arrays.stream(login.split("\\.", -1))
                .map(MotDePasseFort::letters)
                .anyMatch(part -> part.length() > 3 && letters.contains(part));
    }

    private static Set<String> common() {
        try (var file = MotDePasseFort.class.getResourceAsStream("mots-de-passe-courants.txt")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
