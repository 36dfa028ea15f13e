package fr.entecole.annuaire.recherche;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever reaches every child of the region leaves a trace of it.
@EntTest
class RechercheDeLaRegionWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    UUID eleve;
    Cookie region;
    Cookie teacher;

    @BeforeEach
    void aRegion() {
        var as = new EnTantQue(context);
        var personnages = new Personnages(jdbc);
        eleve = personnages.add(Profil.ELEVE);
        teacher = as.personne(personnages.add(Profil.ENSEIGNANT));
        region = as.personne(personnages.add(Profil.ADMINISTRATEUR));
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void leavesATraceOfASearchWithoutTheNameTyped() {
        assertThat(search(teacher)).isEqualTo(200);
        assertThat(facts("personne-cherchee")).isZero();
        assertThat(search(region)).isEqualTo(200);
        assertThat(facts("personne-cherchee")).isOne();
        assertThat(jdbc.sql("select count(*) from journal.fait where details::text ilike '%essai%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesATraceOfAChildsFile() {
        assertThat(mvc.get().uri("/annuaire/personnes/" + eleve).cookie(teacher))
                .hasStatus(404);
        assertThat(mvc.get().uri("/annuaire/personnes/" + UUID.randomUUID()).cookie(region))
                .hasStatus(404);
        assertThat(facts("fiche-lue")).isZero();
        assertThat(mvc.get().uri("/annuaire/personnes/" + eleve).cookie(region)).hasStatusOk();
        assertThat(facts("fiche-lue")).isOne();
        assertThat(jdbc.sql("select count(*) from journal.fait_ecole where action = 'fiche-lue'")
                        .query(Integer.class)
                        .single())
                .as("the head of the child’s school reads it")
                .isOne();
    }

    private int search(Cookie who) {
        return mvc.post()
                .uri("/annuaire/personnes")
                .param("nom", "essai adam")
                .cookie(who)
                .with(formulaire())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private int facts(String action) {
        return jdbc.sql(
                        "select count(*) from journal.fait where action = :action and fait_le > now() - interval '1 minute'")
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
