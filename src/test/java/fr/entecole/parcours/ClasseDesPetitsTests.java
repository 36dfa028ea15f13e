package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.entecole.MondeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A teacher gives the tablet to the class; a child who does not read comes in by their picture, and says when it is
/// finished.
@MondeTest
@Tag("parcours")
class ClasseDesPetitsTests {

    @LocalServerPort
    int port;

    @Test
    void aTeacherOpensTheClassInTwoTouchesAndAChildComesInByTheirPicture() {
        try (var window = Navigateur.open(port).enterAs("Bastien Rouquette")) {
            window.follow("Ouvrir la classe").look("classe-ouverture").click("Ouvrir MS M. Rouquette");
            window.page().waitForURL("**/classe");
            assertThat(window.words()).contains("Touche ton image").doesNotContain("Benali");
            window.look("classe");
            for (var size : Navigateur.Taille.values()) {
                window.as(size);
                assertThat(smallest(window.page().locator(".ent-prenom"))).isGreaterThanOrEqualTo(96);
            }
            window.click("Younes");
            window.page().waitForURL("http://127.0.0.1:" + port + "/");
            assertThat(window.page().locator("header").innerText()).containsIgnoringCase("Younes");
            window.look("classe-younes").click("C’est fini");
            window.page().waitForURL("**/classe");
            window.go("/annuaire/ma-classe");
            assertThat(window.page().url()).endsWith("/classe");
            window.click("Fermer la classe");
            window.page().waitForURL("**/connexion");
        }
    }

    @Test
    void itWorksWithoutScripts() {
        try (var window = Navigateur.withoutScripts(port).enterAs("Bastien Rouquette")) {
            window.follow("Ouvrir la classe").click("Ouvrir MS M. Rouquette").click("Aya");
            assertThat(window.words()).containsIgnoringCase("Ma classe");
            window.click("C’est fini").look("sans-script-classe-petits");
            assertThat(window.page().url()).endsWith("/classe");
        }
    }

    private static double smallest(Locator targets) {
        return targets.all().stream()
                .mapToDouble(t -> Math.min(t.boundingBox().width, t.boundingBox().height))
                .min()
                .orElse(0);
    }
}
