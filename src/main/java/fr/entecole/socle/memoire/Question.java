package fr.entecole.socle.memoire;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;

/// What a room reads for someone on a day, of its own tables: nothing of the directory, whose changes are told by
/// others, decides what is found. Rows that bear names of people hang on [#NOMS] too.
///
/// @param mots what the answer hangs on, as the room's triggers tell it ([#mots])
/// @param row of no language
public record Question<R>(Set<String> mots, Map<String, ?> parametres, RowMapper<R> row) {

    /// Told when anyone of the directory may be called otherwise than before.
    public static final String NOMS = "noms";

    /// What a room tells under one name, of each of these: `mots.<id>`.
    public static Set<String> mots(String nom, UUID[]... ids) {
        return Stream.of(ids).flatMap(Stream::of).map(id -> nom + "." + id).collect(Collectors.toUnmodifiableSet());
    }

    /// The same, of rows that bear names.
    public static Set<String> motsAndNoms(String nom, UUID[]... ids) {
        return Stream.concat(Stream.of(NOMS), mots(nom, ids).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
