package fr.entecole.annuaire.aaf.comparaison;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.validation.Champs;
import fr.entecole.annuaire.aaf.validation.Signalements;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a batch is compared with the directory: SQL over whole sets, on the connection whose `search_path` is the
/// staging schema. Names without schema are staged: `s_…` as read, `b_…`, `x_…` resolved, `d_…` with a verdict a row.
public record Atelier(JdbcClient jdbc, String academie, Genre genre, LocalDate jour, Signalements signalements) {

    /// How many ids a warning or a list of refusals may want.
    private static final int IDS = 1000;

    /// Each row of a list of ids, cut, and how many there are in all.
    record Ids(List<String> premiers, long nombre) {}

    void create(String table, String select) {
        jdbc.sql("create unlogged table " + table + " with (autovacuum_enabled = false) as " + select)
                .param("academie", academie)
                .update();
        jdbc.sql("analyze " + table).update();
    }

    void plain(String sql) {
        jdbc.sql(sql).update();
    }

    int update(String sql) {
        return (sql.contains(":academie") ? jdbc.sql(sql).param("academie", academie) : jdbc.sql(sql)).update();
    }

    /// @param sql a query of one text column
    Ids ids(String sql) {
        var premiers = new java.util.ArrayList<String>();
        long[] nombre = {0};
        jdbc.sql("select q.id, count(*) over () from (" + sql + ") as q(id) order by 1 limit " + IDS)
                .param("academie", academie)
                .query(rs -> {
                    premiers.add(String.valueOf(rs.getString(1)));
                    nombre[0] = rs.getLong(2);
                });
        return new Ids(premiers, nombre[0]);
    }

    /// The ids that a change gives back.
    Ids returning(String sql) {
        List<String> tous = jdbc.sql(sql)
                .param("academie", academie)
                .query((rs, _) -> String.valueOf(rs.getString(1)))
                .list();
        return new Ids(tous.subList(0, Math.min(IDS, tous.size())), tous.size());
    }

    void warn(String code, String message, Ids ids) {
        if (ids.nombre() > 0) {
            signalements.warn(code, message, ids.premiers(), ids.nombre());
        }
    }

    /// Keeps a warning for the head of the school of each of these people.
    ///
    /// @param sql a query of one text column: ids of the feed
    void keep(Sorte sorte, String code, String attribut, String sql) {
        update(
                "insert into s_signalement (sorte, aaf_id, code, attribut) select '%s', q.id, '%s', '%s' from (%s) as q(id)"
                        .formatted(sorte.code, code, attribut, sql));
    }

    /// Whom [#keep] has kept with this code.
    Ids kept(String code, String attribut) {
        return ids("select aaf_id from s_signalement where code = '%s' and attribut = '%s'".formatted(code, attribut));
    }

    long count(String sql) {
        return jdbc.sql(sql).param("academie", academie).query(Long.class).single();
    }

    /// Rows of a `d_…` table by verdict.
    Map<String, Long> verdicts(String table) {
        Map<String, Long> nombres = new HashMap<>();
        jdbc.sql("select verdict, count(*) from " + table + " group by 1").query(rs -> {
            nombres.put(rs.getString(1), rs.getLong(2));
        });
        return nombres;
    }

    /// Columns of the directory on both sides of `is distinct from`.
    static String differs(Sorte sorte) {
        return "(" + Champs.columns(sorte, "t.%s") + ") is distinct from (" + Champs.columns(sorte, "s.%s") + ")";
    }

    /// Who is present in the directory and no longer in the feed: in a full, those not seen; in a delta, those deleted.
    String gone(Sorte sorte) {
        var vus = "exists (select 1 from " + sorte.table + " s where s.aaf_id = t.aaf_id and s.op ";
        return genre == Genre.COMPLET ? "not " + vus + "<> 'D')" : vus + "= 'D')";
    }
}
