package fr.entecole.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.EntTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EntTest
class JournalTests {

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String objet = UUID.randomUUID().toString();

    @BeforeEach
    void recordAFact() {
        journal.record(
                Journal.Fait.of(ActeDEssai.ESSAI, objet).inEcoles(List.of()).with(Map.of("nombre", 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal.fait set action = 'autre'", "delete from journal.fait"})
    void neverChangesNorForgetsAFact(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("append-only");
        assertThat(facts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate journal.fait",
                "alter table journal.fait disable trigger append_only",
                "drop trigger append_only on journal.fait_ecole",
                "drop table journal.fait"
            })
    void ownsNotWhatItRecordsIn(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .hasStackTraceContaining(sql.startsWith("truncate") ? "permission denied" : "must be owner");
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void fallsWithTheTransactionOfItsCaller() {
        transaction.executeWithoutResult(status -> {
            journal.record(Journal.Fait.of(ActeDEssai.ESSAI, objet).inEcoles(List.of()));
            status.setRollbackOnly();
        });
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void recordsOneFactAboutManyThings() {
        var ecole = UUID.randomUUID();
        var autre = UUID.randomUUID().toString();
        journal.record(Journal.Fait.of(ActeDEssai.ESSAI).inEcole(ecole), List.of());
        assertThat(read(ecole)).isEmpty();
        journal.record(Journal.Fait.of(ActeDEssai.ESSAI).inEcole(ecole), List.of(objet, autre));
        assertThat(read(ecole)).containsExactlyInAnyOrder(objet, autre);
        assertThat(facts()).isEqualTo(2);
    }

    private List<String> read(UUID ecole) {
        return jdbc.sql("""
                        select f.objet_id from journal.fait_ecole e join journal.fait f on f.id = e.fait_id
                         where e.ecole_id = :ecole
                        """)
                .param("ecole", ecole)
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    @Test
    void keepsDetailsAsJson() {
        assertThat(jdbc.sql("select details->>'nombre' from journal.fait where objet_id = :id")
                        .param("id", objet)
                        .query((rs, _) -> rs.getString(1))
                        .single())
                .isEqualTo("3");
    }

    private int facts() {
        return jdbc.sql("select count(*) from journal.fait where objet_id = :id")
                .param("id", objet)
                .query((rs, _) -> rs.getInt(1))
                .single();
    }
}
