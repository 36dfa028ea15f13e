package fr.entecole.comptes.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Empreinte;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.sessions.SessionEnt.Ligne;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where an account is signed in now: its stays, the classes and the children's pages that it has opened on devices.
/// Its owner ends one of them, or all others. A stay is named by its print, which opens nothing.
@Component
public class MesSeances {

    private static final String MINE = """
             (compte_id = :compte and contenu->>'responsable-compte' is null
              or contenu->>'classe-compte' = :compte::text or contenu->>'responsable-compte' = :compte::text)
            """;

    private final JdbcClient jdbc;
    private final Cache<ByteBuffer, Ligne> lues;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Clock clock;

    MesSeances(
            JdbcClient jdbc, Cache<ByteBuffer, Ligne> lues, Utilisateurs utilisateurs, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.lues = lues;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.clock = clock;
    }

    /// The last seen first.
    ///
    /// @param machine where a stay keeps the kind of its machine
    public List<Seance> of(UUID compte, String machine) {
        return jdbc.sql("""
                        select encode(id_empreinte, 'hex') as empreinte, created_at, vue_le, contenu->>:machine as machine,
                               case when contenu->>'classe-compte' is not null then 'CLASSE'
                                    when contenu->>'responsable-compte' is not null then 'ENFANT'
                                    else 'SIENNE' end as genre
                          from comptes.session
                         where expire_le > :now and
                        """ + MINE + " order by vue_le desc, empreinte")
                .param("compte", compte)
                .param("machine", machine)
                .param("now", OffsetDateTime.now(clock))
                .query(MesSeances::seance)
                .list();
    }

    /// @param ici print of the stay in which this is asked
    /// @param laquelle the one to end; empty: all but this one
    /// @return how many have ended
    @Transactional
    public int end(UUID compte, String ici, String laquelle, String adresse) {
        int ended = jdbc.sql("delete from comptes.session where " + MINE + """
                         and encode(id_empreinte, 'hex') <> :ici
                         and (:laquelle = '' or encode(id_empreinte, 'hex') = :laquelle)
                        """)
                .param("compte", compte)
                .param("ici", ici)
                .param("laquelle", laquelle)
                .update();
        if (ended > 0) {
            lues.invalidateAll();
            journal.record(Fait.of(ActeComptes.SEANCES_FERMEES, compte)
                    .by(compte)
                    .inEcoles(utilisateurs.ecoles(compte))
                    .from(adresse));
        }
        return ended;
    }

    /// The name of the stay in which this is asked.
    public static String print(String session) {
        return HexFormat.of().formatHex(Empreinte.of(session));
    }

    private static Seance seance(ResultSet rs, int row) throws SQLException {
        return new Seance(
                rs.getString("empreinte"),
                Genre.valueOf(rs.getString("genre")),
                rs.getString("machine"),
                Sessions.instant(rs, "created_at"),
                Sessions.instant(rs, "vue_le"));
    }

    public enum Genre {
        SIENNE,
        /// a class that its teacher has opened there
        CLASSE,
        /// a young child's page
        ENFANT
    }

    /// @param machine its kind, as the stay keeps it
    public record Seance(
            String empreinte, Genre genre, @Nullable String machine, Instant depuis, Instant vueLe) {}
}
