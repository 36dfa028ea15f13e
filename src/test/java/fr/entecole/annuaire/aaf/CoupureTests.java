package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Wherever an import is cut, as a node that is killed cuts it (its connection is gone in the middle of a statement),
/// the directory is the one before; the same batch then comes again and is applied whole.
@EntTest
class CoupureTests extends BancAaf {

    @Autowired
    DataSource source;

    /// Held for itself, a table stops the import where it first reads it; held against writers, where it is applied.
    @ParameterizedTest
    @CsvSource({
        "structure, access exclusive",
        "eleve, access exclusive",
        "responsable, access exclusive",
        "personnel, access exclusive",
        "structure, exclusive",
        "classe, exclusive",
        "groupe, exclusive",
        "eleve, exclusive",
        "eleve_classe, exclusive",
        "responsable, exclusive",
        "lien, exclusive",
        "personnel, exclusive",
        "fonction, exclusive",
        "remaniement, exclusive"
    })
    void leavesTheDirectoryBeforeOrAfterNeverBetween(String table, String mode) throws Exception {
        empty();
        var before = fingerprint();
        cut(table, mode);
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.APPLIED);
        var after = fingerprint();
        assertThat(after).isNotEqualTo(before);
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(fingerprint()).isEqualTo(after);
    }

    private void cut(String table, String mode) throws SQLException, InterruptedException, TimeoutException {
        CompletableFuture<Rapport> run;
        try (var holder = source.getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table annuaire." + table + " in " + mode + " mode");
            run = CompletableFuture.supplyAsync(() -> give(Exemple.complet()));
            int pid = blocked(table, run);
            assertThat(jdbc.sql("select pg_terminate_backend(:pid)")
                            .param("pid", pid)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            holder.rollback();
        }
        try {
            assertThat(run.get(60, TimeUnit.SECONDS).issue()).isNotEqualTo(Rapport.Issue.APPLIED);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).as("told to who asked").isNotNull();
        }
    }

    /// The server process of the import, once it waits for the table.
    private int blocked(String table, CompletableFuture<Rapport> run) {
        while (!run.isDone()) {
            var waiting =
                    jdbc.sql("""
                            select pid from pg_locks
                             where relation = ('annuaire.' || :table)::regclass and not granted limit 1
                            """).param("table", table).query(Integer.class).optional();
            if (waiting.isPresent()) {
                return waiting.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the import never touches annuaire." + table);
    }
}
