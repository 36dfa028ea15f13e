package fr.entecole.socle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Columns that JDBC reads in two words or with a cast. An array that is null reads as an empty one.
public final class Colonnes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Colonnes() {}

    /// Of a column that is never null: the type says so for those who read it.
    public static UUID uuid(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    /// In the order of the statement.
    public static Set<UUID> uuids(ResultSet rs, String column) throws SQLException {
        var array = rs.getArray(column);
        return array == null ? Set.of() : new LinkedHashSet<>(Arrays.asList((UUID[]) array.getArray()));
    }

    public static List<String> strings(ResultSet rs, String column) throws SQLException {
        var array = rs.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /// Of a column of JSON that holds an array of objects, each with the fields of the record; null reads as none.
    public static <T> List<T> list(ResultSet rs, String column, Class<T[]> type) throws SQLException {
        var json = rs.getString(column);
        return json == null ? List.of() : List.of(JSON.readValue(json, type));
    }
}
