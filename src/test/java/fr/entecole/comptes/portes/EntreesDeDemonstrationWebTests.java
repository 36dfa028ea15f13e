package fr.entecole.comptes.portes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.EntreesDeDemonstration;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Profil;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EntTest
class EntreesDeDemonstrationWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntreesDeDemonstration entrees;

    @Autowired
    Installation installation;

    @Autowired
    ApplicationContext context;

    UUID listed;
    UUID other;
    Personnages personnages;

    @BeforeEach
    void aDemonstration() {
        installation.becomeDemonstration();
        var as = new EnTantQue(context);
        personnages = new Personnages(jdbc);
        listed = as.account(personnages.add(Profil.ENSEIGNANT));
        other = as.account(personnages.add(Profil.ENSEIGNANT));
        entrees.add(listed, "Une école", "Sophie Essai", "une enseignante", 2);
    }

    @AfterEach
    void noMore() {
        // The context is shared by all tests; a real base stays a demonstration for ever.
        jdbc.sql("delete from socle.installation").update();
        installation.read();
    }

    @Test
    void letsInByOneClick() {
        assertThat(mvc.get().uri("/connexion")).bodyText().contains("Une école", "Sophie Essai", "une enseignante");
        var entered = enter(listed);
        assertThat(entered).hasStatus(303).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/essai/tous").cookie(entered.getResponse().getCookie("session")))
                .hasStatusOk();
    }

    @Test
    void letsInOnlyThoseWhoAreListed() {
        assertThat(enter(other)).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/connexion/demonstration")
                        .param("compte", "x")
                        .with(formulaire()))
                .hasStatus(404);
    }

    @Test
    void keepsTheRulesOfTheDoor() {
        personnages.close();
        assertThat(enter(listed)).hasStatus(403).bodyText().contains("Votre école n’est pas ouverte");
    }

    @Test
    void showsGroupsInTheirOrder() {
        entrees.add(other, "Avant les autres", "Une autre", "rien", 1);
        assertThat(entrees.groups())
                .extracting(EntreesDeDemonstration.Groupe::nom)
                .startsWith("Avant les autres");
    }

    private MvcTestResult enter(UUID compte) {
        return mvc.post()
                .uri("/connexion/demonstration")
                .param("compte", compte.toString())
                .with(formulaire())
                .exchange();
    }
}
