package fr.entecole.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.codes.Codes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What other modules tell by their events, by the gestures of their own screens.
@MondeTest
class AnnoncesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Livraisons livraisons;

    @Autowired
    Codes codes;

    Visites visites;
    UUID head;

    @BeforeEach
    void nothingIsTold() {
        jdbc.sql("delete from notifications.depot").update();
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
    }

    @Test
    void tellsWhoAskedForACorrectionThatTheSchoolHasAnswered() {
        var teacher = visites.personnel("11", "300102");
        var ecole = ecole();
        assertThat(visites.post(
                        teacher,
                        "/mes-donnees/corrections",
                        "personne",
                        teacher.toString(),
                        "ligne",
                        "annuaire/personnel.nom",
                        "ecole",
                        ecole,
                        "juste",
                        "Esteve"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(deposits()).isZero();
        var asked = jdbc.sql("select id from rgpd.correction where demandeur_id = :id and reponse is null")
                .param("id", teacher)
                .query(UUID.class)
                .single();
        assertThat(visites.post(
                        head,
                        "/mes-donnees/corrections/" + asked + "/reponse",
                        "reponse",
                        "JUSTE",
                        "mot",
                        "C’est le bon."))
                .hasStatus(HttpStatus.SEE_OTHER);
        deliver();
        assertThat(visites.page(teacher, "/notifications")).contains("L’école a répondu");
        assertThat(visites.page(head, "/notifications")).doesNotContain("L’école a répondu");
    }

    @Test
    void tellsTheOwnerAtOnceWhenAnAccessIsGivenAgainWhoeverTheyAre() {
        var parent = visites.responsable("700113");
        var agent = jdbc.sql("select id from annuaire.agent where profil = 'IEN' limit 1")
                .query(UUID.class)
                .single();
        var par = context.getBean(Comptes.class).ofPersonne(head).orElseThrow();
        for (var someone : new UUID[] {parent, agent}) {
            visites.page(someone, "/aide");
            jdbc.sql("update comptes.compte set active_le = now() - interval '1 day' where personne_id = :id")
                    .param("id", someone)
                    .update();
            codes.reissue(someone, par, null);
            livraisons.work(Instant.now().plus(Duration.ofSeconds(5)));
            assertThat(visites.page(someone, "/notifications"))
                    .as("whatever the hour")
                    .contains("Un accès à votre compte a été redonné");
        }
    }

    @Test
    void asksTheHeadForAnAccessOnceAndTellsTheTeacherThatItIsGiven() {
        var teacher = visites.personnel("11", "300102");
        var samira = visites.responsable("700101");
        var person = "/comptes/personnes/" + samira;
        jdbc.sql("update comptes.compte set active_le = now() where personne_id = :id")
                .param("id", samira)
                .update();
        for (int i = 0; i < 2; i++) {
            assertThat(visites.post(teacher, person + "/demande")).hasStatus(HttpStatus.SEE_OTHER);
        }
        assertThat(deposits()).isEqualTo(1);
        deliver();
        assertThat(visites.page(head, "/notifications")).contains("vous demande de redonner un accès");
        assertThat(visites.page(teacher, "/notifications")).doesNotContain("redonn");
        var news = jdbc.sql("select adresse from notifications.depot")
                .query(String.class)
                .single();
        assertThat(visites.get(head, news)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(person + "/acces");
        assertThat(visites.get(visites.personnel("11", "300114"), news)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(head, person + "/acces")).hasStatus(HttpStatus.SEE_OTHER);
        deliver();
        assertThat(visites.page(head, "/notifications")).doesNotContain("vous demande de redonner");
        assertThat(visites.page(teacher, "/notifications")).contains("La direction a redonné l’accès");
        jdbc.sql("delete from comptes.demande_acces").update();
    }

    @Test
    void tellsNothingOfACodeForWhoHasNeverComeIn() {
        var newcomer = jdbc.sql(
                        "select personne_id from comptes.compte where active_le is null and nature = 'RESPONSABLE' and rejoint_id is null limit 1")
                .query(UUID.class)
                .single();
        codes.reissue(newcomer, context.getBean(Comptes.class).ofPersonne(head).orElseThrow(), null);
        assertThat(deposits()).isZero();
    }

    private String ecole() {
        return jdbc.sql("select id::text from annuaire.structure where uai = '0110358E'")
                .query(String.class)
                .single();
    }

    private int deposits() {
        return jdbc.sql("select count(*) from notifications.depot")
                .query(Integer.class)
                .single();
    }

    private void deliver() {
        livraisons.work(Instant.now().plus(Duration.ofDays(60)));
    }
}
