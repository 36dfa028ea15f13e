package fr.entecole.messagerie.contenu;

import fr.entecole.socle.Colonnes;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A conversation has one line in a bell: it comes back once nothing of the conversation is hidden any more.
@Component
class CeQuiResteCache {

    private final JdbcClient jdbc;

    CeQuiResteCache(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The conversation of a message that was delivered, where no other one of it is hidden.
    Optional<UUID> bared(UUID message) {
        return jdbc.sql("""
                        select m.conversation_id from messagerie.message m
                         where m.id = :id and m.remis_le is not null
                           and not exists (select 1 from messagerie.message n
                                            where n.conversation_id = m.conversation_id and n.id <> m.id
                                              and n.masque_le is not null)
                        """)
                .param("id", message)
                .query((rs, _) -> Colonnes.uuid(rs, "conversation_id"))
                .optional();
    }
}
