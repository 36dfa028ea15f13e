package fr.entecole.annuaire.aaf;

import fr.entecole.annuaire.aaf.application.ImportAaf;
import fr.entecole.socle.Cle;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the import tests share: imports, reads and the fingerprint of the whole directory.
public abstract class BancAaf {

    @Autowired
    ImportAaf imports;

    @Autowired
    protected JdbcClient jdbc;

    protected Rapport give(Path lot) {
        return give(lot, null, null, false);
    }

    protected Rapport give(Path lot, @Nullable Genre genre, @Nullable LocalDate date, boolean accepter) {
        return imports.run(new ImportAaf.Demande("11", lot, genre, date, accepter), _ -> {});
    }

    /// Forgets everything, batches included.
    protected void empty() {
        var tables = tables().stream().map(t -> "annuaire." + t).collect(Collectors.joining(", "));
        jdbc.sql("truncate " + tables + " cascade").update();
    }

    List<String> tables() {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                         where table_schema = 'annuaire' and table_type = 'BASE TABLE'
                           and table_name not like 'flyway%'
                         order by 1
                        """).query(String.class).list();
    }

    /// Every row of every table of the directory, except the register of batches and the number that it moves.
    protected String fingerprint() {
        return tables().stream()
                .filter(t -> !t.equals("lot"))
                .map(t -> t + "="
                        + jdbc.sql(
                                        "select count(*) || ':' || coalesce(md5(string_agg(x::text, ',' order by x::text)), '')"
                                                + " from annuaire." + t + " x"
                                                + (t.equals("remaniement")
                                                        ? " where ecole_id <> '" + Cle.PARTOUT + "'"
                                                        : ""))
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }

    protected long count(String sql) {
        return jdbc.sql("select count(*) from annuaire." + sql)
                .query(Long.class)
                .single();
    }

    @Nullable
    String text(String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse(null);
    }

    static Rapport.Compte counts(long created, long changed, long moved, long suspended) {
        return new Rapport.Compte(created, changed, moved, suspended, 0, 0, 0, 0);
    }

    /// The counts without `unchanged`, which the table of the example does not give.
    static Rapport.Compte done(Rapport.Compte c) {
        return new Rapport.Compte(
                c.created(), c.changed(), c.moved(), c.suspended(), c.revived(), c.archived(), 0, c.refused());
    }
}
