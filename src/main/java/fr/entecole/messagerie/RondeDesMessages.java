package fr.entecole.messagerie;

import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Delivers what has reached its hour, on each node: a message that another one delivers is passed over.
@Component
public class RondeDesMessages {

    private static final Logger LOG = LoggerFactory.getLogger(RondeDesMessages.class);
    private static final int AT_ONCE = 200;
    private static final Duration LATER = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final RemiseDesMessages remise;
    private final Clock clock;

    RondeDesMessages(JdbcClient jdbc, RemiseDesMessages remise, Clock clock) {
        this.jdbc = jdbc;
        this.remise = remise;
        this.clock = clock;
    }

    /// @return how many it has delivered
    @Scheduled(fixedDelayString = "PT5S")
    public int deliverDue() {
        int all = 0;
        int delivered = AT_ONCE;
        while (delivered == AT_ONCE) {
            delivered = (int) due().stream().filter(this::deliver).count();
            all += delivered;
        }
        return all;
    }

    private List<UUID> due() {
        return jdbc.sql("""
                        select id from messagerie.message
                         where remis_le is null and annule_le is null and not retenu and remettre_le <= :now
                         order by remettre_le, id limit :most
                        """)
                .param("now", Correspondance.utc(clock.instant()))
                .param("most", AT_ONCE)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
    }

    /// What cannot be delivered keeps nobody else from it.
    private boolean deliver(UUID message) {
        try {
            return remise.deliver(message, clock.instant());
        } catch (DataAccessException | IllegalArgumentException e) {
            LOG.warn(
                    "message {} non remis, repris plus tard : {}",
                    message,
                    e.getClass().getSimpleName());
            jdbc.sql("update messagerie.message set remettre_le = :later where id = :id and remis_le is null")
                    .param("later", Correspondance.utc(clock.instant().plus(LATER)))
                    .param("id", message)
                    .update();
            return false;
        }
    }
}
