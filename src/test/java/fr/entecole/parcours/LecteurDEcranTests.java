package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What Chromium tells a screen reader of the bell, of the people picker and of the editor: its own tree, by its own
/// tools. And what is attached there otherwise than by a list of files, then seen, heard and read.
@MondeTest
@Tag("parcours")
class LecteurDEcranTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void hearsTheBellThePickerAndTheEditor() {
        jdbc.sql("delete from redaction.brouillon").update();
        try (var window = Navigateur.open(port).enterAs("Claire Estève").go("/liaison/nouveau")) {
            var page = window.page();
            var tree = new Arbre(window);

            assertThat(tree.of("#cloche").live()).isEqualTo("polite");
            assertThat(tree.of("#cloche a").role()).isEqualTo("link");
            assertThat(tree.of("#cloche a").nom()).startsWith("Nouvelles : ");

            var summary = page.locator("#pour details > summary");
            if (page.locator("#pour details[open]").count() == 0) {
                summary.click();
            }
            var combobox = tree.of("#cherche");
            assertThat(combobox.role()).isEqualTo("combobox");
            assertThat(combobox.nom()).startsWith("Chercher").contains("Un enfant, un responsable");
            assertThat(combobox.property("autocomplete")).isEqualTo("list");
            assertThat(combobox.property("expanded")).isEqualTo("false");
            page.locator("#cherche").pressSequentially("ines");
            assertThat(page.locator("#cherche-liste [role=option]").first()).isVisible();
            assertThat(tree.of("#cherche").property("expanded")).isEqualTo("true");
            assertThat(tree.of("#cherche-liste").role()).isEqualTo("listbox");
            assertThat(tree.of("#cherche-liste").nom()).isEqualTo("Propositions");
            assertThat(tree.of("#pour [data-dit]").role()).isEqualTo("status");
            assertThat(tree.of("#pour [data-dit]").live()).isEqualTo("polite");
            assertThat(page.locator("#pour [data-dit]")).containsText("Propositions");
            page.locator("#cherche").press("ArrowDown");
            assertThat(tree.of("#cherche-liste [aria-selected=true]").role()).isEqualTo("option");
            assertThat(tree.of("#cherche-liste [aria-selected=true]").nom()).contains("Inès");
            assertThat(tree.of("#cherche").property("activedescendant")).isNotEmpty();
            page.locator("#cherche").press("Enter");
            assertThat(page.locator("#pour [data-dit]")).containsText("ajouté");
            assertThat(tree.of("#cherche").property("expanded")).isEqualTo("false");
            assertThat(tree.of("#pour-compte").live()).isEqualTo("polite");

            var text = tree.of(".ent-redige__texte");
            assertThat(text.role()).isEqualTo("textbox");
            assertThat(text.nom()).startsWith("Votre mot");
            assertThat(text.property("multiline")).isEqualTo("true");
            assertThat(text.description()).contains("Alt et F10");
            assertThat(tree.of("[role=toolbar]").nom()).isEqualTo("Mise en forme : Votre mot");
            assertThat(tree.of("[role=toolbar] button").role()).isEqualTo("button");
            assertThat(tree.of("[role=toolbar] button").nom()).isEqualTo("Gras");
            assertThat(tree.of("[role=toolbar] button").property("pressed")).isEqualTo("false");
            page.locator(".ent-redige__texte").focus();
            page.keyboard().press("Control+b");
            assertThat(tree.of("[role=toolbar] button").property("pressed")).isEqualTo("true");
            assertThat(tree.of("[data-souci]").role()).isEqualTo("status");
        }
    }

    @Test
    void takesAPhotoAndWhatIsDroppedThenPlaysIt() {
        jdbc.sql("delete from redaction.brouillon").update();
        try (var window = Navigateur.open(port).enterAs("Claire Estève").go("/liaison/nouveau")) {
            var page = window.page();
            var camera = page.locator("input[capture]");
            assertThat(camera).hasAttribute("capture", "environment");
            assertThat(camera).hasAttribute("accept", "image/*");
            assertThat(new Arbre(window).of("input[capture]").nom()).isEqualTo("Prendre une photo");
            camera.setInputFiles(new FilePayload("IMG_0412.HEIC", "image/heic", read("photo.heic")));
            assertThat(page.locator(".ent-joindre__piece img")).hasCount(1);
            assertThat(page.getByLabel("Ce que montre l’image, pour qui ne la voit pas"))
                    .hasCount(1);
            drop(page, "comptine.mp3", "audio/mpeg", read("son.mp3"));
            drop(page, "la mare.webm", "video/webm", read("film.webm"));
            assertThat(page.locator(".ent-joindre__piece input[type=hidden]")).hasCount(3);

            window.go("/documents").look("mes-fichiers-joues");
            page.locator("h1").click(); // nothing sounds before somebody has touched the page
            for (var media : new String[] {"audio", "video"}) {
                page.evaluate("media => document.querySelector(media).play()", media);
                page.waitForFunction("media => document.querySelector(media).currentTime > 0", media);
                assertThat(new Arbre(window).of(media).nom()).isIn("comptine.mp3", "la mare.webm");
            }
            assertThat(page.evaluate("document.querySelector('.ent-pieces img').naturalWidth"))
                    .as("the photo of a telephone, as a picture that every browser shows")
                    .isEqualTo(320);
        }
    }

    private static void drop(Page page, String name, String type, byte[] bytes) {
        page.evaluate("""
                ([nom, type, contenu]) => {
                  const octets = Uint8Array.from(atob(contenu), c => c.charCodeAt(0));
                  const fichiers = new DataTransfer();
                  fichiers.items.add(new File([octets], nom, { type }));
                  document.querySelector('[data-joindre]').dispatchEvent(
                    new DragEvent('drop', { dataTransfer: fichiers, bubbles: true, cancelable: true }));
                }
                """, new String[] {name, type, Base64.getEncoder().encodeToString(bytes)});
    }

    private static byte[] read(String name) {
        try (var input = LecteurDEcranTests.class.getResourceAsStream("/fr/entecole/documents/" + name)) {
            return Objects.requireNonNull(input).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The accessibility tree of a page.
    private static final class Arbre {

        private final CDPSession tools;

        private Arbre(Navigateur window) {
            tools = window.window().newCDPSession(window.page());
            tools.send("Accessibility.enable");
        }

        private Noeud of(String selector) {
            var document = tools.send("DOM.getDocument").getAsJsonObject("root").get("nodeId");
            var query = new JsonObject();
            query.add("nodeId", document);
            query.addProperty("selector", selector);
            var ask = new JsonObject();
            ask.add("nodeId", tools.send("DOM.querySelector", query).get("nodeId"));
            ask.addProperty("fetchRelatives", false);
            return new Noeud(tools.send("Accessibility.getPartialAXTree", ask)
                    .getAsJsonArray("nodes")
                    .get(0)
                    .getAsJsonObject());
        }
    }

    private record Noeud(JsonObject said) {

        String role() {
            return value("role");
        }

        String nom() {
            return value("name").replace('\u00a0', ' ');
        }

        String description() {
            return value("description");
        }

        String live() {
            return property("live");
        }

        /// Its value, or who it points at.
        String property(String name) {
            if (said.has("properties")) {
                for (var one : said.getAsJsonArray("properties")) {
                    if (one.getAsJsonObject().get("name").getAsString().equals(name)) {
                        var value = one.getAsJsonObject().getAsJsonObject("value");
                        return value.has("value")
                                ? value.get("value").getAsString()
                                : String.valueOf(value.get("relatedNodes"));
                    }
                }
            }
            return "";
        }

        private String value(String key) {
            return said.has(key) && said.getAsJsonObject(key).has("value")
                    ? said.getAsJsonObject(key).get("value").getAsString()
                    : "";
        }
    }
}
