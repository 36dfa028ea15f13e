package fr.entecole.annuaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A question that depends on the day costs what a view would: PostgreSQL takes its text into the statement instead of
/// running it apart, whole, whoever is asked for (docs/adr/0023-published-views.md).
@EntTest
class VuesPublieesTests {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from annuaire.autorite(:jour) a where a.responsable_id = uuidv7()",
                "select * from annuaire.garde(:jour) g where g.eleve_id = uuidv7()",
                "select * from annuaire.famille(:jour) f where f.personne_id = uuidv7()",
                "select * from annuaire.enseignait(:jour) e where e.classe_id = uuidv7()",
                "select * from annuaire.etait_inscrit(:jour) e where e.classe_id = uuidv7()",
                "select en.enseignants from annuaire.classe c cross join lateral annuaire.enseignants(c.id) en where :jour > date '2000-01-01'",
                "select n.eleves from annuaire.classe c cross join lateral annuaire.effectif(c.id) n where :jour > date '2000-01-01'"
            })
    void isPlannedAsAView(String sql) {
        var plan = jdbc.sql("explain " + sql)
                .param("jour", java.time.LocalDate.of(2026, 11, 25))
                .query(String.class)
                .list();
        assertThat(String.join("\n", plan)).doesNotContain("Function Scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "ULIS", ""})
    void theYoungestAreTheSameForPagesAndForSql(String niveau) {
        var petit = jdbc.sql("select annuaire.petit(:niveau)")
                .param("niveau", niveau)
                .query(Boolean.class)
                .single();
        assertThat(petit).isEqualTo(fr.entecole.socle.Registre.ofNiveau(niveau).petits());
    }
}
