package fr.entecole.maison;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A print of each table of the application, to see what a request has changed.
final class Empreintes {

    // A visit is written down when it happens, allowed or not, and counted with those of everyone a while after.
    private static final List<String> OF_A_VISIT = List.of("comptes.session", "mesure.compteur", "mesure.marque");

    /// What strangers tried is counted by the minute, and written once it is over, whoever asks just then (`Decompte`).
    private static final String UNCOUNTED = "where t.details->>'fois' is null";

    private final JdbcClient jdbc;
    private final String all;

    Empreintes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.all = Tables.of(jdbc).stream()
                .filter(table -> !OF_A_VISIT.contains(table))
                .map(table ->
                        "select '%1$s', count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %1$s t %2$s"
                                .formatted(table, table.equals("journal.fait") ? UNCOUNTED : ""))
                .collect(Collectors.joining(" union all "));
    }

    Map<String, String> take() {
        Map<String, String> prints = new TreeMap<>();
        jdbc.sql(all).query(rs -> {
            prints.put(rs.getString(1), rs.getString(2));
        });
        return prints;
    }

    /// The tables that the transaction of this thread has written to, be it in vain.
    List<String> touched() {
        return jdbc.sql("""
                        select schemaname || '.' || relname from pg_stat_xact_user_tables
                         where n_tup_ins + n_tup_upd + n_tup_del > 0
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
