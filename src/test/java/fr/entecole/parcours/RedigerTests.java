package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Florence Vidal writes on the page of help for everyone: with the editor, with the keyboard, without a script, in two
/// tabs, without a network. Nothing that she types is lost, and nothing stays on the device once she has left.
@MondeTest
@Tag("parcours")
class RedigerTests {

    private static final String PATH = "/reglages/aide";
    private static final String KEPT = "Object.keys(localStorage).filter(k => k.startsWith('brouillon ')).length";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingWritten() {
        jdbc.sql("delete from redaction.texte").update();
        jdbc.sql("delete from redaction.brouillon").update();
    }

    @Test
    void writesByKeyboardAndEveryoneReads() {
        try (var window =
                Navigateur.open(port).enterAs("Florence Vidal").go(PATH).look("editeur-vide")) {
            var page = window.page();
            var texte = texte(page);
            texte.focus();
            page.keyboard().type("# Cet hiver");
            page.keyboard().press("Enter");
            page.keyboard().type("L’assistance répond ");
            // the toolbar is one stop, arrows move in it, Escape comes back
            page.keyboard().press("Alt+F10");
            assertThat(button(page, "Gras")).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(button(page, "Gros titre")).isFocused();
            page.keyboard().press("Home");
            page.keyboard().press("Enter");
            assertThat(button(page, "Gras")).hasAttribute("aria-pressed", "true");
            page.keyboard().press("Escape");
            assertThat(texte).isFocused();
            page.keyboard().type("tous les jours");
            page.keyboard().press("Control+b");
            page.keyboard().press("Enter");
            page.keyboard().type("- le matin");
            page.keyboard().press("Enter");
            page.keyboard().type("le soir");
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            page.keyboard().type("Voyez ");
            button(page, "Lien").click();
            var adresse = page.getByLabel("Adresse du lien");
            adresse.fill("pas une adresse");
            adresse.press("Enter");
            assertThat(page.getByText("Cette adresse n’est pas complète")).isVisible();
            adresse.fill("www.exemple.fr");
            window.look("editeur-lien");
            adresse.press("Enter");
            button(page, "Tableau").click();
            page.keyboard().type("Jour");
            page.keyboard().press("Tab");
            page.keyboard().type("Heure");
            page.keyboard().press("Tab");
            page.keyboard().type("Lundi");
            page.keyboard().press("Tab");
            page.keyboard().type("8 h");
            window.look("editeur-ecrit");
            button(page, "Ajouter une colonne").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publier"))
                    .focus();
            page.keyboard().press("Enter");
            page.waitForURL("**garde=true");
            window.look("editeur-publie").follow("Voir la page d’aide");
            assertThat(page.locator("#mot-de-la-region").innerHTML())
                    .contains("<h3>Cet hiver</h3><p>L’assistance répond <strong>tous les jours</strong></p>")
                    .contains("<ul><li><p>le matin</p></li><li><p>le soir</p></li></ul>")
                    .contains("<a href=\"https://www.exemple.fr\">www.exemple.fr</a>")
                    .contains("<th scope=\"col\">Jour</th><th scope=\"col\">Heure</th><td></td>")
                    .contains("<td>Lundi</td><td>8 h</td>");
            window.look("editeur-lu");
        }
    }

    @Test
    void fiftyThousandSignsOfWordArePastedAndClean() {
        try (var window = Navigateur.open(port).enterAs("Florence Vidal").go(PATH)) {
            var page = window.page();
            texte(page).focus();
            page.evaluate("""
                    () => {
                      const p = "<p class=MsoNormal style='margin:0'><b><span style='font-family:Arial'>Réunion</span></b><span>"
                        + ' de rentrée, avec tout ce qui est dit ici et là.</span><o:p></o:p></p>'
                        + "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>  </span></span>un point</p>"
                        + "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>dessous</p>"
                      const html = "<html><head><style>p { color: red }</style></head><body><!--StartFragment-->"
                        + p.repeat(750) + "<img src='https://ailleurs.example/x.gif'><a href='javascript:alert(1)'>fin</a><!--EndFragment--></body></html>";
                      const donnees = new DataTransfer();
                      donnees.setData('text/html', html);
                      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }));
                    }""");
            assertThat(page.locator("[data-etat]")).containsText("Brouillon gardé");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publier"))
                    .click();
            page.waitForURL("**garde=true");
            var html = jdbc.sql("select html from redaction.texte")
                    .query(String.class)
                    .single();
            assertThat(html.replaceAll("<[^>]*>", "").length()).isGreaterThan(45_000);
            assertThat(html)
                    .startsWith("<p><strong>Réunion</strong> de rentrée, avec tout ce qui est dit ici et là.</p>"
                            + "<ul><li><p>un point</p><ul><li><p>dessous</p></li></ul></li></ul>")
                    .doesNotContain("Mso", "style", "ailleurs", "javascript", "·");
        }
    }

    @Test
    void whatIsPastedAtTheEndOfALineBeginsItsOwnBlock() {
        try (var window = Navigateur.open(port).enterAs("Florence Vidal").go(PATH)) {
            var page = window.page();
            write(page, "Déjà là");
            page.evaluate("""
                    () => {
                      const donnees = new DataTransfer();
                      donnees.setData('text/html', '<h1>Le titre</h1><p class=MsoNormal>Le corps</p>');
                      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }));
                    }""");
            assertThat(texte(page).locator("p").first()).hasText("Déjà là");
            assertThat(texte(page).locator("h2")).hasText("Le titre");
            assertThat(texte(page).locator("p").last()).hasText("Le corps");
        }
    }

    @Test
    void twoTabsSeeEachOtherInsteadOfOverwriting() {
        try (var window = Navigateur.open(port).enterAs("Florence Vidal").go(PATH)) {
            var first = window.page();
            write(first, "Un brouillon");
            var second = window.window().newPage();
            second.navigate(first.url());
            assertThat(second.getByText("Voici ce que vous aviez commencé à écrire"))
                    .isVisible();
            assertThat(texte(second)).hasText("Un brouillon");
            write(second, " continué dans le second");
            texte(first).focus();
            first.keyboard().press("End");
            first.keyboard().type(" et dans le premier");
            assertThat(first.locator("[data-autre]")).isVisible();
            first.getByText("Lire l’autre version").click();
            assertThat(first.locator("[data-lu]")).hasText("Un brouillon continué dans le second");
            assertThat(texte(first)).hasText("Un brouillon et dans le premier");
            window.look("editeur-deux-versions");
            publish(first);
            assertThat(first.locator("[data-souci]")).containsText("Choisissez d’abord");
            assertThat(first).hasURL("http://127.0.0.1:" + port + PATH);
            first.getByText("Garder celle de cette page").click();
            assertThat(first.locator("[data-autre]")).isHidden();
            assertThat(first.locator("[data-etat]")).containsText("Brouillon gardé");
            texte(second).focus();
            second.keyboard().type("x");
            assertThat(second.locator("[data-autre]")).isVisible();
            second.getByText("Prendre l’autre").click();
            assertThat(texte(second)).hasText("Un brouillon et dans le premier");
        }
    }

    @Test
    void whatIsTypedWithoutANetworkIsFoundAgainAndGoneAtSignOut() {
        try (var window = Navigateur.open(port).enterAs("Florence Vidal").go(PATH)) {
            var page = window.page();
            write(page, "Avant la coupure");
            window.window().route("**/redaction/brouillons", Route::abort);
            page.keyboard().type(", et pendant");
            assertThat(page.locator("[data-souci]")).containsText("gardé sur cet appareil");
            assertThat(page.evaluate("JSON.stringify(localStorage)").toString())
                    .contains("brouillon ")
                    .doesNotContain("coupure", "pendant");
            // the page is closed meanwhile
            var later = window.window().newPage();
            page.close();
            window.window().unroute("**/redaction/brouillons");
            later.navigate("http://127.0.0.1:" + port + PATH);
            assertThat(texte(later)).hasText("Avant la coupure, et pendant");
            assertThat(later.locator("[data-etat]")).containsText("Brouillon gardé");
            assertThat(later.evaluate(KEPT)).isEqualTo(0);

            later.evaluate("localStorage['brouillon x y'] = '1 a b'");
            later.locator("summary", new Page.LocatorOptions().setHasText("Mon compte"))
                    .click();
            later.getByText("Se déconnecter").click();
            later.waitForURL("**/connexion?sortie=*");
            assertThat(later.evaluate(KEPT)).isEqualTo(0);
        }
    }

    /// The stay ended, or somebody signed out in another tab: nothing is sent that would be refused.
    @ParameterizedTest
    @CsvSource({"Florence Vidal,/reglages/aide", "Claire Estève,/liaison/nouveau"})
    void whoIsNoLongerSignedInIsToldAndFindsTheTextAgain(String who, String path) {
        try (var window = Navigateur.open(port).enterAs(who).go(path)) {
            var page = window.page();
            write(page, "Avant la fin");
            if (path.startsWith("/liaison")) {
                page.getByLabel("Titre", new Page.GetByLabelOptions().setExact(true))
                        .first()
                        .fill("Piscine");
                assertThat(page.locator("[data-souci]")).isEmpty();
            }
            window.window().clearCookies();
            texte(page).focus();
            page.keyboard().press("End");
            page.keyboard().type(", et après");
            publish(page);
            assertThat(page.locator("[data-souci]")).containsText("Vous n’êtes plus connecté sur cette page");
            assertThat(page).hasURL("http://127.0.0.1:" + port + path);
            page.getByText("Se connecter et revenir ici").click();
            page.getByText("Entrer comme " + who).click();
            page.waitForURL("**" + path);
            assertThat(texte(page)).hasText("Avant la fin, et après");
            assertThat(page.locator("[data-etat]")).containsText("Brouillon gardé");
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
        }
    }

    @Test
    void writesWithoutAScript() {
        try (var window =
                Navigateur.withoutScripts(port).enterAs("Florence Vidal").go(PATH)) {
            assertThat(window.page().getByRole(AriaRole.TOOLBAR).count()).isZero();
            texte(window.page()).fill("# Fermeture\n\nL’aide ferme vendredi.\n\n- à midi\n- le soir");
            window.look("editeur-sans-script").click("Publier");
            window.follow("Voir la page d’aide");
            assertThat(window.page().locator("#mot-de-la-region").innerHTML())
                    .isEqualTo(
                            "<h3>Fermeture</h3><p>L’aide ferme vendredi.</p><ul><li><p>à midi</p></li><li><p>le soir</p></li></ul>");
            window.go(PATH);
            assertThat(texte(window.page()).inputValue())
                    .isEqualTo("# Fermeture\n\nL’aide ferme vendredi.\n\n- à midi\n- le soir");
        }
    }

    private static Locator texte(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Votre (texte|mot)")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static final String AT_ITS_END = """
            new Promise(done => setTimeout(() => {
              const range = document.createRange();
              range.selectNodeContents(document.activeElement);
              const here = getSelection().getRangeAt(0);
              range.setStart(here.endContainer, here.endOffset);
              done(range.toString() === '');
            }, 50))""";

    private static void publish(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Publier")))
                .click();
    }

    private static void write(Page page, String words) {
        texte(page).focus();
        // the editor puts the caret back to where it knows it, some milliseconds after it is entered
        for (int i = 0; i < 2; i++) {
            page.waitForCondition(() -> {
                page.keyboard().press("Control+End");
                return (boolean) page.evaluate(AT_ITS_END);
            });
        }
        page.keyboard().type(words);
        assertThat(page.locator("[data-etat]")).containsText("Brouillon gardé");
    }
}
