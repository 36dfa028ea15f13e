package fr.entecole.courriel;

import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The queue. A message is written in the caller's transaction, so that it goes if and only if what it tells has
/// happened; [Facteur] takes it from there.
@Component
public class Courriels {

    private static final UUID NONE = new UUID(0, 0);

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
                        insert into courriel.envoi (destinataire, sujet, texte, desabonnement, reference, prochain_le)
                        values (:destinataire, :sujet, :texte, :desabonnement::text, :reference::uuid, :maintenant)
                        returning id
                        """)
                .param("destinataire", courriel.destinataire())
                .param("sujet", courriel.sujet())
                .param("texte", courriel.texte())
                .param("desabonnement", courriel.desabonnement())
                .param("reference", courriel.reference())
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        events.publishEvent(new CourrielDepose(id));
        return id;
    }

    /// The same of many, in one statement.
    public void enqueue(List<Courriel> courriels) {
        if (courriels.isEmpty()) {
            return;
        }
        var first = jdbc.sql("""
                        insert into courriel.envoi (destinataire, sujet, texte, desabonnement, reference, prochain_le)
                        select c.destinataire, c.sujet, c.texte, nullif(c.desabonnement, ''),
                               nullif(c.reference, :aucune::uuid), :maintenant
                          from unnest(:destinataires::text[], :sujets::text[], :textes::text[], :desabonnements::text[],
                                      :references::uuid[]) c (destinataire, sujet, texte, desabonnement, reference)
                        returning id
                        """)
                .param("destinataires", column(courriels, Courriel::destinataire, new String[0]))
                .param("sujets", column(courriels, Courriel::sujet, new String[0]))
                .param("textes", column(courriels, Courriel::texte, new String[0]))
                .param(
                        "desabonnements",
                        column(courriels, c -> Objects.requireNonNullElse(c.desabonnement(), ""), new String[0]))
                .param(
                        "references",
                        column(courriels, c -> Objects.requireNonNullElse(c.reference(), NONE), new UUID[0]))
                .param("aucune", NONE)
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list()
                .getFirst();
        events.publishEvent(new CourrielDepose(first));
    }

    private static <T> T[] column(List<Courriel> courriels, Function<Courriel, T> value, T[] none) {
        return courriels.stream().map(value).toList().toArray(none);
    }
}
