package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The formatter leaves `///` alone, since it cuts a long line in two and leaves the second half short: these are set
/// by hand, within the page and above what they tell about.
class CommentairesTests {

    private static final int COLUMNS = 120;

    @Test
    void setsDocumentationWithinThePage() throws IOException {
        var faults = new ArrayList<String>();
        for (var root : List.of("src/main/java", "src/test/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    faults.addAll(faults(file.toString(), Files.readAllLines(file)));
                }
            }
        }
        assertThat(faults).as("\n" + String.join("\n", faults) + "\n").isEmpty();
    }

    @Test
    void saysWhichLineIsTooLongOrAskew() {
        assertThat(faults("A.java", List.of("/// " + "a".repeat(117), "class A {", "  /// b", "    int b;", "}")))
                .containsExactly(
                        "A.java:1: 121 columns, at most 120: fold it",
                        "A.java:3: not above what follows: indent it by 4");
    }

    private static List<String> faults(String file, List<String> lines) {
        var faults = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.strip().startsWith("///")) {
                continue;
            }
            if (line.length() > COLUMNS) {
                faults.add(file + ":" + (i + 1) + ": " + line.length() + " columns, at most 120: fold it");
            }
            var next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (!next.isBlank() && indent(next) != indent(line)) {
                faults.add(file + ":" + (i + 1) + ": not above what follows: indent it by " + indent(next));
            }
        }
        return faults;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
