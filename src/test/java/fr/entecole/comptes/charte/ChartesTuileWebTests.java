package fr.entecole.comptes.charte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@MondeTest
class ChartesTuileWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Test
    void leadsAHeadToTheirOpenSchoolsOnly() {
        var castans = reperes.personne("11", Nature.PERSONNEL, "300101");
        var closed = reperes.ecole("0312962B");
        direct(closed, castans);
        var head = new EnTantQue(context).personne(castans);
        assertThat(mvc.get().uri("/").cookie(head))
                .hasStatusOk()
                .bodyText()
                .contains("/comptes/ecoles/" + reperes.ecole("0110358E") + "/chartes")
                .doesNotContain("/comptes/ecoles/" + closed + "/chartes");
        assertThat(mvc.get().uri("/comptes/ecoles/" + closed + "/chartes").cookie(head))
                .hasStatus(404);
    }

    /// The function that they have in their own school, in another one.
    private void direct(UUID ecole, UUID personnel) {
        jdbc.sql("""
                        insert into annuaire.fonction
                        select (jsonb_populate_record(f, jsonb_build_object('structure_id', :ecole::text))).*
                          from annuaire.fonction f where f.personnel_id = :personnel and f.directeur limit 1
                        """).param("ecole", ecole).param("personnel", personnel).update();
    }
}
