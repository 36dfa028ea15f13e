package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Gestes;
import fr.entecole.parcours.Navigateur.Taille;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whom to call: a teacher finds a mother's number, from the class or by her name; a parent finds the school's; the
/// head keeps a father out and lets him back in, without a mouse.
@MondeTest
@Tag("parcours")
class QuiAppelerTests {

    private static final byte[] PDF = "%PDF-1.7 decision".getBytes(StandardCharsets.US_ASCII);
    private static final String NUMBER = "06 39 98 10 37";

    @LocalServerPort
    int port;

    @Test
    void givesATeacherANumberInTwoTouches() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").as(Taille.TELEPHONE)) {
            window.gestes();
            window.follow("Élèves et familles");
            assertThat(window.words()).contains("Samira Benali", NUMBER);
            assertThat(window.gestes()).isEqualTo(new Gestes(1, 0));
            window.look("classe-familles").as(Taille.TELEPHONE);
            window.follow("Benali Inès").look("eleve");

            window.go("/").as(Taille.TELEPHONE).gestes();
            window.follow("Chercher une personne")
                    .type("Nom ou prénom Le début suffit, sans accent si vous voulez", "samira");
            window.page().keyboard().press("Enter");
            window.page().waitForSelector("text=Responsables");
            assertThat(window.words()).contains("Samira Benali", NUMBER);
            assertThat(window.gestes()).isEqualTo(new Gestes(2, 6));
            window.look("recherche-enseignant");
        }
    }

    @Test
    void printsTheClassAsATable() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève")) {
            window.follow("Élèves et familles");
            var page = window.page();
            page.setViewportSize(718, 1000);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "parcours", "classe-papier.png")));
            assertThat(page.evaluate("getComputedStyle(document.querySelector('main tbody tr')).display"))
                    .isEqualTo("table-row");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('main thead')).display"))
                    .isEqualTo("table-header-group");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Imprimer la liste"))
                            .isVisible())
                    .isFalse();
        }
    }

    @Test
    void givesAParentTheSchoolOfTheirChildOnATelephone() {
        try (var window = Navigateur.open(port).enterAs("Samira Benali").as(Taille.TELEPHONE)) {
            window.follow("Inès Benali");
            assertThat(window.words()).contains("Qui appeler", "01 99 00 11 02").doesNotContain("Karim");
            window.look("enfant").as(Taille.TELEPHONE);
            window.go("/annuaire/personnes")
                    .type("Nom ou prénom Le début suffit, sans accent si vous voulez", "esteve");
            window.page().keyboard().press("Enter");
            window.page().waitForSelector("text=Personnels des écoles");
            assertThat(window.words()).contains("Claire Estève");
            window.look("recherche-parent");
        }
    }

    @Test
    void letsAHeadKeepAFatherOutAndBackInByKeyboard() {
        try (var head = Navigateur.open(port).enterAs("Hélène Castans");
                var father = Navigateur.open(port).enterAs("Karim Benali")) {
            father.follow("Inès Benali");
            head.go("/annuaire/personnes");
            head.page().locator("#nom").focus();
            head.page().keyboard().type("ines benali");
            head.page().keyboard().press("Enter");
            reach(head, "Inès Benali");
            reach(head, "Écarter un responsable");
            head.look("restriction-formulaire");

            head.page().locator("input[name=responsable]").first().focus();
            head.page().keyboard().press("ArrowDown");
            assertThat(head.page().locator("label:has(input:checked)").innerText())
                    .contains("Karim Benali");
            head.page().locator("#preuve").focus();
            head.page().keyboard().type("Jugement du tribunal judiciaire de Narbonne, 12 octobre 2026");
            choose(head, "programme.pdf", "MZ".getBytes(StandardCharsets.US_ASCII));
            head.page().waitForSelector("[data-dit]:has-text('ne se joint pas ici')");
            assertThat(head.page().locator("#preuve").inputValue()).contains("Jugement");
            head.look("restriction-refusee");
            choose(head, "grand.pdf", Arrays.copyOf(PDF, 6 * 1024 * 1024));
            head.page().waitForSelector("[data-dit]:has-text('trop lourd')");
            send(head, "decision.pdf", PDF);
            assertThat(head.words()).contains("Karim Benali", "écarté", "Télécharger la décision");
            head.look("restriction-posee");

            assertThat(father.visit(path(father))).isEqualTo(404);
            father.go("/");
            assertThat(father.words()).contains("Younes").doesNotContain("Inès");

            head.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Lever cette restriction"))
                    .focus();
            head.page().keyboard().press("Enter");
            head.page().locator("input[name=motif]").focus();
            head.page().keyboard().type("Nouveau jugement du 3 mars 2027");
            head.page().keyboard().press("Enter");
            head.page().waitForSelector("text=terminée");
            assertThat(head.words()).contains("Nouveau jugement du 3 mars 2027").doesNotContain("Lever cette");
            head.look("restriction-levee");
            father.go("/");
            assertThat(father.words()).contains("Inès");
        }
    }

    @Test
    void showsTheAdministratorWhoSomeoneIs() {
        try (var window = Navigateur.open(port).enterAs("Florence Vidal")) {
            window.go("/annuaire/personnes")
                    .type("Nom ou prénom Le début suffit, sans accent si vous voulez", "esteve");
            window.page().keyboard().press("Enter");
            window.page().waitForSelector("text=Personnels des écoles");
            window.look("recherche-region");
            window.follow("Claire Estève").look("personne-region");
        }
    }

    @Test
    void showsAPupilTheirClass() {
        try (var window = Navigateur.open(port).enterAs("Inès Benali")) {
            window.go("/annuaire/ma-classe").look("ma-classe-cm1");
            assertThat(window.words()).contains("Jeanne").doesNotContain("Bastide");
        }
    }

    private static void reach(Navigateur window, String link) {
        window.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .focus();
        window.page().keyboard().press("Enter");
        window.page().waitForLoadState();
    }

    private static void choose(Navigateur window, String name, byte[] octets) {
        window.page().locator("#piece").setInputFiles(new FilePayload(name, "application/pdf", octets));
    }

    private static void send(Navigateur window, String name, byte[] octets) {
        choose(window, name, octets);
        window.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Écarter ce responsable"))
                .focus();
        window.page().waitForNavigation(() -> window.page().keyboard().press("Enter"));
    }

    private static String path(Navigateur window) {
        return window.page().url().replaceFirst("^http://[^/]+", "");
    }
}
