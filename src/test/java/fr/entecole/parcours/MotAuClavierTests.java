package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A note from the teacher's keyboard to a mother's phone, and who has read it; the same without JavaScript.
@MondeTest
@Tag("parcours")
class MotAuClavierTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void choosesWritesAndPublishesWithTheKeyboard() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").go("/liaison/nouveau")) {
            window.look("mot-nouveau");
            var page = window.page();
            var keyboard = page.keyboard();
            page.getByLabel("Titre").focus();
            keyboard.type("Des bottes");
            tabToEditor(page);
            keyboard.type("Vendredi, des bottes.\nNous plantons.");
            tabTo(page, "Choisir d’autres familles");
            keyboard.press("Enter");
            keyboard.press("Tab");
            keyboard.type("delams");
            var option = page.getByRole(AriaRole.OPTION);
            PlaywrightAssertions.assertThat(option.first()).containsText("Famille de Zoé Delmas");
            PlaywrightAssertions.assertThat(page.locator(".ent-hors-vue[data-dit]"))
                    .containsText("1");
            window.look("mot-propositions");
            keyboard.press("ArrowDown");
            var field = page.getByRole(AriaRole.COMBOBOX);
            PlaywrightAssertions.assertThat(field).hasAttribute("aria-activedescendant", "cherche-0");
            PlaywrightAssertions.assertThat(field).hasAttribute("aria-expanded", "true");
            keyboard.press("Enter");
            PlaywrightAssertions.assertThat(page.locator("[data-choisis] input:checked"))
                    .hasCount(2);
            PlaywrightAssertions.assertThat(page.locator(".ent-hors-vue[data-dit]"))
                    .containsText("Famille de Zoé Delmas, ajouté");
            page.locator("[data-choisis] input").first().focus();
            keyboard.press("Space");
            PlaywrightAssertions.assertThat(page.locator("[data-compte]"))
                    .containsText(Pattern.compile("^\\s*1 enfant, 2 responsables, 2 sans compte"));
            window.look("mot-choisi");
            page.getByRole(AriaRole.BUTTON)
                    .getByText(Pattern.compile("^Publier"))
                    .focus();
            keyboard.press("Enter");
            page.waitForURL("**/liaison/mots/*?fait=publie");
            assertThat(window.words()).contains("Aude Delmas", "n’est jamais venu ici", "2");
            window.look("mot-suivi-un-enfant");
        }
    }

    @Test
    void aMotherReadsOnHerPhoneWhatTheTeacherPublishedWithoutAScript() {
        try (var window =
                Navigateur.withoutScripts(port).enterAs("Claire Estève").go("/liaison/nouveau")) {
            window.type("Titre", "Le théâtre").type("Votre mot", "Mardi, nous jouons.\n\nVenez à 18 h.");
            window.unfold("Choisir d’autres familles");
            window.page().locator("#cherche").fill("bastide");
            window.page().locator("[data-chercher]").click();
            assertThat(window.words()).contains("Famille de Jeanne Bastide");
            assertThat(window.page().getByLabel("Titre").inputValue()).isEqualTo("Le théâtre");
            window.look("mot-sans-script");
            window.page()
                    .getByRole(AriaRole.BUTTON)
                    .getByText(Pattern.compile("^Publier"))
                    .click();
            assertThat(window.page().url()).endsWith("?fait=publie");
            window.look("mot-suivi-sans-script");
        }
        deliver("Le théâtre");
        try (var window = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            window.look("parent-accueil-mots").follow("Mots");
            window.look("parent-mots").follow("Le théâtre");
            assertThat(window.words()).contains("Mardi, nous jouons.", "Inès Benali", "Ce mot disparaîtra le");
            window.look("parent-mot");
        }
        try (var window = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Claire Estève")) {
            window.go("/liaison").look("mots-ecole").follow("Le théâtre");
            assertThat(window.words()).contains("Samira Benali", "Lu aujourd’hui");
            window.look("mot-suivi");
        }
    }

    @Test
    void aPupilReadsWhatIsForThem() {
        try (var window = Navigateur.open(port).enterAs("Ilyes Amara")) {
            window.look("eleve-accueil-mots").go("/liaison").look("eleve-mots").follow("Le cross de jeudi");
            assertThat(window.words()).contains("gourde");
            window.look("eleve-mot");
        }
    }

    private static void tabToEditor(Page page) {
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("document.activeElement.isContentEditable"))) {
                return;
            }
        }
        throw new AssertionError("no tab leads to the text");
    }

    /// By the keyboard alone, past the toolbar of the editor and what attaches files.
    private static void tabTo(Page page, String words) {
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("Tab");
            if (page.locator(":focus").innerText().contains(words)) {
                return;
            }
        }
        throw new AssertionError("no tab leads to " + words);
    }

    private void deliver(String titre) {
        jdbc.sql("""
                        with mine as (select mot_id from liaison.version where titre = :titre),
                             versions as (update liaison.version set visible_le = ecrite_le
                                           where mot_id in (select mot_id from mine))
                        update liaison.mot set visible_le = publie_le where id in (select mot_id from mine)
                        """).param("titre", titre).update();
    }
}
