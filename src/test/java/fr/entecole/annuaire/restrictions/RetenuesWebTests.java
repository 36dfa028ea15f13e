package fr.entecole.annuaire.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// M. Benali is kept out of Inès; the directory gives her another guardian, who waits until the head has compared both.
@MondeTest
class RetenuesWebTests {

    private static final String PROOF = "Jugement du tribunal de Narbonne, 12 octobre 2026";
    private static final Pattern FIN = Pattern.compile("action=\"(/annuaire/eleves/[^\"]+/fin)\"");
    private static final String WAITS = "/annuaire/retenues/";
    private static final String MARK = "999001";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID head;
    UUID karim;
    UUID ines;
    UUID autre;
    String child;

    @BeforeEach
    void someoneCalledAlike() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        karim = visites.responsable("700102");
        ines = visites.eleve("500101");
        child = "/annuaire/enfants/" + ines;
        jdbc.sql("""
                        with r as (
                            insert into annuaire.responsable (academie, aaf_id, civilite, nom, nom_naissance, prenom, telephone_mobile,
                                                              telephone_domicile)
                            select '11', :mark, 'M.', 'HADDAD', nom, 'Karim', telephone_mobile, telephone_domicile
                              from annuaire.responsable where id = :karim returning id)
                        insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                        select :ines, id, '39', date '2026-01-05' from r
                        """)
                .param("mark", MARK)
                .param("karim", karim)
                .param("ines", ines)
                .update();
        autre = jdbc.sql("select id from annuaire.responsable where aaf_id = :mark")
                .param("mark", MARK)
                .query(UUID.class)
                .single();
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from annuaire.restriction where eleve_id = :ines")
                .param("ines", ines)
                .update();
        for (var place : List.of("lien where responsable_id", "responsable where id")) {
            jdbc.sql("delete from annuaire." + place + " = :autre")
                    .param("autre", autre)
                    .update();
        }
    }

    @Test
    void keepingAGuardianOutHoldsWhoIsCalledAlikeAndNobodyElse() {
        assertThat(visites.page(autre, child)).contains("Inès");
        keepOut();
        assertThat(visites.get(autre, child)).hasStatus(404);
        assertThat(visites.page(autre, "/")).doesNotContain("Inès");
        assertThat(visites.page(visites.responsable("700101"), child))
                .contains("Inès")
                .doesNotContain("Karim", "Haddad", WAITS);
        assertThat(visites.page(visites.personnel("11", "300102"), "/annuaire/eleves/" + ines))
                .doesNotContain("Haddad", WAITS);
        assertThat(visites.page(
                        visites.personnel("11", "300102"),
                        "/comptes/classes/"
                                + id("select classe_id from annuaire.inscrit where eleve_id = '" + ines + "'")))
                .as("no sheet is offered")
                .contains("Samira")
                .doesNotContain("Haddad");
    }

    @Test
    void isToldOnTheHomeOfTheHeadOfTheSchoolAlone() {
        assertThat(visites.page(head, "/")).doesNotContain(WAITS);
        keepOut();
        assertThat(visites.page(head, "/"))
                .contains("Un nouveau responsable est retenu", "Inès Benali", page())
                .doesNotContain("Haddad");
        assertThat(visites.page(head, "/annuaire/eleves/" + ines)).contains(WAITS, page());
        assertThat(visites.page(head, "/annuaire/eleves/" + ines + "/restrictions"))
                .contains("Karim Haddad", page());
        var stranger = visites.personnel("11", "300109");
        assertThat(visites.page(stranger, "/")).doesNotContain(WAITS);
        for (var other : List.of(stranger, visites.personnel("11", "300102"), autre, karim, visites.agent("Vidal"))) {
            assertThat(visites.get(other, page())).hasStatus(404);
            assertThat(visites.post(other, page() + "/acces")).hasStatus(404);
            assertThat(visites.post(other, page() + "/ecart")).hasStatus(404);
        }
        assertThat(visites.get(autre, child)).hasStatus(404);
    }

    @Test
    void showsBothSheetsSideBySideWithWhatTheyShare() {
        keepOut();
        assertThat(visites.page(head, page()))
                .contains(
                        "M. Karim Haddad",
                        "M. Karim Benali",
                        "les noms",
                        "le nom de naissance",
                        "un téléphone",
                        PROOF,
                        "C’est la même personne : rester à l’écart",
                        "C’est quelqu’un d’autre : lui donner accès")
                .doesNotContain("l’adresse.");
        assertThat(visites.statements(head, page())).hasSize(1);
    }

    @Test
    void showsTheDecisionAloneOnceTheOneWhoIsKeptOutIsForgotten() {
        keepOut();
        jdbc.sql(
                        "update annuaire.restriction set responsable_id = null where responsable_id = :karim and eleve_id = :ines")
                .param("karim", karim)
                .param("ines", ines)
                .update();
        assertThat(visites.page(head, page()))
                .contains("M. Karim Haddad", "L’annuaire n’a plus la fiche de la personne écartée", PROOF)
                .doesNotContain("M. Karim Benali", "les noms");
    }

    @Test
    void letsInSomeoneElseAtTheNextPage() {
        keepOut();
        assertThat(visites.page(autre, "/")).doesNotContain("Inès");
        var page = page();
        assertThat(visites.post(head, page + "/acces"))
                .hasStatus(303)
                .hasRedirectedUrl("/annuaire/eleves/" + ines + "/restrictions?fait=acces");
        assertThat(visites.page(head, "/annuaire/eleves/" + ines + "/restrictions?fait=acces"))
                .contains("C’est fait", "a accès aux informations d’Inès");
        assertThat(visites.page(autre, "/")).contains("Inès");
        assertThat(visites.page(autre, child)).contains("Inès");
        assertThat(visites.get(karim, child)).hasStatus(404);
        assertThat(visites.page(head, "/")).doesNotContain(WAITS);
        assertThat(visites.get(head, page)).hasStatus(404);
        assertThat(visites.post(head, page + "/ecart")).as("decided").hasStatus(404);
        assertThat(visites.page(head, "/annuaire/eleves/" + ines + "/restrictions"))
                .containsSubsequence(
                        "Karim Benali", "sans terme", "Karim Haddad", "Retenu le", "c’était quelqu’un d’autre")
                .doesNotContain("terminée");
        assertThat(acts()).containsExactly("responsable-retenu 1", "retenue-admise 1");
    }

    @Test
    void keepsTheSamePersonOutByTheSameDecision() {
        keepOut();
        assertThat(visites.post(head, page() + "/ecart")).hasStatus(303);
        assertThat(visites.get(autre, child)).hasStatus(404);
        assertThat(visites.page(head, "/")).doesNotContain(WAITS);
        var page = visites.page(head, "/annuaire/eleves/" + ines + "/restrictions");
        assertThat(page.split(PROOF, -1)).as("one decision, one card").hasSize(2);
        assertThat(page).contains("Karim Haddad", "Karim Benali");
        assertThat(acts()).containsExactly("responsable-retenu 1", "retenue-ecartee 1");
    }

    @Test
    void liftingADecisionLiftsItUnderEveryNumberOfThePerson() {
        keepOut();
        assertThat(visites.post(head, page() + "/ecart")).hasStatus(303);
        var card = visites.page(head, "/annuaire/eleves/" + ines + "/restrictions");
        var fin = FIN.matcher(card);
        assertThat(fin.find()).isTrue();
        assertThat(visites.post(head, fin.group(1), "motif", "Nouveau jugement"))
                .hasStatus(303);
        assertThat(visites.page(autre, child)).contains("Inès");
        assertThat(visites.page(karim, child)).contains("Inès");
        assertThat(visites.page(head, "/annuaire/eleves/" + ines + "/restrictions"))
                .contains("terminée", "Nouveau jugement")
                .doesNotContain("Lever cette restriction", "écarté</");
    }

    @Test
    void liftingTheRestrictionLetsInWhomItHeld() {
        keepOut();
        var held = page();
        assertThat(visites.post(
                        head,
                        "/annuaire/eleves/" + ines + "/restrictions/" + held.substring(held.lastIndexOf('/') + 1)
                                + "/fin",
                        "motif",
                        "Sans décider"))
                .as("a hold is decided, not lifted")
                .hasStatus(404);
        var restriction = id("select id from annuaire.restriction where eleve_id = '" + ines
                + "' and responsable_id = '" + karim + "' and levee_le is null");
        assertThat(visites.post(
                        head,
                        "/annuaire/eleves/" + ines + "/restrictions/" + restriction + "/fin",
                        "motif",
                        "Nouveau jugement"))
                .hasStatus(303);
        assertThat(visites.page(autre, child)).contains("Inès");
        assertThat(visites.page(karim, child)).contains("Inès");
        assertThat(visites.page(head, "/")).doesNotContain(WAITS);
    }

    private void keepOut() {
        assertThat(visites.post(
                        head,
                        "/annuaire/eleves/" + ines + "/restrictions",
                        "responsable",
                        karim.toString(),
                        "depuis",
                        "2026-11-01",
                        "jusque",
                        "",
                        "preuve",
                        PROOF))
                .hasStatus(303);
    }

    private String page() {
        return "/annuaire/retenues/"
                + id("select restriction_id from annuaire.retenue(date '2126-01-01') where responsable_id = '" + autre
                        + "'");
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }

    /// What the journal says of the held guardian, each with the number of its schools; it names nobody.
    private List<String> acts() {
        return jdbc.sql("""
                        select f.action || ' ' || (select count(*) from journal.fait_ecole e where e.fait_id = f.id)
                          from journal.fait f
                         where f.objet_id in (select id::text from annuaire.restriction where responsable_id = :autre)
                         order by f.id
                        """).param("autre", autre).query(String.class).list();
    }
}
