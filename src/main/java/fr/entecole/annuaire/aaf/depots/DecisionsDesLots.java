package fr.entecole.annuaire.aaf.depots;

import fr.entecole.annuaire.aaf.LotDepose;
import fr.entecole.annuaire.aaf.LotsDeposes;
import fr.entecole.annuaire.aaf.LotsDeposes.Nouveau;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What the region decides of a held batch, or of the schools that nobody left: once, by whoever is first. What was
/// accepted is imported again from the same archive; once another batch of the académie has been applied, it can only
/// be put aside.
@Component
class DecisionsDesLots {

    private static final String STILL = """
            and not exists (select 1 from annuaire.lot n
                             where n.academie = l.academie and n.id > l.id and n.etat in ('applied', 'unchanged'))
            """;

    private final LotsDeposes depots;
    private final ArchivesDesLots archives;
    private final Importeur importeur;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DecisionsDesLots(
            LotsDeposes depots,
            ArchivesDesLots archives,
            Importeur importeur,
            Journal journal,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.depots = depots;
        this.archives = archives;
        this.importeur = importeur;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A rehearsal that is done is judged as any archive is: only what was held may pass whatever it takes away.
    ///
    /// @return the import that follows; empty when somebody else decided before, or when there is nothing to decide
    Optional<UUID> accept(UUID lot, Utilisateur par) {
        var depot = transaction.execute(_ -> {
            var archive = depots.ofLot(lot);
            if (archive.isEmpty() || !decide(lot, "ACCEPTE", par, STILL)) {
                return null;
            }
            record(ActeAnnuaire.IMPORT_ACCEPTE, lot, par, Map.of());
            return again(archive.get(), par, !archive.get().essai(), Set.of());
        });
        importeur.wake();
        return Optional.ofNullable(depot);
    }

    /// @return whether it was this person who decided
    boolean reject(UUID lot, Utilisateur par) {
        var decided = transaction.execute(_ -> {
            if (!decide(lot, "ECARTE", par, "")) {
                return false;
            }
            record(ActeAnnuaire.IMPORT_ECARTE, lot, par, Map.of());
            return true;
        });
        if (Boolean.TRUE.equals(decided)) {
            depots.ofLot(lot).map(LotDepose::cle).map(List::of).ifPresent(archives::erase);
        }
        return Boolean.TRUE.equals(decided);
    }

    /// Lets the people of these schools go.
    ///
    /// @return the import that follows; empty as above
    Optional<UUID> acceptDepartures(UUID lot, Collection<UUID> ecoles, Utilisateur par) {
        var depot = transaction.execute(_ -> {
            var archive = depots.ofLot(lot);
            if (archive.isEmpty() || !decide(lot, ecoles, "ACCEPTE", par)) {
                return null;
            }
            record(ActeAnnuaire.IMPORT_ACCEPTE, lot, par, Map.of("ecoles", List.copyOf(ecoles)));
            return again(archive.get(), par, false, Set.copyOf(ecoles));
        });
        importeur.wake();
        return Optional.ofNullable(depot);
    }

    /// Keeps the people of these schools: the next batch asks again if they are still missing.
    boolean keepPeople(UUID lot, Collection<UUID> ecoles, Utilisateur par) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!decide(lot, ecoles, "ECARTE", par)) {
                return false;
            }
            record(ActeAnnuaire.IMPORT_ECARTE, lot, par, Map.of("ecoles", List.copyOf(ecoles)));
            return true;
        }));
    }

    private boolean decide(UUID lot, String decision, Utilisateur par, String still) {
        return jdbc.sql("""
                        update annuaire.lot l set decision = :decision, decidee_le = :now, decidee_par = :par
                         where l.id = :lot and l.etat = 'held' and l.decision is null
                        """ + still)
                        .param("decision", decision)
                        .param("now", OffsetDateTime.now(clock))
                        .param("par", par.personneId())
                        .param("lot", lot)
                        .update()
                == 1;
    }

    /// All of them or none: what one person sees is what is decided.
    private boolean decide(UUID lot, Collection<UUID> ecoles, String decision, Utilisateur par) {
        // waits for who decides at the same time, and moves what homes remember
        int there = jdbc.sql(
                        "update annuaire.lot l set essai = essai where l.id = :lot and l.etat in ('applied', 'unchanged') "
                                + STILL)
                .param("lot", lot)
                .update();
        var open = jdbc.sql("select structure_id from annuaire.depart_retenu where lot_id = :lot and decision is null")
                .param("lot", lot)
                .query(UUID.class)
                .list();
        if (there == 0 || ecoles.isEmpty() || !open.containsAll(ecoles)) {
            return false;
        }
        jdbc.sql("""
                        update annuaire.depart_retenu set decision = :decision, decidee_le = :now, decidee_par = :par
                         where lot_id = :lot and structure_id in (:ecoles)
                        """)
                .param("decision", decision)
                .param("now", OffsetDateTime.now(clock))
                .param("par", par.personneId())
                .param("lot", lot)
                .param("ecoles", ecoles)
                .update();
        return true;
    }

    private UUID again(LotDepose archive, Utilisateur par, boolean accepter, Set<UUID> ecoles) {
        var id = Uuids.v7();
        var octets = jdbc.sql("select octets from annuaire.depot where id = :id")
                .param("id", archive.id())
                .query(Long.class)
                .single();
        depots.add(new Nouveau(
                id,
                archive.academie(),
                archive.fichier(),
                octets,
                "DECISION",
                archive.cle(),
                par.personneId(),
                false,
                accepter,
                ecoles));
        return id;
    }

    private void record(ActeAnnuaire acte, UUID lot, Utilisateur par, Map<String, Object> details) {
        journal.record(Fait.of(acte, lot).by(par.compteId()).with(details).ofRegion());
    }
}
