package fr.entecole.redaction;

import static fr.entecole.socle.Phrases.t;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What would make a text easier to read, said to its author before it leaves: nothing is corrected, nothing is
/// refused, and no outside service reads it.
public final class Clarte {

    private static final int LONG = 25;
    private static final int SHOWN = 6;
    private static final int WORDS_SHOWN = 6;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s+|\\n+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'-][\\p{L}\\p{N}]+)*");

    /// « sera distribué », « ont été prises »: a form of être, then a participle. What is said of where people are or
    /// go (« est né », « sont arrivés », « est absent ») is no passive.
    private static final Pattern PASSIVE = Pattern.compile(
            "\\b(?:est|sont|sera|seront|était|étaient|serait|seraient|été)\\s+(?:\\p{L}+ment\\s+)?"
                    + "(?!arriv|all|né|rest|entr|rentr|pass|mont|tomb|retourn|décéd|désol|fatigu)"
                    + "(?:\\p{L}{2,}(?:é|ée|és|ées)|(?:re|trans|per|ad)?mise?s?|(?:re|com|sur)?prise?s?"
                    + "|(?:re)?faite?s?|(?:in)?(?:é|s)crite?s?|(?:inter)?dite?s?|(?:ouv|off|couv)erte?s?|rendue?s?|reçue?s?|vue?s?"
                    + "|choisie?s?|réunie?s?|fournie?s?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private Clarte() {}

    /// @param brut plain text
    public static List<String> hints(String brut) {
        List<String> hints = new ArrayList<>();
        for (var sentence : SENTENCE.split(brut)) {
            var words = WORD.matcher(sentence).results().map(m -> m.group()).toList();
            if (words.size() > LONG) {
                hints.add(t(
                        "Cette phrase a {0, plural, one {# mot} other {# mots}}\u00a0: «\u00a0{1}…\u00a0». Coupez-la en deux.",
                        words.size(), String.join(" ", words.subList(0, WORDS_SHOWN))));
            }
        }
        PASSIVE.matcher(brut)
                .results()
                .map(m -> t("«\u00a0{0}\u00a0»\u00a0: dites qui le fait.", m.group()))
                .forEach(hints::add);
        Stream.concat(Lexique.abbreviations(brut), Lexique.unknownAbbreviations(brut))
                .forEach(hints::add);
        return hints.stream().distinct().limit(SHOWN).toList();
    }
}
