package fr.entecole.surete.requisitions;

import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.signalement.PreuvesScellees;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Envois;
import fr.entecole.socle.contrats.Envois.Auteur;
import fr.entecole.surete.ActeSurete;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asked by one, granted by another, read by both. Who may is judged by the caller; that they are two, by the base too.
@Component
class Requisitions {

    private static final int ALL = 20_000;
    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final ObjectProvider<Envois> envois;
    private final PreuvesScellees preuves;
    private final Comptes comptes;
    private final Journal journal;
    private final Clock clock;

    Requisitions(
            JdbcClient jdbc,
            ObjectProvider<Envois> envois,
            PreuvesScellees preuves,
            Comptes comptes,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.envois = envois;
        this.preuves = preuves;
        this.comptes = comptes;
        this.journal = journal;
        this.clock = clock;
    }

    List<Envois> rooms() {
        return envois.orderedStream().toList();
    }

    @Transactional
    public UUID ask(UUID compte, UUID personne, Demande demande, Utilisateur par) {
        var id = jdbc.sql("""
                        insert into surete.requisition
                               (ecole_id, compte_id, personne_id, genre, du, au, motif, reference,
                                demandee_compte, demandee_par, demandee_le)
                        values (:ecole, :compte, :personne, :genre, :du, :au, :motif, :reference,
                                :parCompte, :par, :maintenant)
                        returning id
                        """)
                .param("ecole", Cle.PARTOUT)
                .param("compte", compte)
                .param("personne", personne)
                .param("genre", demande.genre)
                .param("du", at(demande.du))
                .param("au", at(demande.au))
                .param("motif", demande.motif)
                .param("reference", demande.reference)
                .param("parCompte", par.compteId())
                .param("par", par.personneId())
                .param("maintenant", at(clock.instant()))
                .query(UUID.class)
                .single();
        record(ActeSurete.REQUISITION_DEMANDEE, id, par);
        return id;
    }

    /// What stands is sealed; what was withdrawn of this account is already.
    ///
    /// @return false when it waits no more, or for another than them
    @Transactional
    public boolean grant(Requisition requisition, Utilisateur par) {
        int granted = jdbc.sql("""
                        update surete.requisition
                           set accordee_compte = :compte, accordee_par = :par, accordee_le = :maintenant
                         where id = :id and accordee_le is null and refusee_le is null
                           and demandee_compte <> :compte and compte_id <> :compte
                        """)
                .param("compte", par.compteId())
                .param("par", par.personneId())
                .param("maintenant", at(clock.instant()))
                .param("id", requisition.id())
                .update();
        if (granted == 0) {
            return false;
        }
        var auteur = new Auteur(
                requisition.compte(),
                comptes.behind(requisition.compte()).stream()
                        .map(Compte::personneId)
                        .collect(Collectors.toUnmodifiableSet()));
        envois.stream().filter(room -> room.genre().equals(requisition.genre())).forEach(room -> {
            var within = room.sent(auteur, requisition.du(), ALL).stream()
                    .filter(e -> e.temoin().ecritLe().isBefore(requisition.au()))
                    .toList();
            preuves.seal(
                    requisition.id(),
                    within.stream()
                            .map(e -> new PreuvesScellees.Piece(e.ecole(), e.auteur(), e.nom(), e.temoin()))
                            .toList());
            within.forEach(e -> room.keepPieces(e.id(), requisition.id()));
        });
        record(ActeSurete.REQUISITION_ACCORDEE, requisition.id(), par);
        return true;
    }

    @Transactional
    public void refuse(Requisition requisition, Utilisateur par) {
        int refused = jdbc.sql("""
                        update surete.requisition set refusee_le = :maintenant
                         where id = :id and accordee_le is null and refusee_le is null
                        """)
                .param("maintenant", at(clock.instant()))
                .param("id", requisition.id())
                .update();
        if (refused > 0) {
            record(ActeSurete.REQUISITION_REFUSEE, requisition.id(), par);
        }
    }

    /// What was sealed of it, and of what was withdrawn of this account: written down each time.
    @Transactional
    public List<PreuvesScellees.Lue> read(Requisition requisition, Utilisateur par) {
        record(ActeSurete.REQUISITION_LUE, requisition.id(), par);
        List<PreuvesScellees.Lue> lues = new ArrayList<>(preuves.read(requisition.id(), 0, SHOWN));
        jdbc.sql("""
                        select id from surete.arret
                         where compte_id = :compte and retrait_le is not null and depuis < :au and arrete_le > :du
                        """)
                .param("compte", requisition.compte())
                .param("du", at(requisition.du()))
                .param("au", at(requisition.au()))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list()
                .forEach(arret -> lues.addAll(preuves.read(arret, 0, SHOWN)));
        return lues;
    }

    private void record(ActeSurete acte, UUID id, Utilisateur par) {
        journal.record(Fait.of(acte, id).by(par.compteId()).ofRegion());
    }

    Optional<Requisition> one(UUID id) {
        return jdbc.sql("select * from surete.requisition where id = :id")
                .param("id", id)
                .query(Requisitions::requisition)
                .optional();
    }

    List<Requisition> last() {
        return jdbc.sql("select * from surete.requisition order by demandee_le desc limit 50")
                .query(Requisitions::requisition)
                .list();
    }

    private static Requisition requisition(ResultSet rs, int row) throws SQLException {
        return new Requisition(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "compte_id"),
                Colonnes.uuid(rs, "personne_id"),
                rs.getString("genre"),
                Objects.requireNonNull(instant(rs, "du")),
                Objects.requireNonNull(instant(rs, "au")),
                rs.getString("motif"),
                rs.getString("reference"),
                rs.getObject("demandee_compte", UUID.class),
                rs.getObject("demandee_par", UUID.class),
                Objects.requireNonNull(instant(rs, "demandee_le")),
                rs.getObject("accordee_compte", UUID.class),
                rs.getObject("accordee_par", UUID.class),
                instant(rs, "accordee_le"),
                instant(rs, "refusee_le"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param reference of the judicial request
    record Demande(String genre, Instant du, Instant au, String motif, String reference) {}
}
