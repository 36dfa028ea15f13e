package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// At the school's door in the morning, telephone in hand: a parent has lost their access, the bell rings in a minute.
@MondeTest
@Tag("parcours")
class AccesAuPortailTests {

    @LocalServerPort
    int port;

    @Test
    void givesAParentAnAccessAgainInThreeTouches() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").as(Taille.TELEPHONE)) {
            window.follow("Redonner un accès");
            window.click("Redonner un accès – Aude Delmas-Roques");
            assertThat(window.words())
                    .contains("Accès redonné : Aude Delmas-Roques", "Montré une seule fois")
                    .containsPattern("[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}");
            window.look("nouvel-acces");
            Download sheet = window.page().waitForDownload(() -> window.click("Imprimer sa feuille"));
            assertThat(sheet.suggestedFilename()).matches("feuilles-acces-[0-9-]+\\.pdf");
        }
    }

    @Test
    void givesAPupilWordsThatAreReadAloud() {
        try (var window =
                Navigateur.withoutScripts(port).enterAs("Claire Estève").follow("Redonner un accès")) {
            window.look("acces-classe");
            window.click("Redonner un accès – Zoé Delmas");
            assertThat(window.words()).contains("Ses mots et ses chiffres", "zoe.delmas");
            window.look("nouvel-acces-eleve");
        }
    }

    @Test
    void showsAHeadTheWholeSchoolAndWhy() {
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").follow("Redonner un accès")) {
            assertThat(window.words()).contains("CM1 Mme Estève", "Olivier Pagès");
            window.look("acces-ecole").follow("Familles jamais venues, et pourquoi");
            assertThat(window.words()).contains("Doublon probable", "Olena Kovalenko");
            window.look("familles-jamais-venues");
        }
    }

    @Test
    void showsTheRegionHeadsAndAgents() {
        try (var window = Navigateur.open(port).enterAs("Florence Vidal").follow("Comptes")) {
            assertThat(window.words()).contains("Hélène Castans", "Nadège Puech");
            window.look("acces-region");
        }
    }
}
