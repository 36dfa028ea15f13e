package fr.entecole.annuaire.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The board of Mme Castans's restrictions, M. Galy's among them.
@MondeTest
class TableauWebTests {

    private static final String PROOF = "Ordonnance du juge aux affaires familiales, 2 novembre 2026";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Visites visites;
    UUID head;
    LocalDate jour;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        jour = LocalDate.now(clock);
        jdbc.sql("delete from annuaire.restriction where preuve = :preuve or retenue_de is not null")
                .param("preuve", PROOF)
                .update();
    }

    @Test
    void isTheHeadsOfTheSchoolAlone() {
        assertThat(visites.page(head, "/annuaire/restrictions")).contains("Yvan Galy", "Timéo Galy", "sans terme");
        assertThat(visites.page(visites.personnel("16", "300103"), "/annuaire/restrictions"))
                .contains("Aucune restriction")
                .doesNotContain("Galy");
        for (var other :
                List.of(visites.personnel("11", "300102"), visites.agent("Vidal"), visites.responsable("700101"))) {
            assertThat(visites.get(other, "/annuaire/restrictions")).hasStatus(404);
        }
    }

    @Test
    void sortsThemByWhatTheyAskAndSaysWhenTheyEnd() {
        keepOut("500101", "700102", jour.minusDays(30), jour.plusDays(9));
        keepOut("500101", "700101", jour.plusDays(5), null);
        var board = visites.page(head, "/annuaire/restrictions");
        assertThat(board).contains("dernier jour dans 9 jours", "demandez s’il y a une autre décision");
        assertThat(board.indexOf("Se terminent bientôt")).isPositive().isLessThan(board.indexOf("En vigueur"));
        assertThat(board.indexOf("En vigueur")).isLessThan(board.indexOf("À venir"));
        assertThat(visites.page(head, "/")).contains("Une restriction se termine bientôt", "dernier jour dans 9 jours");

        jdbc.sql("update annuaire.restriction set levee_le = now(), levee_motif = 'essai' where preuve = :p")
                .param("p", PROOF)
                .update();
        assertThat(visites.page(head, "/annuaire/restrictions"))
                .contains("Levées ou terminées")
                .doesNotContain("Se terminent bientôt", PROOF);
        assertThat(visites.page(head, "/")).doesNotContain("se termine bientôt").contains("/annuaire/restrictions");
    }

    @Test
    void putsWhatWaitsForADecisionFirst() {
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le, retenue_de)
                        select eleve_id, :qui, depuis, '', posee_le, id from annuaire.restriction
                         where eleve_id = :timeo and retenue_de is null
                        """)
                .param("qui", visites.responsable("700102"))
                .param("timeo", eleveOf("Galy"))
                .update();
        var board = visites.page(head, "/annuaire/restrictions");
        assertThat(board.indexOf("À vous de décider")).isPositive().isLessThan(board.indexOf("En vigueur"));
        assertThat(board).contains("Comparer et décider", "Karim Benali");
    }

    @Test
    void costsOneStatement() {
        assertThat(visites.statements(head, "/annuaire/restrictions")).hasSize(1);
    }

    private UUID eleveOf(String nom) {
        return jdbc.sql("select id from annuaire.eleve where upper(nom) = upper(:nom)")
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }

    private void keepOut(String eleve, String responsable, LocalDate depuis, @Nullable LocalDate jusque) {
        assertThat(visites.post(
                        head,
                        "/annuaire/eleves/" + visites.eleve(eleve) + "/restrictions",
                        "responsable",
                        visites.responsable(responsable).toString(),
                        "depuis",
                        depuis.toString(),
                        "jusque",
                        jusque == null ? "" : jusque.toString(),
                        "preuve",
                        PROOF))
                .hasStatus(303);
    }
}
