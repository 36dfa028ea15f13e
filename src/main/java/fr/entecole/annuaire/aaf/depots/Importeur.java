package fr.entecole.annuaire.aaf.depots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.LotDepose;
import fr.entecole.annuaire.aaf.LotsDeposes;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.aaf.Rapport.Issue;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import fr.entecole.annuaire.aaf.application.Suivi;
import fr.entecole.documents.rangement.RangementIndisponible;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Imports what was dropped, apart from any request: académies side by side, one archive of each at a time. A node that
/// dies loses nothing: what it had begun is taken again by another one.
@Component
class Importeur {

    private static final Logger LOG = LoggerFactory.getLogger(Importeur.class);
    /// Begun this often without an end, an archive is given up.
    private static final int MOST = 3;
    /// A node says something at each step; the longest one writes the whole directory.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final LotsDeposes depots;
    private final ArchivesDesLots archives;
    private final ImportAaf imports;
    private final JdbcClient jdbc;
    private final boolean actif;

    Importeur(
            LotsDeposes depots,
            ArchivesDesLots archives,
            ImportAaf imports,
            JdbcClient jdbc,
            @Value("${ent.travaux.actif:true}") boolean actif) {
        this.depots = depots;
        this.archives = archives;
        this.imports = imports;
        this.jdbc = jdbc;
        this.actif = actif;
    }

    /// Something was dropped. A node that does no work leaves it to the others.
    void wake() {
        if (actif) {
            Thread.ofVirtual().name("import").start(this::empty);
        }
    }

    /// Takes what waits until nothing does.
    ///
    /// @return how many were taken
    int empty() {
        int taken = 0;
        for (var next = depots.take(); next.isPresent(); next = depots.take()) {
            run(next.get());
            taken++;
        }
        return taken;
    }

    /// What nodes that died had begun waits again.
    ///
    /// @return how many
    int giveBack() {
        var silent = depots.silent(SILENCE).stream()
                .filter(depot -> !imports.runs(depot.academie()))
                .toList();
        for (var depot : silent) {
            if (!depots.giveBack(depot.id(), MOST)) {
                depots.end(depot.id(), t("Interrompu trois fois : rien n’a été changé. Déposez l’archive de nouveau."));
                archives.erase(List.of(depot.cle()));
            }
        }
        return silent.size();
    }

    private void run(LotDepose depot) {
        try {
            archives.with(depot, archive -> {
                var rapport = imports.follow(
                        new ImportAaf.Demande(
                                depot.academie(), archive, null, null, depot.accepter(), depot.ecoles(), depot.essai()),
                        new Ecran(depot.id()));
                end(depot, rapport);
            });
        } catch (IOException | RangementIndisponible e) {
            LOG.warn("import : l’archive ne se lit pas, {}", e.getClass().getSimpleName());
            depots.end(
                    depot.id(),
                    t("L’archive n’a pas pu être relue : rien n’a été changé. Déposez-la de nouveau dans un moment."));
        }
    }

    private void end(LotDepose depot, Rapport rapport) {
        depots.end(depot.id(), rapport.raison() == null ? t("Import terminé.") : rapport.raison());
        var waits = rapport.issue() == Issue.HELD || undecided(depot.id());
        if (rapport.issue() == Issue.APPLIED || rapport.issue() == Issue.UNCHANGED) {
            archives.erase(depots.past(depot.academie(), waits ? depot.cle() : null));
        } else if (!waits) {
            archives.erase(List.of(depot.cle()));
        }
    }

    private boolean undecided(UUID depot) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.depot d
                                         join annuaire.depart_retenu r on r.lot_id = d.lot_id and r.decision is null
                                        where d.id = :depot)
                        """).param("depot", depot).query(Boolean.class).single();
    }

    /// Says on the screen how far it is.
    private final class Ecran implements Suivi {

        private final UUID depot;
        private int lues;
        private int fichiers;

        Ecran(UUID depot) {
            this.depot = depot;
        }

        @Override
        public void begun(UUID lot) {
            depots.becomes(depot, lot);
        }

        @Override
        public void step(String etape) {
            depots.say(depot, etape, lues, fichiers);
        }

        @Override
        public void read(String etape, int rang, int sur) {
            lues = rang;
            fichiers = sur;
            depots.say(depot, etape, lues, fichiers);
        }
    }
}
