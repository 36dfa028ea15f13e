package fr.entecole.maison;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A print of each table of the application, to see what a request has changed. What a table holds is read again only
/// when something that was committed has touched it.
final class Empreintes {

    // A visit is written down when it happens, allowed or not, and counted with those of everyone a while after.
    private static final List<String> OF_A_VISIT = List.of("comptes.session", "mesure.compteur", "mesure.marque");

    /// What strangers tried is counted by the minute, and written once it is over, whoever asks just then (`Decompte`).
    private static final String UNCOUNTED = "where t.details->>'fois' is null";

    private static final String HELD =
            "select '%1$s', count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %1$s t %2$s";

    /// A row that comes, changes or comes again bears a greater number than all before it; one that goes counts no
    /// more.
    private static final String MARKED =
            "select '%1$s', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from %1$s t";

    private final JdbcClient jdbc;
    private final List<String> tables;
    private final Map<String, String> marks = new HashMap<>();
    private final Map<String, String> prints = new TreeMap<>();
    private long looked;

    Empreintes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = Tables.of(jdbc).stream()
                .filter(table -> !OF_A_VISIT.contains(table))
                .toList();
    }

    Map<String, String> take() {
        if (committed()) {
            var now = read(tables, MARKED);
            var moved = tables.stream()
                    .filter(table -> !now.get(table).equals(marks.get(table)))
                    .toList();
            marks.putAll(now);
            prints.putAll(read(moved, HELD));
        }
        return Map.copyOf(prints);
    }

    /// Whether any transaction has been committed since this was asked: what was undone has left nothing.
    private boolean committed() {
        record Vu(long depuis, boolean committed) {}
        var vu = jdbc.sql("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                               exists (select from generate_series(:depuis,
                                                    pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1) x
                                        where pg_xact_status(x::text::xid8) = 'committed')
                        """)
                .param("depuis", looked)
                .query((rs, _) -> new Vu(rs.getLong(1), rs.getBoolean(2)))
                .single();
        boolean first = looked == 0;
        looked = vu.depuis();
        return first || vu.committed();
    }

    private Map<String, String> read(Collection<String> tables, String what) {
        Map<String, String> read = new HashMap<>();
        if (!tables.isEmpty()) {
            jdbc.sql(tables.stream()
                            .map(table -> what.formatted(table, table.equals("journal.fait") ? UNCOUNTED : ""))
                            .collect(Collectors.joining(" union all ")))
                    .query(rs -> {
                        read.put(rs.getString(1), rs.getString(2));
                    });
        }
        return read;
    }

    /// The tables that the transaction of this thread has written to, be it in vain; one that has written nothing has
    /// no number.
    List<String> touched() {
        return jdbc.sql("""
                        select schemaname || '.' || relname from pg_stat_xact_user_tables
                         where pg_current_xact_id_if_assigned() is not null
                           and n_tup_ins + n_tup_upd + n_tup_del > 0
                        """).query(String.class).list().stream()
                .filter(table -> !OF_A_VISIT.contains(table))
                .toList();
    }

    static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(table -> !after.get(table).equals(before.get(table)))
                .toList();
    }
}
