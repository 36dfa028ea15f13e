package fr.entecole.comptes.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What a page asks by itself.
@EntTest
class VisiteMuetteTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sessions sessions;

    @Test
    void keepsNoStayGoing() {
        var as = new EnTantQue(context);
        var cookie = as.personne(new Personnages(jdbc).add(Profil.DIRECTEUR));
        jdbc.sql("update comptes.session set vue_le = vue_le - interval '10 minutes'")
                .update();
        as.forgetWhatThisNodeRemembers();
        var before = seen();
        assertThat(mvc.get().uri("/").header("X-Direct", "1").cookie(cookie)).hasStatusOk();
        sessions.writeSeen();
        assertThat(seen()).isEqualTo(before);

        assertThat(mvc.get().uri("/").cookie(cookie)).hasStatusOk();
        sessions.writeSeen();
        assertThat(seen()).as("a page that someone asked for").isNotEqualTo(before);
    }

    private String seen() {
        return jdbc.sql("select max(vue_le)::text from comptes.session")
                .query(String.class)
                .single();
    }
}
