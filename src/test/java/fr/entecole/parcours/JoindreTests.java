package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The head attaches a decision: chosen, pasted or dropped, through a cut line and a page loaded again.
@Tag("navigateur")
@MondeTest
class JoindreTests {

    @LocalServerPort
    int port;

    @Autowired
    Reperes reperes;

    @TempDir
    Path folder;

    @Test
    void goesOnAfterACutAndAfterAReload() throws IOException {
        var bytes = Arrays.copyOf("%PDF-1.7 essai".getBytes(StandardCharsets.US_ASCII), 3_500_000);
        var file = Files.write(folder.resolve("jugement.pdf"), bytes);
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").go(restrictions())) {
            var page = window.page();
            var asked = new ArrayList<String>();
            var parts = new AtomicInteger();
            var cut = new AtomicBoolean(true);
            page.route("**/suite*", route -> {
                asked.add(route.request().url().replaceFirst(".*debut=", ""));
                if (cut.get() && parts.incrementAndGet() > 2) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.locator("#piece").setInputFiles(file);
            assertThat(page.locator("[data-dit]")).containsText("L’envoi reprendra tout seul");
            assertThat(asked).startsWith("0", "1048576", "2097152");
            page.reload();
            asked.clear();
            cut.set(false);
            page.locator("#piece").setInputFiles(file);
            assertThat(attached(window)).containsText("jugement.pdf");
            assertThat(asked).as("from where it was").startsWith("2097152").doesNotContain("0");
        }
    }

    /// The line is held once a part of it has arrived: how far it is shows, and it is given up.
    @Test
    void showsHowFarItIsAndIsGivenUpOnTheWay() throws IOException {
        var bytes = Arrays.copyOf("%PDF-1.7 essai".getBytes(StandardCharsets.US_ASCII), 3_500_000);
        var file = Files.write(folder.resolve("jugement.pdf"), bytes);
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").go(restrictions())) {
            var page = window.page();
            page.route("**/suite?debut=0", Route::resume);
            page.route("**/suite?debut=1*", _ -> {}); // no answer comes
            page.locator("#piece").setInputFiles(file);
            var gauge = page.locator(".ent-joindre__piece progress");
            assertThat(gauge).hasAttribute("max", "3500000");
            assertThat(gauge).hasAttribute("value", "1048576");
            window.look("joindre-en-route");
            page.waitForResponse(
                    "**/abandon",
                    () -> page.getByRole(
                                    com.microsoft.playwright.options.AriaRole.BUTTON,
                                    new Page.GetByRoleOptions().setName("Annuler – jugement.pdf"))
                            .press("Enter"));
            assertThat(page.locator(".ent-joindre__piece")).hasCount(0);
            assertThat(page.locator("[data-refuse]")).hasCount(0);
            page.unroute("**/suite?debut=1*");
            page.locator("#piece").setInputFiles(file);
            assertThat(attached(window)).containsText("jugement.pdf");
        }
    }

    @Test
    void sendsThemWithTheForm() {
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").go(restrictions())) {
            var page = window.page();
            page.locator("#piece").setInputFiles(new FilePayload("photo.png", "image/png", png()));
            assertThat(page.locator(".ent-joindre__piece img")).hasCount(1);
            var words = page.getByLabel("Ce que montre l’image, pour qui ne la voit pas");
            words.fill("La première page du jugement");
            window.look("joindre");
            window.assertFits();
            page.setViewportSize(320, 700);
            window.assertFits();
            page.locator("input[name=responsable]").first().check();
            page.locator("#preuve").fill("Jugement du tribunal, 12 octobre 2026");
            window.click("Écarter ce responsable");
            page.waitForURL("**?fait=ecart");
            assertThat(window.words()).contains("Télécharger la décision", "Image, ");
            window.go("/documents").look("mes-fichiers");
            assertThat(window.words()).contains("décision.png", "Il se garde avec la décision");
            assertThat(page.getByAltText("La première page du jugement")).hasCount(1);
        }
    }

    @Test
    void takesWhatIsPastedAndGivesItUpAgain() {
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").go(restrictions())) {
            var page = window.page();
            page.evaluate("""
                    () => {
                      const files = new DataTransfer();
                      files.items.add(new File(['%PDF-1.7 essai'], 'colle.pdf', { type: 'application/pdf' }));
                      document.querySelector('#preuve').dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }));
                    }
                    """);
            assertThat(page.locator(".ent-joindre__piece input[type=hidden]")).hasCount(1);
            page.getByRole(
                            com.microsoft.playwright.options.AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Retirer – colle.pdf"))
                    .press("Enter");
            assertThat(page.locator(".ent-joindre__piece")).hasCount(0);
            assertThat(page.locator("[data-dit]")).hasText("");
            page.locator("#piece")
                    .setInputFiles(new FilePayload(
                            "programme.exe", "application/pdf", "MZ".getBytes(StandardCharsets.US_ASCII)));
            assertThat(page.locator("[data-dit]")).containsText("ne se joint pas ici");
        }
    }

    @Test
    void recordsNothingWhileARefusedFileStandsInTheForm() {
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").go(restrictions())) {
            var page = window.page();
            page.locator("input[name=responsable]").last().check();
            page.locator("#preuve").fill("Jugement du tribunal, 12 octobre 2026");
            page.locator("#piece")
                    .setInputFiles(new FilePayload(
                            "notes.pdf", "application/pdf", "des mots".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator("[data-refuse]")).containsText("ni un PDF, ni une image JPEG ou PNG");
            window.look("joindre-refuse");
            page.setViewportSize(320, 700);
            window.assertFits();
            window.click("Écarter ce responsable");
            assertThat(page.locator("[data-dit]")).containsText("Rien n’est encore enregistré");
            assertThat(page.url()).doesNotContain("fait=");
            page.locator("#piece")
                    .setInputFiles(new FilePayload(
                            "jugement.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
            assertThat(page.locator("[data-refuse]")).hasCount(0);
            assertThat(attached(window)).containsText("jugement.pdf");
        }
    }

    private Locator attached(Navigateur window) {
        return window.page()
                .locator(
                        ".ent-joindre__piece",
                        new Page.LocatorOptions().setHas(window.page().locator("input[type=hidden]")));
    }

    private String restrictions() {
        return "/annuaire/eleves/" + reperes.personne("11", Nature.ELEVE, "500104") + "/restrictions";
    }

    private static byte[] png() {
        var picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(10, 10, Color.RED.getRGB());
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
