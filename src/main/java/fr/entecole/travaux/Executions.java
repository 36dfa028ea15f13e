package fr.entecole.travaux;

import fr.entecole.direct.Direct;
import fr.entecole.travaux.Execution.Etat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What each run did. A run is written when it begins and when it ends, outside of the work's own transactions: what a
/// work undoes when it fails is told all the same, and open pages of the region show it.
@Repository
class Executions {

    /// Of the same work, as many as a page shows.
    static final int MOST = 30;

    private static final String DIRECT = "travaux";

    private static final TypeReference<Map<String, Long>> COMPTE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Direct direct;
    private final Clock clock;

    Executions(JdbcClient jdbc, JsonMapper json, Direct direct, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.direct = direct;
        this.clock = clock;
    }

    /// A run of the same work that has not ended is one whose node died: a work runs once at a time.
    UUID begin(String travail, String noeud) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        update travaux.execution set etat = 'INTERROMPUE', finie_le = :maintenant
                         where travail = :travail and etat = 'EN_COURS'
                        """).param("maintenant", now).param("travail", travail).update();
        var id = jdbc.sql("""
                        insert into travaux.execution (travail, noeud, etat, commencee_le)
                        values (:travail, :noeud, 'EN_COURS', :maintenant) returning id
                        """)
                .param("travail", travail)
                .param("noeud", noeud)
                .param("maintenant", now)
                .query(UUID.class)
                .single();
        direct.tellRegion(DIRECT);
        return id;
    }

    void succeed(UUID execution, Map<String, Long> compte) {
        end(execution, Etat.REUSSIE, compte, null);
    }

    void fail(UUID execution, Throwable cause) {
        end(execution, Etat.ECHOUEE, Map.of(), cause.getClass().getName());
    }

    private void end(UUID execution, Etat etat, Map<String, Long> compte, @Nullable String motif) {
        jdbc.sql("""
                        update travaux.execution
                           set etat = :etat, finie_le = :maintenant, compte = :compte::jsonb, motif = :motif
                         where id = :id and etat = 'EN_COURS'
                        """)
                .param("etat", etat.name())
                .param("maintenant", OffsetDateTime.now(clock))
                .param("compte", json.writeValueAsString(compte))
                .param("motif", motif)
                .param("id", execution)
                .update();
        direct.tellRegion(DIRECT);
    }

    /// The last of each of these, which must be names that exist: one read by the index for each.
    List<Execution> last(List<String> travaux) {
        return jdbc.sql("""
                        select e.* from unnest(:travaux::text[]) n (nom)
                         cross join lateral (select * from travaux.execution
                                              where travail = n.nom order by commencee_le desc limit 1) e
                        """)
                .param("travaux", travaux.toArray(String[]::new))
                .query(this::execution)
                .list();
    }

    /// The latest first, [#MOST] at most.
    List<Execution> of(String travail) {
        return jdbc.sql("select * from travaux.execution where travail = :travail order by commencee_le desc limit "
                        + MOST)
                .param("travail", travail)
                .query(this::execution)
                .list();
    }

    private Execution execution(ResultSet rs, int row) throws SQLException {
        return new Execution(
                rs.getString("travail"),
                Etat.valueOf(rs.getString("etat")),
                rs.getObject("commencee_le", OffsetDateTime.class),
                rs.getObject("finie_le", OffsetDateTime.class),
                json.readValue(rs.getString("compte"), COMPTE));
    }

    int purge(OffsetDateTime before) {
        return jdbc.sql("delete from travaux.execution where commencee_le < :terme")
                .param("terme", before)
                .update();
    }

    /// Of a work that is done every few minutes, what succeeded before the latest hundred tells nothing more.
    int thin(String travail) {
        return jdbc.sql("""
                        delete from travaux.execution
                         where travail = :travail and etat = 'REUSSIE' and commencee_le < (
                            select commencee_le from travaux.execution where travail = :travail
                             order by commencee_le desc offset 100 limit 1)
                        """).param("travail", travail).update();
    }
}
