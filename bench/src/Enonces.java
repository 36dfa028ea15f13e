package fr.entecole.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Counts the SQL statements of a page by pg_stat_statements, which is set in the base once and asks for a restart.
final class Enonces {

    private final Connection connection;

    private Enonces(Connection connection) {
        this.connection = connection;
    }

    /// To be done before the start of the application that will be observed.
    static void prepare(Application app) throws Exception {
        try (var connection = app.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        }
    }

    static Enonces of(Application app) throws Exception {
        var connection = app.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
        return new Enonces(connection);
    }

    /// Of a warm page, the fewest of three visits: what the application does by itself meanwhile is heard too.
    List<String> warm(Visit visit) throws Exception {
        var fewest = during(visit);
        for (int i = 1; i < 3; i++) {
            var sent = during(visit);
            fewest = sent.size() < fewest.size() ? sent : fewest;
        }
        return fewest;
    }

    /// The statements that one visit sends, each as often as it was sent; begin and commit left out.
    List<String> during(Visit visit) throws Exception {
        execute("select pg_stat_statements_reset()");
        visit.run();
        List<String> sent = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select calls, regexp_replace(query, '\\s+', ' ', 'g') from pg_stat_statements
                         where query !~* '^\\s*(begin|commit|set |show |select pg_stat_statements_reset)'
                           and query not like '%from pg_stat_statements%'
                         order by query
                        """)) {
            while (rows.next()) {
                for (int i = 0; i < rows.getInt(1); i++) {
                    sent.add(rows.getString(2).strip());
                }
            }
        }
        return sent;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    interface Visit {
        void run() throws Exception;
    }
}
