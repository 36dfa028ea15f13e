package fr.entecole.messagerie;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.LectureDePieces;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who reads what is attached to a message: whoever reads the message, at that instant.
@Component
public class PiecesDesMessages implements LectureDePieces {

    public static final String SALLE = "messagerie";

    private final LectureDesConversations lecture;
    private final JdbcClient jdbc;

    PiecesDesMessages(LectureDesConversations lecture, JdbcClient jdbc) {
        this.lecture = lecture;
        this.jdbc = jdbc;
    }

    @Override
    public String salle() {
        return SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID message) {
        return lecture.holding(utilisateur, message).isPresent();
    }

    @Override
    public Map<UUID, String> named(Collection<UUID> messages) {
        Map<UUID, String> named = new HashMap<>();
        jdbc.sql("""
                        select m.id, c.objet from messagerie.message m
                          join messagerie.conversation c on c.id = m.conversation_id where m.id = any(:messages)
                        """).param("messages", messages.toArray(UUID[]::new)).query(rs -> {
            named.put(Colonnes.uuid(rs, "id"), t("Dans le message «\u00a0{0}\u00a0»", rs.getString("objet")));
        });
        return named;
    }

    /// What was sent to people stays with what was said to them.
    @Override
    public boolean removable(UUID message) {
        return false;
    }
}
