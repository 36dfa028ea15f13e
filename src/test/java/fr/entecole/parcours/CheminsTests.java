package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Gestes;
import fr.entecole.parcours.Navigateur.Taille;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One's way never breaks: from where a person stands, the next thing that they want is there, and nothing that can do
/// nothing for them.
@MondeTest
@Tag("parcours")
class CheminsTests {

    @LocalServerPort
    int port;

    @Test
    void leadsAHeadFromASearchToAnAccess() {
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").as(Taille.TELEPHONE)) {
            window.gestes();
            window.follow("Chercher une personne")
                    .type("Nom ou prénom", "samira")
                    .click("Chercher");
            window.follow("Redonner un accès – Samira Benali");
            assertThat(window.words()).contains("Redonner un accès : Samira Benali", "Son mot de passe marche");
            window.look("donner").as(Taille.TELEPHONE).click("Donner un nouveau code");
            assertThat(window.words()).contains("Accès pour Samira Benali");
            assertThat(window.gestes()).isEqualTo(new Gestes(5, 6));
        }
    }

    @Test
    void leadsATeacherFromAPupilToWhoGivesTheAccess() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").as(Taille.TELEPHONE)) {
            window.follow("Élèves et familles")
                    .follow("Benali Inès")
                    .look("eleve-acces")
                    .as(Taille.TELEPHONE);
            window.gestes();
            window.click("Demander un nouvel accès à la direction – Samira Benali");
            assertThat(window.words()).contains("C’est demandé à la direction");
            assertThat(window.gestes()).isEqualTo(new Gestes(1, 0));
            window.look("acces-demande").as(Taille.TELEPHONE);
            window.go("/").follow("Élèves et familles").follow("Delmas Zoé");
            window.follow("Redonner un accès – Paul Roques")
                    .look("donner-premier")
                    .click("Donner un nouveau code");
            assertThat(window.words()).contains("Accès pour Paul Roques");
        }
    }

    @Test
    void opensAClassAndTheTeamFromAHeadsTabs() {
        try (var window = Navigateur.open(port).enterAs("Hélène Castans")) {
            window.follow("Classes").follow("CM1 Mme Estève");
            assertThat(window.words()).contains("Zoé", "Responsables et téléphones");
            window.go("/").follow("Mon équipe");
            assertThat(window.words()).contains("Pascale Calas");
        }
    }

    /// A touch anywhere on the card, but on the telephone number.
    @Test
    void opensAChildFromTheirWholeCard() {
        try (var window = Navigateur.open(port).enterAs("Karim Benali").as(Taille.TELEPHONE)) {
            var card = window.page().locator(".ent-porte").first();
            assertThat(card.locator("a[href^='tel:']").isVisible()).isTrue();
            card.locator(".ent-porte__couv").click(new com.microsoft.playwright.Locator.ClickOptions().setForce(true));
            window.page().waitForURL("**/annuaire/enfants/*");
            assertThat(window.words()).contains("Qui appeler");
        }
    }

    @Test
    void offersAReplacementWithoutSchoolNothingThatLeadsNowhere() {
        try (var window = Navigateur.open(port).enterAs("Paul Séguier")) {
            assertThat(links(window, "Redonner un accès")).isZero();
            assertThat(links(window, "Chercher une personne")).isZero();
            assertThat(links(window, "Un mot aux familles")).isZero();
            window.look("remplacant");
            assertThat(window.go("/liaison").words()).doesNotContain("Écrire un mot");
            assertThat(window.go("/liaison/nouveau").words())
                    .contains("Aucune classe ne vous est encore rattachée")
                    .doesNotContain("Publier");
        }
    }

    @Test
    void tellsTheAssistanceWhoReadsANumber() {
        try (var window = Navigateur.open(port).enterAs("Julien Cros").go("/aide")) {
            assertThat(window.words())
                    .contains("transmettez-les à qui exploite l’ENT")
                    .doesNotContain("cela nous permet");
        }
    }

    private static int links(Navigateur window, String name) {
        return window.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .count();
    }
}
