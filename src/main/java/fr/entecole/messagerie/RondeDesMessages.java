package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.contrats.EnContinu;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Delivers what has reached its hour, on each node: a message that another one delivers is passed over. What has few
/// readers is delivered a hundred at a time, what goes to many by itself.
@Component
public class RondeDesMessages implements EnContinu {

    private static final Logger LOG = LoggerFactory.getLogger(RondeDesMessages.class);

    /// Looked for at once, and delivered in one transaction, during which who opens one of them waits.
    private static final int AT_ONCE = 200;

    private static final int TOGETHER = 100;

    /// Readers of a message that is delivered with others.
    private static final int FEW = 20;

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
        int delivered;
        do {
            delivered = deliver(due());
            all += delivered;
        } while (delivered > 0);
        return all;
    }

    @Override
    public String phrase() {
        return t("Remettre les messages à leur heure");
    }

    @Override
    public Lecture<Attente> attente(Instant now) {
        return EnContinu.waiting("""
                select remettre_le as depuis from messagerie.message
                 where remis_le is null and annule_le is null and not retenu and remettre_le <= :now
                 order by remettre_le
                """, now);
    }

    private List<Due> due() {
        return jdbc.sql("""
                        select m.id, m.conversation_id, c.participants <= :few and not exists (
                                   select 1 from unnest(m.pour) p where p !~ '^(PERSONNES|ELEVES)\\.') as peu
                          from messagerie.message m join messagerie.conversation c on c.id = m.conversation_id
                         where m.remis_le is null and m.annule_le is null and not m.retenu and m.remettre_le <= :now
                         order by m.remettre_le, m.id limit :most
                        """)
                .param("few", FEW)
                .param("now", Correspondance.utc(clock.instant()))
                .param("most", AT_ONCE)
                .query((rs, _) ->
                        new Due(Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "conversation_id"), rs.getBoolean("peu")))
                .list();
    }

    /// Of a conversation the first only: what comes after it is found once it is delivered.
    private int deliver(List<Due> dues) {
        Set<UUID> conversations = new HashSet<>();
        var first =
                dues.stream().filter(due -> conversations.add(due.conversation)).toList();
        int delivered = (int)
                first.stream().filter(due -> !due.peu).filter(this::deliver).count();
        var few = first.stream().filter(Due::peu).toList();
        for (int i = 0; i < few.size(); i += TOGETHER) {
            delivered += together(few.subList(i, Math.min(i + TOGETHER, few.size())));
        }
        return delivered;
    }

    private int together(List<Due> few) {
        try {
            return remise.deliver(few.stream().map(Due::id).toList(), clock.instant());
        } catch (DataAccessException | IllegalArgumentException e) {
            LOG.warn("messages remis un à un : {}", e.getClass().getSimpleName());
            return (int) few.stream().filter(this::deliver).count();
        }
    }

    /// What cannot be delivered keeps nobody else from it.
    private boolean deliver(Due due) {
        try {
            return remise.deliver(due.id, clock.instant());
        } catch (DataAccessException | IllegalArgumentException e) {
            LOG.warn(
                    "message {} non remis, repris plus tard : {}",
                    due.id,
                    e.getClass().getSimpleName());
            jdbc.sql("update messagerie.message set remettre_le = :later where id = :id and remis_le is null")
                    .param("later", Correspondance.utc(clock.instant().plus(LATER)))
                    .param("id", due.id)
                    .update();
            return false;
        }
    }

    /// @param peu few readers, who stand in the conversation or are named
    private record Due(UUID id, UUID conversation, boolean peu) {}
}
