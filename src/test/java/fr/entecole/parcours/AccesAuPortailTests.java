package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Gestes;
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
    void reachesAParentInThreeTouchesAndAsksBeforeAnythingIsVoid() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").as(Taille.TELEPHONE)) {
            window.gestes();
            window.follow("Redonner un accès");
            assertThat(((Number) window.page().evaluate("document.documentElement.scrollHeight")).intValue())
                    .as("a class on a telephone, where it was 17,044 px long")
                    .isLessThan(3_500);
            window.unfold("Zoé Delmas").follow("Remettre un accès – Paul Roques");
            assertThat(window.gestes()).isEqualTo(new Gestes(3, 0));
            assertThat(window.words()).contains("ne servira plus");
            window.look("remettre").as(Taille.TELEPHONE).click("Donner un nouveau code");
            assertThat(window.words())
                    .contains("Accès pour Paul Roques", "comme ")
                    .containsPattern("[0-9A-Z]{4}\\s+[0-9A-Z]{4}\\s+[0-9A-Z]{4}");
            var code = window.page().locator(".ent-code").innerText();
            window.page().reload();
            assertThat(window.page().locator(".ent-code").innerText()).isEqualTo(code);
            window.look("nouvel-acces").as(Taille.TELEPHONE);
            Download sheet = window.page().waitForDownload(() -> window.click("Imprimer sa feuille"));
            assertThat(sheet.suggestedFilename()).matches("feuilles-acces-[0-9-]+\\.pdf");
            window.click("C’est noté");
            window.page().waitForURL("**/comptes/classes/*");
            window.page().goBack();
            window.page().waitForURL("**/acces");
            assertThat(window.page().locator(".ent-code").count()).isZero();
        }
    }

    @Test
    void givesAPupilWordsThatAreReadAloud() {
        try (var window =
                Navigateur.withoutScripts(port).enterAs("Claire Estève").follow("Redonner un accès")) {
            window.look("acces-classe");
            window.type("Chercher un enfant", "zoé").click("Chercher");
            window.look("acces-classe-cherchee").click("Remettre un accès – Zoé Delmas");
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
