package fr.entecole.surete.requisitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What Samira Benali has said to the school, which the region reads with two accounts and not with one.
@MondeTest
class RequisitionsWebTests {

    private static final String SECRET = "Ceci reste entre nous.";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID samira;
    UUID florence;
    UUID second;

    @BeforeEach
    void twoPeopleOfTheRegion() {
        jdbc.sql("delete from surete.requisition").update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        visites = new Visites(context);
        samira = jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = 'SAMIRA' and upper(nom) = 'BENALI'")
                .query(UUID.class)
                .single();
        florence = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR' order by id limit 1")
                .query(UUID.class)
                .single();
        second = jdbc.sql(
                        "insert into annuaire.agent (profil, nom, prenom) values ('ADMINISTRATEUR', 'Second', 'Ali') returning id")
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into liaison.parole (ecole_id, eleve_id, auteur_id, nature, annee, dite_le, remise_le, texte)
                        select f.ecole_id, f.eleve_id, :samira, 'QUESTION', 2026, now(), now(), :texte
                          from annuaire.famille(current_date) f where f.personne_id = :samira limit 1
                        """).param("samira", samira).param("texte", SECRET).update();
    }

    @Test
    void isReadByTwoAccountsOfTheRegionAndByNobodyWithOne() {
        for (var who : List.of(samira, visites.personnel("11", "300101"), visites.personnel("11", "300102"))) {
            assertThat(visites.get(who, "/surete/requisitions")).hasStatus(404);
            assertThat(visites.get(who, "/surete/personnes/" + samira + "/requisition"))
                    .hasStatus(404);
        }
        var asked = ask();
        for (var path : List.of("/accord", "/lecture")) {
            assertThat(visites.post(florence, "/surete/requisitions/" + asked + path))
                    .as("who asks grants nothing to themself: " + path)
                    .hasStatus(404);
        }
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/lecture"))
                .as("nothing is read before it is granted")
                .hasStatus(404);
        assertThat(visites.page(florence, "/surete/requisitions/" + asked))
                .contains("Elle attend une autre personne")
                .doesNotContain(SECRET);
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/accord"))
                .hasStatus(303);
        for (var who : List.of(florence, second)) {
            var read = visites.post(who, "/surete/requisitions/" + asked + "/lecture");
            assertThat(read).hasStatusOk();
            assertThat(Visites.words(read)).contains(SECRET, "preuve n°");
        }
        assertThat(facts(asked))
                .containsExactly("requisition-demandee", "requisition-accordee", "requisition-lue", "requisition-lue");
        assertThat(jdbc.sql("select count(*) from journal.fait where details::text like '%entre nous%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void readsNothingOfWhatIsRefused() {
        var asked = ask();
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/refus"))
                .hasStatus(303);
        assertThat(visites.post(second, "/surete/requisitions/" + asked + "/accord"))
                .hasStatus(404);
        assertThat(visites.post(florence, "/surete/requisitions/" + asked + "/lecture"))
                .hasStatus(404);
    }

    @Test
    void asksTheBaseToKeepThemTwo() {
        var asked = ask();
        assertThatThrownBy(() -> jdbc.sql(
                                "update surete.requisition set accordee_compte = demandee_compte, accordee_le = now() where id = :id")
                        .param("id", asked)
                        .update())
                .hasMessageContaining("check");
    }

    @Test
    void wantsDaysAReferenceAndAReason() {
        var answer = visites.post(
                florence,
                "/surete/personnes/" + samira + "/requisition",
                "genre",
                "parole",
                "du",
                "2026-11-02",
                "au",
                "2026-11-01");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("après le premier", "référence", "Dites pourquoi");
    }

    private UUID ask() {
        var today = LocalDate.now();
        var answer = visites.post(
                florence,
                "/surete/personnes/" + samira + "/requisition",
                "genre",
                "parole",
                "du",
                today.minusDays(1).toString(),
                "au",
                today.plusDays(1).toString(),
                "reference",
                "PV 2026/1",
                "motif",
                "Enquête");
        assertThat(answer).hasStatus(303);
        return UUID.fromString(answer.getResponse().getRedirectedUrl().replaceFirst(".*/", ""));
    }

    private List<String> facts(UUID requisition) {
        return jdbc.sql("select action from journal.fait where objet_id = :id order by id")
                .param("id", requisition.toString())
                .query(String.class)
                .list();
    }
}
