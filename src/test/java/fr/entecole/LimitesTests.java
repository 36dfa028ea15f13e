package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The lengths that CONTRIBUTING states. They may be lowered; what outgrows one is split by what it does, not by layer.
class LimitesTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int SOURCE = 330;
    private static final int CONTROLLER = 180;
    private static final int SETTINGS = 65;

    @Test
    void keepsSourcesShort() throws IOException {
        assertThat(longer(MAIN, ".java", SOURCE))
                .as("sources over " + SOURCE + " lines: split them")
                .isEmpty();
        assertThat(longer(MAIN, "Controller.java", CONTROLLER))
                .as("controllers over " + CONTROLLER + " lines: an action that is no CRUD is a resource of its own")
                .isEmpty();
        assertThat(longer(Path.of("src/main/resources"), "application.yaml", SETTINGS))
                .as("settings of a module stand in its own record")
                .isEmpty();
    }

    @Test
    void seesWhatIsLonger() throws IOException {
        assertThat(longer(Path.of("src/test/java/fr/entecole"), "LimitesTests.java", 10))
                .containsExactly("src/test/java/fr/entecole/LimitesTests.java");
    }

    @Test
    void saysTheSameInTheGuide() throws IOException {
        assertThat(Files.readString(Path.of("CONTRIBUTING.md")))
                .contains(SOURCE + " lines", CONTROLLER + " lines", SETTINGS + " lines");
    }

    private static List<String> longer(Path root, String end, int most) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(end))
                    .filter(f -> lines(f) > most)
                    .map(Path::toString)
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
