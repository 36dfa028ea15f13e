package fr.entecole.direct;

import fr.entecole.socle.Cle;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells people's open pages that something is new.
@Component
public class Direct {

    static final String CANAL = "direct";

    /// A word of PostgreSQL holds 8,000 bytes; an id is 36 of them.
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;

    Direct(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the caller's transaction: heard once it is committed, by every node, by the pages that are open then and by
    /// no other. Statements: one for two hundred people.
    ///
    /// @param quoi a word of the module that tells, small letters: what the page then asks for is its own business
    public void tell(Collection<UUID> personnes, String quoi) {
        if (!quoi.matches("[a-z]{1,20}")) {
            throw new IllegalArgumentException(quoi);
        }
        var all = personnes.stream().distinct().toList();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            var some = all.subList(i, Math.min(i + AT_ONCE, all.size()));
            jdbc.sql("select pg_notify('" + CANAL + "', :mot)")
                    .param("mot", quoi + ":" + some.stream().map(UUID::toString).collect(Collectors.joining(",")))
                    .query((_, _) -> true)
                    .single();
        }
    }

    /// The same to whoever administers the region. One statement.
    public void tellRegion(String quoi) {
        tell(List.of(Cle.PARTOUT), quoi);
    }

    /// Who is told what, read again.
    record Mot(String quoi, List<UUID> personnes) {

        static Mot parse(String mot) {
            var parts = mot.split(":", 2);
            return new Mot(
                    parts[0],
                    List.of(parts[1].split(",")).stream().map(UUID::fromString).toList());
        }
    }
}
