package fr.entecole.socle.contrats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a room's own table says of a thing that was reported ([Contenu]): hidden since, taken away since. A thing that
/// is hidden again keeps its first instant.
///
/// @param table of the room itself
/// @param masque its column, null where nothing is hidden
/// @param retire its column, null as long as it stands
public record EtatDUnContenu(JdbcClient jdbc, String table, String masque, String retire) {

    public void hide(UUID id, Instant now) {
        since(masque, id, now);
    }

    /// @return false where it was taken away meanwhile: nobody finds it again
    public boolean show(UUID id) {
        return jdbc.sql("update %s set %s = null where id = :id and %s is null".formatted(table, masque, retire))
                        .param("id", id)
                        .update()
                > 0;
    }

    /// @return false where it had been already
    public boolean withdraw(UUID id, Instant now) {
        return since(retire, id, now);
    }

    private boolean since(String column, UUID id, Instant now) {
        return jdbc.sql("update %1$s set %2$s = :maintenant where id = :id and %2$s is null".formatted(table, column))
                        .param("id", id)
                        .param("maintenant", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
