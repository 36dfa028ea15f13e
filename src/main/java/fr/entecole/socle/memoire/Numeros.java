package fr.entecole.socle.memoire;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ResultSetExtractor;

/// What stands beside schools and moves with them ([fr.entecole.socle.Memoire]): asked of the database once for all who
/// look at a school, then remembered until it is told that it has moved.
final class Numeros {

    /// One for all, so that what several tiles ask alike is asked once.
    private static final ResultSetExtractor<Map<UUID, String>> BY_SCHOOL = Numeros::bySchool;

    private final Cache<Lieu, Numero> gardes;
    private final Souvenirs souvenirs;

    Numeros(Cache<Lieu, Numero> gardes, Souvenirs souvenirs) {
        this.gardes = gardes;
        this.souvenirs = souvenirs;
    }

    Lecture<Map<UUID, String>> of(String sql, Set<String> noms, Collection<UUID> ecoles) {
        Map<UUID, String> known = new LinkedHashMap<>();
        List<UUID> others = new ArrayList<>();
        for (var ecole : ecoles) {
            var numero = gardes.getIfPresent(new Lieu(sql, ecole));
            if (numero != null && souvenirs.believes(numero.mots, numero.before)) {
                known.put(ecole, numero.valeur);
            } else {
                others.add(ecole);
            }
        }
        if (others.isEmpty()) {
            return Lecture.known(Collections.unmodifiableMap(known));
        }
        long before = souvenirs.moves();
        return Lecture.whole(sql, Map.of("ecoles", others.stream().sorted().toArray(UUID[]::new)), BY_SCHOOL)
                .map(read -> {
                    read.forEach((ecole, valeur) -> keep(sql, ecole, new Numero(valeur, mots(noms, ecole), before)));
                    known.putAll(read);
                    return Collections.unmodifiableMap(known);
                });
    }

    private void keep(String sql, UUID ecole, Numero numero) {
        if (souvenirs.hears()) {
            gardes.put(new Lieu(sql, ecole), numero);
        }
    }

    /// Those of the school, what is told of all schools, and the school itself, of which someone here has just written.
    private static Set<String> mots(Set<String> noms, UUID ecole) {
        return Stream.concat(
                        Stream.of(ecole.toString()), noms.stream().flatMap(nom -> Stream.of(nom, nom + "." + ecole)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<UUID, String> bySchool(ResultSet rs) throws SQLException {
        Map<UUID, String> read = new LinkedHashMap<>();
        while (rs.next()) {
            read.put(rs.getObject("ecole_id", UUID.class), rs.getString("etat"));
        }
        return Collections.unmodifiableMap(read);
    }

    /// The select, and the school.
    public record Lieu(String sql, UUID ecole) {}

    /// @param mots what it hangs on
    /// @param before how much had been heard when it was asked
    public record Numero(String valeur, Set<String> mots, long before) {}
}
