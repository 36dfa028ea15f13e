package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A parent says two things to the school, then leaves the family's tablet to a child who does not read: the child's
/// page, the ear, « C’est fini », a wrong password, the right one.
@MondeTest
@Tag("parcours")
class ChezSoiTests {

    private static final String PASSWORD = "Le-verger-dort-1";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @BeforeEach
    void aPasswordForSamira() {
        var as = new EnTantQue(context);
        as.givePassword(as.account(reperes.personne("11", Nature.RESPONSABLE, "700101")), PASSWORD);
    }

    @Test
    void aParentLeavesTheTabletToAChildAndHasTheirPageBackForTheirPassword() {
        try (var window = Navigateur.open(port).as(Navigateur.Taille.TABLETTE).enterAs("Samira Benali")) {
            window.follow("Younes Benali").look("enfant-younes").click("Ouvrir la page de Younes");
            var page = window.page();
            page.waitForURL("http://127.0.0.1:" + port + "/");
            assertThat(page.locator("header").innerText()).containsIgnoringCase("Younes");
            window.lookAtEach("chez-soi-younes").go("/annuaire/ma-classe");
            page.locator(".ent-camarades .ent-oreille").first().waitFor();
            page.waitForRequest(
                    "**/*.mp3",
                    () -> page.locator(".ent-camarades .ent-oreille").first().click());
            page.goBack();
            page.goBack();
            page.waitForLoadState();
            assertThat(window.words())
                    .as("the back button shows nothing of the parent's")
                    .doesNotContain("Samira", "Inès");
            window.go("/").click("C’est fini");
            page.waitForURL("**/chez-soi");
            window.look("chez-soi-retour").type("Votre mot de passe", "mauvais").click("Retrouver ma page");
            page.waitForSelector("text=Ce n’est pas le mot de passe");
            window.look("chez-soi-refus").type("Votre mot de passe", PASSWORD).click("Retrouver ma page");
            page.waitForURL("http://127.0.0.1:" + port + "/");
            assertThat(window.words()).contains("Samira");
        }
    }

    @Test
    void aFamilyWritesFirstAndSeesOnItsOpenPageThatItIsSeenAndAnswered() {
        try (var parent = Navigateur.open(port).as(Navigateur.Taille.TELEPHONE).enterAs("Samira Benali");
                var teacher = Navigateur.open(port).enterAs("Claire Estève")) {
            teacher.go("/").look("familles-accueil");
            parent.go("/").follow("Dire quelque chose à l’école").look("familles-miennes");
            parent.follow("Poser une question").look("familles-question");
            parent.page().getByLabel("Inès Benali").check();
            parent.type("Votre question", "Y a-t-il piscine mardi ?").click("Envoyer à l’école");
            parent.page().waitForSelector("text=C’est remis à l’école");
            parent.look("familles-parole");
            teacher.go("/messagerie").follow("Inès : une question").look("familles-lue");
            teacher.page().waitForSelector("text=Y a-t-il piscine mardi");
            parent.page().waitForSelector("#etat >> text=Vu par Claire Estève");
            teacher.type("Écrivez ici", "Oui, mardi.").click("Envoyer");
            parent.page().waitForSelector("#etat >> text=Répondu");
            parent.go("/").follow("Signaler une absence").look("familles-absence");
            parent.go("/liaison/familles/nouveau?quoi=depart").look("familles-depart");
            teacher.go("/liaison/familles").look("familles-entendues");
        }
    }
}
