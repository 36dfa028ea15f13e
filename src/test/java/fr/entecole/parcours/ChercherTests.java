package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From a home to what one looks for, and from a class to its list on paper, without a script.
@MondeTest
@Tag("parcours")
class ChercherTests {

    @LocalServerPort
    int port;

    @Test
    void leadsFromAHomeToHolidaysAndToPeople() {
        try (var window =
                Navigateur.withoutScripts(port).enterAs("Claire Estève").as(Taille.TELEPHONE)) {
            window.type("Chercher dans l’ENT-École", "toussaint").click("Chercher");
            assertThat(window.words()).contains("Le calendrier", "reprise le");
            window.look("recherche-vacances")
                    .type("Chercher dans l’ENT-École", "benali")
                    .click("Chercher");
            assertThat(window.words()).contains("Inès Benali", "Samira Benali");
            window.look("recherche-personnes").click("Chercher parmi les personnes");
            assertThat(window.words()).contains("06 39 98 10 37");
        }
    }

    @Test
    void printsTheListOfAClass() throws Exception {
        try (var window =
                Navigateur.withoutScripts(port).enterAs("Claire Estève").follow("CM1 Mme Estève")) {
            Download list = window.page().waitForDownload(() -> window.click("Imprimer (PDF)"));
            assertThat(list.suggestedFilename()).startsWith("liste-classe-").endsWith(".pdf");
            assertThat(Files.size(list.path())).isPositive();
        }
    }
}
