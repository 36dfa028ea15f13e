package fr.entecole.signalement;

import fr.entecole.socle.Colonnes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was decided about things, for their room to say where their author finds them.
@Component
public class DecisionsRendues {

    private final JdbcClient jdbc;

    DecisionsRendues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Why each was hidden; nothing of those about which the last decision is another one, or nobody has decided.
    public Map<UUID, String> hidden(String genre, Collection<UUID> choses) {
        Map<UUID, String> motifs = new HashMap<>();
        if (!choses.isEmpty()) {
            jdbc.sql("""
                            select chose, motif from (
                                select distinct on (d.chose) d.chose, x.sens, x.motif
                                  from signalement.dossier d join signalement.decision x on x.dossier_id = d.id
                                 where d.genre = :genre and d.chose = any(:choses)
                                 order by d.chose, x.id desc) last
                             where sens = 'MASQUE'
                            """)
                    .param("genre", genre)
                    .param("choses", choses.toArray(UUID[]::new))
                    .query(rs -> {
                        motifs.put(Colonnes.uuid(rs, "chose"), Objects.requireNonNull(rs.getString("motif")));
                    });
        }
        return motifs;
    }
}
