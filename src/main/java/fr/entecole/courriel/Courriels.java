package fr.entecole.courriel;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The queue. A message is written in the caller's transaction, so that it goes if and only if what it tells has
/// happened; [Facteur] takes it from there.
@Component
public class Courriels {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Courriels(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public UUID enqueue(Courriel courriel) {
        var id = jdbc.sql("""
                        insert into courriel.envoi (destinataire, sujet, texte, prochain_le)
                        values (:destinataire, :sujet, :texte, :maintenant) returning id
                        """)
                .param("destinataire", courriel.destinataire())
                .param("sujet", courriel.sujet())
                .param("texte", courriel.texte())
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        events.publishEvent(new CourrielDepose(id));
        return id;
    }
}
