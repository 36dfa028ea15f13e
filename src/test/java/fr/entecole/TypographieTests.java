package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every sentence that a person reads is set as French is: curly apostrophes, and a space that does not break before
/// `: ; ! ? » %` and `€`, after `«`, and inside an hour (DESIGN §6). What is counted agrees with its number.
class TypographieTests {

    private static final Pattern SENTENCE = Pattern.compile("\\bt\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FAULT = Pattern.compile("\\p{L}'\\p{L}| [:;!?»%€]|« |\\d h\\b|\\bh \\d\\d\\b");

    /// A number before a plural, or a count's label: `{0} écoles`, `Fait.compte(t("élèves arrivés"), n)`.
    private static final Pattern PLURAL = Pattern.compile(
            "(?:\\{\\d(?:, number)?\\}[\u00a0 ])(?!dans|sous|sans|fois|plus)" + "\\p{L}+[sx](?![\\p{L}’])(?! au plus)");

    private static final Pattern COUNT =
            Pattern.compile("Fait\\.compte\\(\\s*t\\(\\s*\"(?!\\{0, plural|sans )([^\"]*)\"");

    /// The first so many of a list cut at a fixed length.
    private static final Pattern FIXED = Pattern.compile("^Les \\{0\\} |\\{0(, number)?\\} caractères au plus");

    @Test
    void makesEveryCountedWordAgree() throws IOException {
        assertThat(faulty(
                        SENTENCE,
                        s -> !s.contains("plural")
                                && PLURAL.matcher(s).find()
                                && !FIXED.matcher(s).find()))
                .isEmpty();
        assertThat(faulty(COUNT, _ -> true)).isEmpty();
    }

    @Test
    void setsEverySentenceAsFrenchIs() throws IOException {
        assertThat(faulty(SENTENCE, s -> FAULT.matcher(s).find())).isEmpty();
    }

    private static List<String> faulty(Pattern sentence, Predicate<String> fault) throws IOException {
        var faults = new ArrayList<String>();
        for (var root : List.of("src/main/jte", "src/main/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    sentence.matcher(Files.readString(file))
                            .results()
                            .map(m -> m.group(1))
                            .filter(fault)
                            .forEach(s -> faults.add(file.getFileName() + ": " + s));
                }
            }
        }
        return faults;
    }

    @Test
    void findsTheFaultsItLooksFor() {
        assertThat(List.of("l'école", "Quoi ?", "« oui", "à 7 h", "7 h 30", "10 %"))
                .allMatch(s -> FAULT.matcher(s).find());
        assertThat(List.of(
                        "l’école",
                        "Quoi\u00a0?",
                        "«\u00a0oui\u00a0»",
                        "à 7\u00a0h\u00a030",
                        "{0, plural, one {# an} other {# ans}}"))
                .noneMatch(s -> FAULT.matcher(s).find());
        assertThat(List.of("{0} responsables venus", "{0, number} écoles"))
                .allMatch(s -> PLURAL.matcher(s).find());
        assertThat(List.of("{0} sur {1}", "{0} dans {1}", "{0} s’engage", "({0, number} fois)"))
                .noneMatch(s -> PLURAL.matcher(s).find());
    }
}
