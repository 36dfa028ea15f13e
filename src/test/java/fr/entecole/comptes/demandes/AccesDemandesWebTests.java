package fr.entecole.comptes.demandes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Claire Estève asks Hélène Castans to give Samira Benali, who has come already, an access again.
@MondeTest
class AccesDemandesWebTests {

    private static final String ASKED = "Demander un nouvel accès à la direction";
    private static final String WAITING = "Un accès à redonner";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccesDemandes demandes;

    Visites visites;
    UUID esteve;
    UUID head;
    UUID samira;
    String acces;
    String demande;

    @BeforeEach
    void samiraHasCome() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        head = visites.personnel("11", "300101");
        samira = visites.responsable("700101");
        acces = "/comptes/personnes/" + samira + "/acces";
        demande = "/comptes/personnes/" + samira + "/demande";
        came(true);
    }

    @AfterEach
    void nothingIsAsked() {
        jdbc.sql("delete from comptes.demande_acces").update();
        jdbc.sql("delete from annuaire.restriction where preuve = 'Essai'").update();
        came(true);
    }

    @Test
    void isOfferedToNobodyButWhoTeachesAChildOfTheirs() {
        for (var other : List.of(
                head,
                visites.personnel("11", "300109"),
                visites.personnel("11", "300114"),
                visites.responsable("700102"),
                samira,
                visites.eleve("500101"),
                visites.agent("Vidal"))) {
            assertThat(visites.post(other, demande)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(visites.page(head, acces)).doesNotContain(ASKED);
        assertThat(count()).isZero();
    }

    @Test
    void isNotAskedForWhoNeverCameNorForWhoIsKeptOut() {
        came(false);
        assertThat(visites.page(esteve, acces)).doesNotContain(ASKED);
        assertThat(visites.post(esteve, demande)).hasStatus(HttpStatus.NOT_FOUND);
        came(true);
        keptOut();
        assertThat(visites.page(esteve, "/annuaire/eleves/" + visites.eleve("500101")))
                .doesNotContain(demande);
        assertThat(visites.post(esteve, demande)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(count()).isZero();
    }

    @Test
    void isOneTouchFromThePupilTheSearchAndTheAccesses() {
        assertThat(visites.page(esteve, "/annuaire/eleves/" + visites.eleve("500101")))
                .contains(ASKED, "action=\"" + demande + "\"");
        var found = visites.post(esteve, "/annuaire/personnes", "nom", "samira");
        assertThat(found).hasStatusOk();
        assertThat(Visites.words(found)).contains(ASKED, "action=\"" + demande + "\"");
        assertThat(visites.page(esteve, acces)).contains(ASKED, "seule la direction peut remplacer");
        ask();
        assertThat(visites.page(esteve, acces))
                .contains("C’est demandé à la direction", "s’efface d’elle-même")
                .doesNotContain(ASKED);
        assertThat(visites.page(esteve, "/annuaire/eleves/" + visites.eleve("500101")))
                .contains("Nouvel accès demandé à la direction le")
                .doesNotContain("action=\"" + demande + "\"");
    }

    @Test
    void waitsOnceOnTheHomeOfTheHeadHoweverOftenItIsAsked() throws Exception {
        assertThat(visites.page(head, "/")).doesNotContain(WAITING);
        Callable<Integer> asking =
                () -> visites.post(esteve, demande).getResponse().getStatus();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(List.of(asking, asking, asking, asking))) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }
        ask();
        assertThat(count()).isEqualTo(1);
        assertThat(visites.page(head, "/")).contains(WAITING, "pour Samira Benali", acces);
        assertThat(visites.page(visites.personnel("11", "300109"), "/")).doesNotContain("Samira Benali");
        assertThat(visites.page(head, "/journal")).contains("Nouvel accès demandé à la direction pour Samira Benali");
    }

    @Test
    void isDoneByTheUsualPageOfTheHead() {
        ask();
        assertThat(visites.page(head, acces)).contains("Demandé par l’équipe le", "Donner un nouveau code");
        assertThat(visites.post(head, acces)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(head, "/")).doesNotContain(WAITING);
        assertThat(ends()).containsExactly("DONNE");
        assertThat(visites.page(esteve, acces)).contains(ASKED);
    }

    @Test
    void endsByItselfWhenTheGuardianComesIn() {
        ask();
        var as = new EnTantQue(context);
        as.givePassword(as.account(samira), "Trois5chevauxGris");
        assertThat(mvc.post()
                        .uri("/connexion")
                        .param("identifiant", as.login(as.account(samira)))
                        .param("motDePasse", "Trois5chevauxGris")
                        .with(formulaire()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(ends()).containsExactly("VENU");
        assertThat(visites.page(head, "/")).doesNotContain(WAITING);
    }

    @Test
    void isNoLongerSeenOnceTheyHaveTheChildNoMoreOrItsLastDayIsPast() {
        ask();
        keptOut();
        assertThat(visites.page(head, "/")).doesNotContain(WAITING);
        assertThat(visites.get(head, acces)).hasStatus(HttpStatus.NOT_FOUND);
        demandes.purge();
        assertThat(ends()).containsExactly("PARTI");

        nothingIsAsked();
        ask();
        jdbc.sql("update comptes.demande_acces set jusque = current_date - 2").update();
        assertThat(visites.page(head, "/")).doesNotContain(WAITING);
        ask();
        assertThat(ends()).containsExactly("SANS_SUITE");
        assertThat(visites.page(head, "/")).contains(WAITING);
    }

    private void ask() {
        assertThat(visites.post(esteve, demande)).hasStatus(HttpStatus.SEE_OTHER);
    }

    /// Of all her children in that school.
    private void keptOut() {
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        select eleve_id, :samira, current_date - 1, 'Essai', now() from annuaire.lien
                         where responsable_id = :samira and retire_le is null
                        """).param("samira", samira).update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private void came(boolean come) {
        jdbc.sql("update comptes.compte set active_le = case when :come then now() end where personne_id = :id")
                .param("come", come)
                .param("id", samira)
                .update();
    }

    private int count() {
        return jdbc.sql("select count(*) from comptes.demande_acces")
                .query(Integer.class)
                .single();
    }

    private List<String> ends() {
        return jdbc.sql("select fin from comptes.demande_acces where fin is not null")
                .query(String.class)
                .list();
    }
}
