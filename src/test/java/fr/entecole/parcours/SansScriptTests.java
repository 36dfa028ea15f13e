package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people do every day works without JavaScript, and no button is shown that would do nothing.
@MondeTest
@Tag("parcours")
class SansScriptTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

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
            assertThat(window.words()).contains("CP Mme Vidalou").doesNotContain("Avec Mme Vidalou");
            window.look("sans-script-cp").click("C’est fini");
            assertThat(window.page().url()).endsWith("/connexion?sortie=eleve");
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

    @Test
    void anAccessLostIsGivenAgainAtTheDoorAndServes() {
        try (var teacher = Navigateur.withoutScripts(port).enterAs("Claire Estève");
                var parent = Navigateur.withoutScripts(port).as(Navigateur.Taille.TELEPHONE)) {
            teacher.follow("Redonner un accès").unfold("Zoé Delmas");
            teacher.click("Remettre un accès – Aude Delmas");
            var code = teacher.page().locator(".ent-code").innerText();
            var birth = jdbc.sql(
                            "select date_naissance from annuaire.eleve where academie = '11' and aaf_id = '500107'")
                    .query(LocalDate.class)
                    .single();
            parent.go("/connexion")
                    .follow("Taper mon code")
                    .type("Code de la feuille", code)
                    .click("Continuer");
            parent.type("Jour", "" + birth.getDayOfMonth())
                    .type("Mois", "" + birth.getMonthValue())
                    .type("Année", "" + birth.getYear())
                    .click("Continuer");
            var login = parent.page().locator(".ent-identifiant").innerText();
            parent.look("sans-script-mot-de-passe");
            parent.gestes();
            parent.click("Proposez-moi un mot de passe").look("sans-script-propose");
            var proposed = parent.page().locator(".ent-propose").innerText();
            parent.click("Enregistrer et entrer");
            assertThat(parent.gestes()).as("a password chosen").isEqualTo(new Navigateur.Gestes(2, 0));
            assertThat(parent.words()).contains("Bonjour Aude", "Zoé");
            parent.leave().signIn(login, "pas le bon");
            assertThat(parent.words()).contains("L’entrée n’a pas marché");
            parent.signIn(login, proposed);
            assertThat(parent.words()).contains("Bonjour Aude");
            parent.follow("Zoé");
            assertThat(parent.words()).contains("Mme Estève");
        }
    }

    @Test
    void aParentAcceptsTheCharter() {
        try (var window = Navigateur.withoutScripts(port).enterAs("Marion Calvet", "/charte")) {
            window.look("sans-script-charte").check("J’ai lu la charte").click("Accepter et continuer");
            assertThat(window.words()).contains("Bonjour Marion", "Hugo");
        }
    }

    @Test
    void aTeacherFindsSomeoneByName() {
        try (var window = Navigateur.withoutScripts(port).enterAs("Claire Estève")) {
            window.follow("Chercher une personne").type("Nom ou prénom", "bast").click("Chercher");
            assertThat(window.words()).contains("Jeanne Bastide", "Lise Bastide");
            window.look("sans-script-recherche").follow("Jeanne Bastide");
            assertThat(window.words()).contains("Ses responsables", "Rémi Bastide");
        }
    }
}
