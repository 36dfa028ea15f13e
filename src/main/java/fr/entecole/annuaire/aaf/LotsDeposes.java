package fr.entecole.annuaire.aaf;

import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The queue of archives, one at a time for an académie: any node takes the next one.
@Component
public class LotsDeposes {

    private static final String DEPOT = """
            id, academie, fichier, cle, accepter, ecoles, essai, etape, lues, fichiers, depose_le, commence_le, fini_le,
            lot_id, (select l.etat from annuaire.lot l where l.id = depot.lot_id) as etat
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LotsDeposes(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// @param origine `ECRAN`, `DOSSIER`, `DECISION`
    /// @param par agent, null for the watched folder
    public record Nouveau(
            UUID id,
            String academie,
            String fichier,
            long octets,
            String origine,
            String cle,
            @Nullable UUID par,
            boolean essai,
            boolean accepter,
            Set<UUID> ecoles) {}

    public void add(Nouveau depot) {
        jdbc.sql("""
                        insert into annuaire.depot (id, academie, fichier, octets, origine, cle, depose_par, depose_le,
                                                    essai, accepter, ecoles)
                        values (:id, :academie, :fichier, :octets, :origine, :cle, :par, :now, :essai, :accepter,
                                :ecoles::uuid[])
                        """)
                .param("id", depot.id())
                .param("academie", depot.academie())
                .param("fichier", depot.fichier())
                .param("octets", depot.octets())
                .param("origine", depot.origine())
                .param("cle", depot.cle())
                .param("par", depot.par())
                .param("now", now())
                .param("essai", depot.essai())
                .param("accepter", depot.accepter())
                .param("ecoles", depot.ecoles().toArray(UUID[]::new))
                .update();
        tell();
    }

    public Optional<LotDepose> find(UUID id) {
        return jdbc.sql("select " + DEPOT + " from annuaire.depot where id = :id")
                .param("id", id)
                .query(LotsDeposes::depot)
                .optional();
    }

    /// Those that wait or run, first come first.
    public List<LotDepose> open() {
        return jdbc.sql("select " + DEPOT + " from annuaire.depot where fini_le is null order by depose_le, id")
                .query(LotsDeposes::depot)
                .list();
    }

    /// The archive of a batch, as long as it is kept.
    public Optional<LotDepose> ofLot(UUID lot) {
        return jdbc.sql("select " + DEPOT + " from annuaire.depot where lot_id = :lot and effacee_le is null limit 1")
                .param("lot", lot)
                .query(LotsDeposes::depot)
                .optional();
    }

    /// Takes the next one of an académie for which none runs; only one node gets it.
    public Optional<LotDepose> take() {
        try {
            return jdbc.sql("""
                            update annuaire.depot
                               set commence_le = :now, vu_le = :now, essais = essais + 1, etape = ''
                             where id = (select d.id from annuaire.depot d
                                          where d.commence_le is null
                                            and not exists (select 1 from annuaire.depot c
                                                             where c.academie = d.academie
                                                               and c.commence_le is not null and c.fini_le is null)
                                          order by d.depose_le, d.id limit 1 for update skip locked)
                            returning
                            """ + DEPOT)
                    .param("now", now())
                    .query(LotsDeposes::depot)
                    .optional();
        } catch (DuplicateKeyException e) {
            return Optional.empty(); // another node has just begun one of the same académie
        }
    }

    public void say(UUID id, String etape, int lues, int fichiers) {
        jdbc.sql("""
                        update annuaire.depot set etape = :etape, lues = :lues, fichiers = :fichiers, vu_le = :now
                         where id = :id
                        """)
                .param("etape", etape)
                .param("lues", lues)
                .param("fichiers", fichiers)
                .param("now", now())
                .param("id", id)
                .update();
        tell();
    }

    public void becomes(UUID id, UUID lot) {
        jdbc.sql("update annuaire.depot set lot_id = :lot where id = :id")
                .param("lot", lot)
                .param("id", id)
                .update();
        tell();
    }

    public void end(UUID id, String etape) {
        jdbc.sql("update annuaire.depot set fini_le = :now, etape = :etape where id = :id and fini_le is null")
                .param("now", now())
                .param("etape", etape)
                .param("id", id)
                .update();
        tell();
    }

    /// Those that run and of which nothing was heard for a while.
    public List<LotDepose> silent(Duration since) {
        return jdbc.sql("select " + DEPOT + " from annuaire.depot"
                        + " where commence_le is not null and fini_le is null and vu_le < :since order by depose_le")
                .param("since", now().minus(since))
                .query(LotsDeposes::depot)
                .list();
    }

    /// The node that ran it died: it waits again, unless it was begun too often.
    ///
    /// @return whether it waits
    public boolean giveBack(UUID id, int most) {
        int waits = jdbc.sql("""
                        update annuaire.depot set commence_le = null, lues = 0, fichiers = 0, etape = ''
                         where id = :id and fini_le is null and essais < :most
                        """).param("id", id).param("most", most).update();
        tell();
        return waits == 1;
    }

    /// Archives that nothing asks for any more: those of this académie but the one that waits for a decision.
    ///
    /// @param sauf key that is still needed, null for none
    /// @return their keys
    public List<String> past(String academie, @Nullable String sauf) {
        return jdbc.sql("""
                        select distinct cle from annuaire.depot d
                         where academie = :academie and effacee_le is null and cle is distinct from :sauf
                           and not exists (select 1 from annuaire.depot o where o.cle = d.cle and o.fini_le is null)
                        """)
                .param("academie", academie)
                .param("sauf", sauf)
                .query((rs, _) -> String.valueOf(rs.getString("cle")))
                .list();
    }

    /// @return keys of archives that are older than this, decided or not
    public List<String> older(Duration than) {
        return jdbc.sql("""
                        select distinct cle from annuaire.depot
                         where effacee_le is null and fini_le is not null and depose_le < :before
                        """)
                .param("before", now().minus(than))
                .query((rs, _) -> String.valueOf(rs.getString("cle")))
                .list();
    }

    public void erased(List<String> cles) {
        if (!cles.isEmpty()) {
            jdbc.sql("update annuaire.depot set effacee_le = :now where cle in (:cles) and effacee_le is null")
                    .param("now", now())
                    .param("cles", cles)
                    .update();
        }
    }

    /// In the caller's transaction where there is one.
    public void tell() {
        var administrateurs = jdbc.sql("""
                        select id from annuaire.agent
                         where profil = 'ADMINISTRATEUR' and (fin is null or fin >= :jour)
                        """)
                .param("jour", LocalDate.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        events.publishEvent(new LotAvance(administrateurs));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static LotDepose depot(ResultSet rs, int row) throws SQLException {
        return new LotDepose(
                Colonnes.uuid(rs, "id"),
                rs.getString("academie"),
                rs.getString("fichier"),
                rs.getString("cle"),
                rs.getBoolean("accepter"),
                Colonnes.uuids(rs, "ecoles"),
                rs.getBoolean("essai"),
                rs.getString("etape"),
                rs.getLong("lues"),
                rs.getLong("fichiers"),
                rs.getTimestamp("depose_le").toInstant(),
                instant(rs, "commence_le"),
                instant(rs, "fini_le"),
                rs.getObject("lot_id", UUID.class),
                Objects.requireNonNullElse(rs.getString("etat"), ""));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
