package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.ecoles.Ouvertures;
import fr.entecole.comptes.EnTantQue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Coming in with a login and a password, and everything that can go wrong at the door.
@MondeTest
@Tag("parcours")
class EntreeTests {

    private static final String SECRET = "Trois5chevauxGris";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    EnTantQue as;
    Navigateur window;

    @BeforeEach
    void aVisitor() {
        jdbc.sql("truncate comptes.essai").update();
        as = new EnTantQue(context);
        window = Navigateur.open(port);
    }

    @AfterEach
    void closeTheWindow() {
        window.close();
    }

    @Test
    void keepsTheLoginWhenThePasswordIsWrongThenTakesItInCapitals() {
        var login = login("300104");
        window.go("/connexion").look("connexion");
        window.signIn(login, "pas le bon");
        assertThat(window.words()).contains("L’entrée n’a pas marché", "L’identifiant ou le mot de passe ne va pas");
        assertThat(window.page().getByLabel("Identifiant").inputValue()).isEqualTo(login);
        window.look("connexion-refusee");
        window.signIn(login.toUpperCase(Locale.ROOT), SECRET);
        window.page().waitForURL("**/");
        assertThat(window.words()).contains("Bonjour Olivier");
        window.leave();
    }

    @Test
    void showsThePasswordToWhoAsks() {
        window.go("/connexion");
        var field = window.page().locator("#motDePasse");
        field.fill("abc");
        window.click("Montrer");
        assertThat(field.getAttribute("type")).isEqualTo("text");
        window.click("Cacher");
        assertThat(field.getAttribute("type")).isEqualTo("password");
    }

    @Test
    void slowsWhoKeepsTryingAndSaysHowLong() {
        var login = login("300105");
        window.go("/connexion");
        for (int tries = 0; tries < 12 && !window.words().contains("Trop d’essais"); tries++) {
            window.signIn(login, "essai numéro " + tries);
        }
        assertThat(window.words()).containsPattern("Trop d’essais\\. Attendez \\d+ secondes?, puis réessayez\\.");
        window.look("connexion-ralentie");
    }

    @Test
    void tellsASuspendedPersonToAskTheirSchool() {
        var login = login("300107");
        jdbc.sql("update annuaire.personnel set suspendu_le = now() where id = :id")
                .param("id", personnel("300107"))
                .update();
        as.forgetWhatThisNodeRemembers();
        window.signIn(login, SECRET);
        assertThat(window.words()).contains("Votre compte est suspendu");
        window.look("connexion-suspendu");
    }

    @Test
    void tellsTheTeacherOfAClosedSchoolAndPutsOutWhoWasIn() {
        var login = login("300112");
        window.signIn(login, SECRET);
        assertThat(window.words()).contains("Bonjour Laure");
        context.getBean(Ouvertures.class).close(List.of("0110970V"), "La convention attend sa signature.", "essai");
        as.forgetWhatThisNodeRemembers();
        window.go("/");
        assertThat(window.page().url()).endsWith("/connexion");
        window.signIn(login, SECRET);
        assertThat(window.words()).contains("Votre école n’est pas ouverte dans l’ENT");
        window.look("connexion-ecole-fermee");
    }

    @Test
    void goesToThePageThatWasAskedBeforeTheDoor() {
        var login = login("300103");
        var mine = "/annuaire/classes/" + reperes.classe("11", "511");
        window.go(mine);
        assertThat(window.page().url()).endsWith("/connexion");
        window.signIn(login, SECRET);
        window.page().waitForURL("**" + mine);
        assertThat(window.words()).contains("CP Mme Vidalou");
    }

    /// Mathieu Faure teaches in two schools, and comes to direct both.
    @Test
    void asksANewHeadForAStrongerPasswordBeforeAnythingElse() {
        var faure = reperes.personne("16", Nature.PERSONNEL, "300102");
        var compte = as.account(faure);
        as.givePassword(compte, "Lilas7vert");
        jdbc.sql("update annuaire.fonction set directeur = true where personnel_id = :faure")
                .param("faure", faure)
                .update();
        as.forgetWhatThisNodeRemembers();
        window.signIn(as.login(compte), "Lilas7vert").page().waitForURL("**/mon-compte");
        assertThat(window.words()).contains("Il vous faut un mot de passe plus solide");
        window.look("mot-de-passe-plus-solide").go("/");
        assertThat(window.page().url()).endsWith("/mon-compte");
        window.page().locator("#ancien").fill("Lilas7vert");
        window.page().locator("#motDePasse").fill(SECRET);
        window.page().locator("#confirmation").fill(SECRET);
        window.click("Changer le mot de passe").page().waitForURL("**fait=mot-de-passe");
        window.go("/");
        assertThat(window.words()).contains("Bonjour Mathieu", "Les classes : École élémentaire Laïque");
        window.look("accueil-direction-deux-ecoles");
    }

    private String login(String personnel) {
        var compte = as.account(personnel(personnel));
        as.givePassword(compte, SECRET);
        as.forgetWhatThisNodeRemembers();
        return as.login(compte);
    }

    private UUID personnel(String id) {
        return reperes.personne("11", Nature.PERSONNEL, id);
    }
}
