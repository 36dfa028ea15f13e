package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.WaitForSelectorState;
import fr.entecole.MondeTest;
import fr.entecole.comptes.EnTantQue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A stay that ends in the middle of a form: told in time, and nothing typed is lost.
@MondeTest
@Tag("parcours")
class FinDeSeanceTests {

    private static final String TYPED = "# La charte\n\n## [cle] Écrit pendant la récréation\nEt pas perdu.";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Test
    void isToldTwoMinutesBeforeByTheWallClock() {
        try (var window = Navigateur.open(port)) {
            window.page().clock().install();
            window.enterAs("Claire Estève").go("/confort");
            var banner = window.page().locator("#seance form");
            assertThat(banner.isVisible()).isFalse();
            window.page().clock().fastForward("57:30");
            banner.waitFor();
            assertThat(banner.innerText()).contains("Dans deux minutes");
            window.look("fin-de-seance").page().locator("#seance button").click();
            banner.waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            // As a laptop that slept for an hour and a half.
            window.page().clock().fastForward("01:30:00");
            banner.waitFor();
            assertThat(banner.innerText()).contains("L’ENT s’est fermé").doesNotContain("Rester");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    void givesBackWhatWasTyped(boolean scripts) {
        try (var window = scripts ? Navigateur.open(port) : Navigateur.withoutScripts(port)) {
            window.enterAs("Florence Vidal").go("/comptes/chartes").follow("Écrire la version suivante – Familles");
            window.page().getByLabel("Le texte").fill(TYPED);
            jdbc.sql("update comptes.session set expire_le = now() - interval '1 second'")
                    .update();
            new EnTantQue(context).forgetWhatThisNodeRemembers();
            window.click("Voir comme ils la verront");
            assertThat(window.words()).contains("Entrez de nouveau, votre texte vous attend");
            window.look("seance-finie").click("Entrer comme Florence Vidal");
            assertThat(window.words()).contains("Voici ce que vous écriviez", "Écrit pendant la récréation");
            window.look("reprise").click("Envoyer");
            assertThat(window.words()).contains("rien n’est publié", "Écrit pendant la récréation");
        }
    }
}
