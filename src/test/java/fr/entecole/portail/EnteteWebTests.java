package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What stands above every page, by who is there.
@MondeTest
class EnteteWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Test
    void offersNoOtherRoleToWhoHasOne() {
        assertThat(page(reperes.personne("11", Nature.PERSONNEL, "300102")))
                .contains("/mon-compte", "/mes-donnees", "/charte", "/aide", "/confort", "/deconnexion")
                .doesNotContain("action=\"/role\"");
    }

    @Test
    void offersAPupilNoAccountPage() {
        assertThat(page(reperes.personne("11", Nature.ELEVE, "500101")))
                .contains("Ce que l’école garde de moi", "/charte", "/aide")
                .doesNotContain("/mon-compte", "action=\"/role\"");
    }

    @Test
    void offersEachOtherRoleByOneButtonThatNamesIt() {
        var as = new EnTantQue(context);
        var parent = reperes.personne("11", Nature.RESPONSABLE, "700101");
        var other = as.account(reperes.personne("11", Nature.PERSONNEL, "300101"));
        jdbc.sql("update comptes.compte set rejoint_id = :premier, rejoint_le = now() where id = :other")
                .param("premier", as.account(parent))
                .param("other", other)
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(page(parent))
                .contains(
                        "action=\"/role\"",
                        "name=\"compte\" value=\"" + other + "\"",
                        "Passer à : Direction de l’école")
                .contains("École élémentaire Marie Curie");
    }

    private String page(UUID personne) {
        var answer = mvc.get()
                .uri("/confort")
                .cookie(new EnTantQue(context).personne(personne))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }
}
