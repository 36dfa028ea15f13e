package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What people do every day works without JavaScript, and no button is shown that would do nothing.
@MondeTest
@Tag("parcours")
class SansScriptTests {

    @LocalServerPort
    int port;

    @Test
    void aTeacherComesInOpensTheClassAndLeaves() {
        try (var window = Navigateur.withoutScripts(port).go("/connexion")) {
            assertThat(window.page().getByText("Montrer").isVisible()).isFalse();
            window.enterAs("Claire Estève").look("sans-script-accueil").follow("CM1 Mme Estève");
            assertThat(window.words()).contains("Bastide");
            assertThat(window.page().getByText("Imprimer la liste").isVisible()).isFalse();
            window.look("sans-script-classe").leave();
        }
    }

    @Test
    void aPupilIsToldToAskAGrownUpToRead() {
        try (var window = Navigateur.withoutScripts(port).enterAs("Lou Marty")) {
            assertThat(window.page().locator("header").innerText()).contains("demande à un grand de lire");
            assertThat(window.page().locator("[data-dire]:visible").count()).isZero();
            window.follow("Ma classe");
            assertThat(window.words()).contains("Avec Mme Vidalou");
            window.look("sans-script-cp").click("C’est fini");
            assertThat(window.page().url()).endsWith("/connexion");
        }
    }

    @Test
    void theRegionFindsASchoolAndReadsABatch() {
        try (var window = Navigateur.withoutScripts(port).enterAs("Florence Vidal")) {
            window.follow("Écoles").page().getByLabel("Chercher une école").fill("0110358E");
            window.click("Chercher");
            assertThat(window.words()).contains("École élémentaire Marie Curie").doesNotContain("Dolto");
            window.follow("Imports").follow("Académie de Montpellier");
            assertThat(window.words()).contains("Ce que cet import a fait");
        }
    }
}
