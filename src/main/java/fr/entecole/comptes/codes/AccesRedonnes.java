package fr.entecole.comptes.codes;

import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Codes that someone has handed to an adult who had come already: with one, whoever holds it puts the owner out. The
/// owner is told at their entries until they say that they know, and then too of those that somebody else has used and
/// answered for in the last weeks. ADR 0014.
@Component
public class AccesRedonnes {

    private static final Duration TOLD = Duration.ofDays(30);

    private static final String GIVEN = """
              from comptes.code k join comptes.compte c on c.id = k.compte_id
             where k.compte_id = :compte and k.empreinte is not null and k.created_at > :depuis
               and k.created_at > c.active_le and k.remis_par <> k.compte_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccesRedonnes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Whether there is one of which the owner has not said that they know.
    public Lecture<Boolean> untold(UUID compte) {
        return Lecture.of(
                        "select exists (select 1 " + GIVEN + " and k.su_le is null)",
                        Map.of("compte", compte, "depuis", since()),
                        (rs, _) -> rs.getBoolean(1))
                .map(List::getFirst);
    }

    /// The last ones first.
    public List<Redonne> of(UUID compte) {
        return jdbc.sql("select k.created_at, k.remis_par, k.utilise_le " + GIVEN + " order by k.created_at desc, k.id")
                .param("compte", compte)
                .param("depuis", since())
                .query(AccesRedonnes::redonne)
                .list();
    }

    public void told(UUID compte) {
        jdbc.sql("update comptes.code set su_le = :maintenant where compte_id = :compte and su_le is null")
                .param("compte", compte)
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
    }

    private OffsetDateTime since() {
        return OffsetDateTime.now(clock).minus(TOLD);
    }

    private static Redonne redonne(ResultSet rs, int row) throws SQLException {
        return new Redonne(
                rs.getObject("created_at", OffsetDateTime.class),
                rs.getObject("remis_par", UUID.class),
                rs.getObject("utilise_le", OffsetDateTime.class));
    }

    /// @param par account of who handed it
    /// @param utilise when somebody came in by it
    public record Redonne(
            OffsetDateTime le, UUID par, @Nullable OffsetDateTime utilise) {}
}
