package fr.entecole.documents.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.entecole.documents.Outil;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same with libvips and with the JDK alone.
class ImagesTests {

    @TempDir
    Path folder;

    @BeforeAll
    static void libvips() {
        Outil.need(
                "libvips42",
                "/usr/lib/x86_64-linux-gnu/libvips.so.42",
                "/usr/lib/aarch64-linux-gnu/libvips.so.42",
                "/usr/lib64/libvips.so.42",
                "/usr/lib/libvips.so.42");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesThreeSizes(boolean vips) throws Exception {
        var made = images(vips).of(picture("jpeg", 4_000, 3_000), "image/jpeg", folder);
        assertThat(made).extracting(Rendu::nom).containsExactly("pleine", "ecran", "vignette");
        assertThat(made).extracting(Rendu::largeur).containsExactly(2_560, 1_280, 320);
        assertThat(made).extracting(Rendu::hauteur).containsExactly(1_920, 960, 240);
        assertThat(made.getFirst().type()).isEqualTo("image/jpeg");
        assertThat(made.getLast().type()).isEqualTo(vips ? "image/webp" : "image/jpeg");
        assertThat(new String(head(made.getLast().fichier()), StandardCharsets.ISO_8859_1))
                .contains(vips ? "WEBP" : "JFIF");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverEnlarges(boolean vips) throws Exception {
        var made = images(vips).of(picture("png", 100, 50), "image/png", folder);
        assertThat(made).extracting(Rendu::largeur).containsOnly(100);
        assertThat(made.getFirst().type()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesWhatIsTooLargeOrBroken(boolean vips) throws Exception {
        var few = new Images(new ReglagesImages(1_000, 2, Duration.ofSeconds(1), vips));
        var picture = picture("png", 100, 50);
        assertThatThrownBy(() -> few.of(picture, "image/png", folder)).hasMessage("DEMESUREE");
        var broken = Files.write(folder.resolve("cassee"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        assertThatThrownBy(() -> images(vips).of(broken, "image/jpeg", folder)).hasMessage("ILLISIBLE");
    }

    /// The photo of a telephone. Debian's libheif decodes it.
    @Test
    void makesOfAHeicPhotoOneThatEveryBrowserShows() throws Exception {
        var photo = folder.resolve("photo.heic");
        try (var input = ImagesTests.class.getResourceAsStream("/fr/entecole/documents/photo.heic")) {
            Files.copy(Objects.requireNonNull(input), photo);
        }
        var made = images(true).of(photo, "image/heic", folder);
        assertThat(made).extracting(Rendu::type).containsExactly("image/jpeg", "image/webp", "image/webp");
        assertThat(made).extracting(Rendu::largeur).containsExactly(640, 640, 320);
        var full = ImageIO.read(made.getFirst().fichier().toFile());
        var point = new Color(full.getRGB(320, 240));
        assertThat(point.getRed()).isCloseTo(230, within(12));
        assertThat(point.getGreen()).isCloseTo(120, within(12));
        assertThat(point.getBlue()).isCloseTo(20, within(12));
        assertThatThrownBy(() -> images(false).of(photo, "image/heic", folder)).hasMessage("ILLISIBLE");
    }

    @Test
    void waitsForItsTurnAndNotForEver() throws Exception {
        var none = new Images(new ReglagesImages(1_000_000, 0, Duration.ofMillis(1), false));
        var picture = picture("png", 10, 10);
        assertThatThrownBy(() -> none.of(picture, "image/png", folder)).hasMessage("ATTENTE");
    }

    @Test
    void drawsTheFirstPageOfAPdf() throws Exception {
        var file = folder.resolve("a.pdf");
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(file.toFile());
        }
        assertThat(images(true).ofPdf(file, folder)).extracting(Rendu::hauteur).containsExactly(1_280, 320);
        assertThat(images(true).ofPdf(picture("png", 10, 10), folder)).isEmpty();
    }

    private Path picture(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height / 2);
        pen.dispose();
        var file = folder.resolve("source." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }

    private static byte[] head(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return input.readNBytes(16);
        }
    }

    private static Images images(boolean vips) {
        return new Images(new ReglagesImages(100_000_000, 2, Duration.ofSeconds(30), vips));
    }
}
