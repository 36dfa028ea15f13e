package fr.entecole.annuaire.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.rgpd.CopieOuverte;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// « Remise de l’enfant : voir la direction »: read by those who teach Inès and by the AESH of her school, when the
/// head shows it, without its reason; by no guardian, ever.
@MondeTest
class RemisesWebTests {

    private static final String MARK = "Remise de l’enfant : voir la direction";
    private static final String PROOF = "Jugement du tribunal de Narbonne, 3 octobre 2026";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID head;
    UUID teacher;
    UUID aesh;
    UUID karim;
    UUID samira;
    String ines;
    String list;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        teacher = visites.personnel("11", "300102");
        aesh = visites.byHand("Calas");
        karim = visites.responsable("700102");
        samira = visites.responsable("700101");
        ines = "/annuaire/eleves/" + visites.eleve("500101");
        list = ines + "/restrictions";
        jdbc.sql("delete from annuaire.restriction where preuve = :preuve")
                .param("preuve", PROOF)
                .update();
    }

    @Test
    void isOffUntilTheHeadShowsIt() {
        keepOut("false");
        for (var page : List.of(ines, classe())) {
            assertThat(visites.page(teacher, page)).doesNotContain("voir la direction", "écart");
        }
        assertThat(visites.page(aesh, "/")).doesNotContain("voir la direction");
    }

    @Test
    void isFeltAtTheNextPageOfWhoTeachesTheChild() {
        keepOut("true");
        assertThat(visites.page(teacher, ines)).contains(MARK).doesNotContain("Karim", "écart", "Jugement");
        assertThat(visites.page(teacher, classe()))
                .contains("Remise : voir la direction")
                .doesNotContain("Karim");

        assertThat(visites.post(head, mark(), "montrer", "false")).hasStatus(303);
        assertThat(visites.page(teacher, ines)).doesNotContain("voir la direction");
        assertThat(visites.page(aesh, "/")).doesNotContain("voir la direction");

        assertThat(visites.post(head, mark(), "montrer", "true")).hasStatus(303);
        assertThat(visites.page(teacher, ines)).contains(MARK);
        assertThat(visites.page(head, list)).contains("la classe lit");
    }

    /// The directory names no class of an AESH: the mark of every child of the school would stand on their home.
    @Test
    void isTheAeshsOnlyWhereTheHeadSaysSo() {
        keepOut("true");
        assertThat(visites.page(aesh, "/")).doesNotContain("voir la direction", "Inès");

        assertThat(visites.post(head, mark(), "montrer", "true", "aesh", "true"))
                .hasStatus(303);
        assertThat(visites.page(aesh, "/")).contains(MARK, "Inès Benali").doesNotContain("Karim");
        assertThat(visites.page(head, list)).contains("la classe et les AESH lisent", "Ne plus le montrer aux AESH");

        assertThat(visites.post(head, mark(), "montrer", "true", "aesh", "false"))
                .hasStatus(303);
        assertThat(visites.page(aesh, "/")).doesNotContain("voir la direction");
        assertThat(visites.page(teacher, ines)).contains(MARK);

        assertThat(visites.post(head, mark(), "montrer", "true", "aesh", "true"))
                .hasStatus(303);
        assertThat(visites.post(head, mark(), "montrer", "false")).hasStatus(303);
        assertThat(visites.page(aesh, "/")).doesNotContain("voir la direction");
    }

    @Test
    void endsWithTheRestriction() {
        keepOut("true");
        assertThat(visites.post(head, list + "/" + restriction() + "/fin", "motif", "Nouveau jugement"))
                .hasStatus(303);
        assertThat(visites.page(teacher, ines)).doesNotContain("voir la direction");
        assertThat(visites.post(head, mark(), "montrer", "true"))
                .as("nothing to show any more")
                .hasStatus(404);

        keepOut("true");
        jdbc.sql(
                        "update annuaire.restriction set jusque = date '2020-01-01', depuis = date '2019-01-01' where preuve = :p")
                .param("p", PROOF)
                .update();
        assertThat(visites.page(teacher, ines)).doesNotContain("voir la direction");
    }

    @Test
    void isReadByNoGuardianNorInTheirData() {
        Map<String, Integer> before = new HashMap<>();
        readByGuardians((where, words) -> before.put(where, remises(words)));
        keepOut("true");
        readByGuardians((where, words) -> {
            assertThat(words).as(where).doesNotContain("voir la direction", "Remise de l", "montree_le");
            assertThat(remises(words)).as(where).isLessThanOrEqualTo(before.get(where));
        });
        assertThat(visites.page(samira, "/annuaire/enfants/" + visites.eleve("500101")))
                .contains("Inès")
                .doesNotContain("voir la direction");
        assertThat(visites.page(visites.eleve("500101"), "/")).doesNotContain("voir la direction");
    }

    private void readByGuardians(BiConsumer<String, String> read) {
        for (var parent : List.of(karim, samira)) {
            for (var answer : Map.of(
                            "home", visites.get(parent, "/"),
                            "data", visites.get(parent, "/mes-donnees"),
                            "copy", visites.post(parent, "/mes-donnees/copie"))
                    .entrySet()) {
                assertThat(answer.getValue()).as(answer.getKey()).hasStatusOk();
                read.accept(
                        parent + " " + answer.getKey(),
                        answer.getKey().equals("copy")
                                ? CopieOuverte.words(answer.getValue())
                                : Visites.words(answer.getValue()));
            }
        }
    }

    /// Work, notes and files have their own: what counts is that the mark adds none.
    private static int remises(String words) {
        return words.split("(?i)remise", -1).length - 1;
    }

    @Test
    void isTheHeadsToShowAndJournaledWithoutAName() {
        keepOut("false");
        for (var other : List.of(teacher, aesh, karim, visites.personnel("11", "300109"), visites.agent("Vidal"))) {
            assertThat(visites.post(other, mark(), "montrer", "true")).hasStatus(404);
        }
        assertThat(visites.page(teacher, ines)).doesNotContain("voir la direction");
        assertThat(visites.post(head, mark(), "montrer", "true")).hasStatus(303);
        assertThat(visites.post(head, mark(), "montrer", "true"))
                .as("twice is once")
                .hasStatus(303);
        assertThat(visites.post(head, mark(), "montrer", "false")).hasStatus(303);
        assertThat(jdbc.sql("select action from journal.fait where objet_id = :id order by id")
                        .param("id", restriction().toString())
                        .query(String.class)
                        .list())
                .containsExactly("restriction-posee", "remise-montree", "remise-cachee");
        assertThat(visites.page(head, "/journal"))
                .contains("Mention « voir la direction » montrée à la classe", "retirée");
    }

    @Test
    void isNotReadByAColleagueOfAnotherClassNorAnotherSchool() {
        keepOut("true");
        assertThat(visites.get(visites.personnel("11", "300103"), ines)).hasStatus(404);
        assertThat(visites.page(visites.personnel("11", "300103"), "/")).doesNotContain("voir la direction");
        assertThat(visites.page(visites.personnel("11", "300109"), "/")).doesNotContain("voir la direction");
    }

    private void keepOut(String montrer) {
        assertThat(visites.post(
                        head,
                        list,
                        "responsable",
                        karim.toString(),
                        "depuis",
                        "2026-10-05",
                        "preuve",
                        PROOF,
                        "montrer",
                        montrer))
                .hasStatus(303);
    }

    private UUID restriction() {
        return jdbc.sql(
                        "select id from annuaire.restriction where preuve = :preuve and levee_le is null or preuve = :preuve order by levee_le nulls first limit 1")
                .param("preuve", PROOF)
                .query(UUID.class)
                .single();
    }

    private String mark() {
        return list + "/" + restriction() + "/remise";
    }

    private String classe() {
        var id = jdbc.sql("select classe_id from annuaire.inscrit where eleve_id = :e")
                .param("e", visites.eleve("500101"))
                .query(UUID.class)
                .single();
        return "/annuaire/classes/" + id;
    }
}
