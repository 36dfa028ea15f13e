package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Marion Calvet has not accepted the charter yet: she refuses, changes her mind and accepts, by keyboard alone.
@MondeTest
@Tag("parcours")
class CharteAuClavierTests {

    @LocalServerPort
    int port;

    @Test
    void aParentAnswersTheCharterByKeyboard() {
        try (var window = Navigateur.open(port).go("/connexion")) {
            window.enterAs("Marion Calvet", "/charte").look("charte");
            press(window, "Je n’accepte pas", "Enter");
            window.page().getByText("J’ai changé d’avis").waitFor();
            assertThat(window.words()).contains("Vous n’avez pas accepté la charte", "J’ai changé d’avis");
            window.look("charte-refusee");
            assertThat(window.visit("/")).isEqualTo(200);
            assertThat(window.page().url()).endsWith("/charte");
            press(window, "J’ai changé d’avis", "Enter");
            press(window, "J’ai lu la charte", "Space");
            press(window, "Accepter et continuer", "Enter");
            window.page().waitForURL("http://127.0.0.1:" + port + "/");
            assertThat(window.words()).contains("Hugo Calvet");
            window.page().locator("summary").first().click();
            window.follow("La charte");
            assertThat(window.words()).contains("Vous avez accepté cette charte le");
            window.look("charte-acceptee");
        }
    }

    /// Tab until the control whose words these are has the focus, then the key.
    private static void press(Navigateur window, String words, String key) {
        for (int i = 0; i < 60; i++) {
            window.page().keyboard().press("Tab");
            var here = window.page()
                    .evaluate("(document.activeElement.closest('label') ?? document.activeElement).textContent")
                    .toString();
            if (here.contains(words)) {
                window.page().keyboard().press(key);
                return;
            }
        }
        throw new AssertionError("the keyboard never reaches " + words);
    }
}
