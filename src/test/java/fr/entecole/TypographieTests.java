package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every sentence that a person reads is set as French is: curly apostrophes, and a space that does not break before
/// `: ; ! ? » %` and `€`, after `«`, and inside an hour (DESIGN §6).
class TypographieTests {

    private static final Pattern SENTENCE = Pattern.compile("\\bt\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FAULT = Pattern.compile("\\p{L}'\\p{L}| [:;!?»%€]|« |\\d h\\b|\\bh \\d\\d\\b");

    @Test
    void setsEverySentenceAsFrenchIs() throws IOException {
        var faults = new ArrayList<String>();
        for (var root : List.of("src/main/jte", "src/main/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    SENTENCE.matcher(Files.readString(file))
                            .results()
                            .map(m -> m.group(1))
                            .filter(s -> FAULT.matcher(s).find())
                            .forEach(s -> faults.add(file.getFileName() + ": " + s));
                }
            }
        }
        assertThat(faults).isEmpty();
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
    }
}
