package fr.entecole.maison;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where ids stand in the whole database, whatever the type of the column: uuid, text, array, jsonb.
final class Traces {

    private final JdbcClient jdbc;
    private final List<String> tables;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = Tables.of(jdbc);
    }

    /// @return `schema.table.column`
    Set<String> of(Collection<UUID> ids) {
        var pattern = ids.stream().map(UUID::toString).collect(Collectors.joining("|"));
        var all = tables.stream().map(table -> """
                        select distinct '%1$s.' || c.key from %1$s t, jsonb_each_text(to_jsonb(t)) c
                         where t::text ~ :ids and c.value ~ :ids
                        """.formatted(table)).collect(Collectors.joining(" union all "));
        return new TreeSet<>(
                jdbc.sql(all).params(Map.of("ids", pattern)).query(String.class).list());
    }

    /// Makes what holds these ids older, past whatever refuses changes.
    void age(String table, String depuis, long seconds, Collection<UUID> ids) {
        var pattern = ids.stream().map(UUID::toString).collect(Collectors.joining("|"));
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("update %1$s t set %2$s = least(%2$s, now()) - make_interval(secs => %3$d) where t::text ~ :ids"
                        .formatted(table, depuis, seconds))
                .param("ids", pattern)
                .update();
        jdbc.sql("set local session_replication_role = origin").update();
    }

    /// The tables of a schema without a row.
    List<String> empty(String schema) {
        return tables.stream()
                .filter(table -> table.startsWith(schema + "."))
                .filter(table -> jdbc.sql("select not exists (select 1 from " + table + ")")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    boolean hasColumn(String schema, String table, String column) {
        return jdbc.sql("""
                        select count(*) from information_schema.columns
                         where table_schema = :schema and table_name = :table and column_name = :column
                        """)
                        .param("schema", schema)
                        .param("table", table)
                        .param("column", column)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
