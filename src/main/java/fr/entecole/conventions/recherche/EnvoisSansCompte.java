package fr.entecole.conventions.recherche;

import fr.entecole.socle.Sceau;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What may come from one network without an account: some pages an hour, for all nodes together. A town hall sends one
/// or two a year.
@Component
public class EnvoisSansCompte {

    public static final Duration HEURE = Duration.ofHours(1);

    private static final int AN_HOUR = 10;

    private final JdbcClient jdbc;
    private final Sceau sceau;
    private final Clock clock;

    EnvoisSansCompte(JdbcClient jdbc, Sceau sceau, Clock clock) {
        this.jdbc = jdbc;
        this.sceau = sceau;
        this.clock = clock;
    }

    /// Counts one more; what is older than a day is forgotten on the way.
    ///
    /// @return false when there were too many
    @Transactional
    public boolean pass(String adresse) {
        var now = OffsetDateTime.now(clock);
        var print = sceau.of("conventions-passage", adresse);
        jdbc.sql("delete from conventions.passage where passe_le < :hier")
                .param("hier", now.minusDays(1))
                .update();
        int before = jdbc.sql(
                        "select count(*)::int from conventions.passage where adresse = :adresse and passe_le > :depuis")
                .param("adresse", print)
                .param("depuis", now.minus(HEURE))
                .query((rs, _) -> rs.getInt(1))
                .single();
        if (before >= AN_HOUR) {
            return false;
        }
        jdbc.sql("insert into conventions.passage (adresse, passe_le) values (:adresse, :now)")
                .param("adresse", print)
                .param("now", now)
                .update();
        return true;
    }
}
