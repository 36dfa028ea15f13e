package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The fonts that PDF files embed are those of the pages, as TTF, with their licences.
class PolicesTests {

    private static final Path WEB = Path.of("src/main/statique/polices");
    private static final Path PDF = Path.of("src/main/resources/polices");

    static List<String> webFonts() {
        return names(WEB, ".woff2");
    }

    @Test
    void areTheSameForPagesAndForPdf() {
        assertThat(names(PDF, ".ttf")).isEqualTo(webFonts()).isNotEmpty();
        assertThat(names(PDF, ".txt")).isEqualTo(names(WEB, ".txt")).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("webFonts")
    void writeFrench(String name) throws Exception {
        var font =
                Font.createFont(Font.TRUETYPE_FONT, PDF.resolve(name + ".ttf").toFile());
        assertThat(font.canDisplayUpTo("Mercredi 25 août à l’école")).isEqualTo(-1);
    }

    private static List<String> names(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
