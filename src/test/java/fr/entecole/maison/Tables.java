package fr.entecole.maison;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the application, `schema.table`.
final class Tables {

    private Tables() {}

    static List<String> of(JdbcClient jdbc) {
        return jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                         where table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                           and table_schema not in ('pg_catalog', 'information_schema', 'public')
                         order by 1
                        """).query(String.class).list();
    }
}
