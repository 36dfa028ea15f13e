package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.comparaison.AlertesEleves;
import fr.entecole.annuaire.aaf.comparaison.Atelier;
import fr.entecole.annuaire.aaf.comparaison.Departs;
import fr.entecole.annuaire.aaf.comparaison.Difference;
import fr.entecole.annuaire.aaf.comparaison.Difference.Presents;
import fr.entecole.annuaire.aaf.lecture.Inventaire;
import fr.entecole.annuaire.aaf.lecture.Lecture;
import fr.entecole.annuaire.aaf.lecture.Livraison;
import fr.entecole.annuaire.aaf.validation.AutreAcademie;
import fr.entecole.annuaire.aaf.validation.Depot;
import fr.entecole.annuaire.aaf.validation.Validation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports a batch of the AAF 1D feed into the directory: read → validate → stage → diff → apply → report. One import
/// an académie at a time; a batch is applied in one transaction or not at all, and giving it again changes nothing.
@Component
@NamedInterface("aaf")
public class ImportAaf {

    private static final Logger LOG = LoggerFactory.getLogger(ImportAaf.class);
    /// Where batches are dated.
    static final ZoneId ICI = ZoneId.of("Europe/Paris");

    private final DataSource source;
    private final AafReglages reglages;
    private final Registre registre;
    private final SuitesDuLot suites;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    ImportAaf(
            DataSource source,
            AafReglages reglages,
            Registre registre,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher evenements,
            Clock clock) {
        this.source = source;
        this.reglages = reglages;
        this.registre = registre;
        this.suites = new SuitesDuLot(jdbc);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.evenements = evenements;
        this.clock = clock;
    }

    /// @param chemin folder, `.zip`, `.tgz` or `.tar.gz`
    /// @param genre and date: only for what the names in the delivery do not say
    /// @param accepter applies a batch that would be held
    /// @param ecoles schools whose departures were accepted
    /// @param essai a rehearsal: compared, held whatever it brings
    @NamedInterface("aaf")
    public record Demande(
            String academie,
            Path chemin,
            @Nullable Genre genre,
            @Nullable LocalDate date,
            boolean accepter,
            Set<UUID> ecoles,
            boolean essai) {

        public Demande(
                String academie, Path chemin, @Nullable Genre genre, @Nullable LocalDate date, boolean accepter) {
            this(academie, chemin, genre, date, accepter, Set.of(), false);
        }
    }

    /// @param progress told what goes on, in French
    public Rapport run(Demande demande, Consumer<String> progress) {
        return follow(demande, Suivi.of(progress));
    }

    public Rapport follow(Demande demande, Suivi progress) {
        var lot = new LotEnCours(demande.academie());
        if (!reglages.knows(demande.academie())) {
            return lot.refused(t(
                    "L’académie {0} n’est pas connue : donnez {1}, ou complétez ent.aaf.academies.",
                    demande.academie(),
                    String.join(
                            ", ",
                            reglages.academies().values().stream().sorted().toList())));
        }
        UUID id = registre.begin(demande.academie(), demande.essai());
        progress.begun(id);
        try (var connexion = source.getConnection()) {
            if (!Verrou.lock(connexion, demande.academie())) {
                throw new LotRefuse(t(
                        "Un autre import de l’académie {0} est en cours : attendez sa fin, puis recommencez.",
                        demande.academie()));
            }
            try {
                registre.closeInterrupted(demande.academie(), id);
                return new Chaine(lot, demande, connexion, progress).run(id);
            } finally {
                if (!Verrou.unlock(connexion, demande.academie())) {
                    LOG.warn("import aaf {} : le verrou n’était plus tenu", demande.academie());
                }
            }
        } catch (LotRefuse refus) {
            return ended(id, lot.refused(refus.raison()));
        } catch (Exception | OutOfMemoryError e) {
            var echec = new Echec(e);
            if (echec.ofMemory()) {
                return ended(id, lot.failed());
            }
            LOG.error("import aaf {} : {}", demande.academie(), echec.description());
            return ended(id, lot.refused(echec.phrase()));
        }
    }

    /// Whether an import of the académie runs now, on any node.
    public boolean runs(String academie) {
        try (var connexion = source.getConnection()) {
            return !Verrou.lock(connexion, academie) || !Verrou.unlock(connexion, academie);
        } catch (SQLException e) {
            throw new IllegalStateException(new Echec(e).description(), e);
        }
    }

    private Rapport ended(UUID id, Rapport rapport) {
        transaction.executeWithoutResult(_ -> registre.end(id, rapport));
        return rapport;
    }

    /// One run of the chain, with the connection that holds the lock and the staging tables.
    private final class Chaine {

        private final LotEnCours lot;
        private final Demande demande;
        private final Connection connexion;
        private final Suivi progress;
        private final LocalDate aujourdhui = LocalDate.now(clock.withZone(ICI));

        Chaine(LotEnCours lot, Demande demande, Connection connexion, Suivi progress) {
            this.lot = lot;
            this.demande = demande;
            this.connexion = connexion;
            this.progress = progress;
        }

        Rapport run(UUID id) throws Exception {
            var livraison = Livraison.open(demande.chemin(), reglages);
            progress.step(t("Inventaire de {0}", livraison.nom()));
            var autreAcademie = new AutreAcademie(demande.academie(), reglages);
            autreAcademie.checkName(livraison.nom());
            var inventaire = lot.identify(Inventaire.of(livraison), livraison, demande);
            inventaire.membres().forEach(m -> autreAcademie.checkName(m.nom().chemin()));
            registre.checkOrder(demande.academie(), lot.genre(), lot.date());
            var schema = "annuaire_lot_" + Integer.parseInt(demande.academie());
            try (var depot = new Depot(connexion, schema)) {
                depot.create();
                var validation = new Validation(depot, lot.signalements(), autreAcademie);
                var sur = inventaire.membres().size();
                var rang = new AtomicInteger();
                new Lecture(
                                livraison,
                                inventaire,
                                validation,
                                etape -> progress.read(etape, rang.incrementAndGet(), sur))
                        .run();
                depot.finish();
                lot.checkKinds(validation);
                if (validation.read(Sorte.STRUCTURE) == 0) {
                    registre.checkSchools(demande.academie(), schema);
                }
                return compareAndApply(id, schema, validation);
            }
        }

        private Rapport compareAndApply(UUID id, String schema, Validation validation) {
            progress.step(t("Comparaison avec l’annuaire"));
            var atelier = new Atelier(
                    JdbcClient.create(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(connexion, true)),
                    demande.academie(),
                    lot.genre(),
                    lot.dayOf(aujourdhui),
                    lot.signalements());
            var difference = new Difference(
                    atelier,
                    new Departs(
                            reglages.schoolThreshold(),
                            reglages.schoolAtLeast(),
                            demande.ecoles(),
                            demande.accepter()));
            difference.compute();
            new AlertesEleves(atelier).warnAges(lot.dayOf(aujourdhui));
            var counts = difference.counts();
            var planned = difference.planned(counts);
            var presents = difference.present();
            var retenue = heldBecause(planned, presents, validation);
            difference.tell(presents.tous() == 0, retenue != null);
            if (retenue != null) {
                return held(id, schema, lot.held(retenue, planned));
            }
            var ecoles = difference.held();
            if (counts.values().stream().allMatch(Rapport.Compte::changesNothing)
                    && !difference.remembersMore()
                    && ecoles.isEmpty()) {
                return unchanged(id, schema, counts);
            }
            progress.step(t("Application"));
            return apply(id, schema, counts, ecoles);
        }

        private @Nullable String heldBecause(
                Map<String, Rapport.Compte> planned, Presents presents, Validation validation) {
            if (demande.accepter()) {
                return null;
            }
            var retenue = lot.aheadOf(aujourdhui);
            if (retenue == null) {
                retenue = lot.heldBecause(
                        planned, presents, registre.lastVolume(demande.academie()), validation, reglages);
            }
            if (!demande.essai()) {
                return retenue;
            }
            return retenue == null
                    ? t("C’est un essai : rien n’a été changé.")
                    : t("C’est un essai ; pour de bon, cet import serait retenu. {0}", retenue);
        }

        private Rapport held(UUID id, String schema, Rapport rapport) {
            transaction.executeWithoutResult(_ -> {
                registre.end(id, rapport);
                suites.schools(id, schema);
            });
            return rapport;
        }

        /// The directory stays as it is; what the batch signals is still worth reading again.
        private Rapport unchanged(UUID id, String schema, Map<String, Rapport.Compte> counts) {
            var rapport = lot.done(Rapport.Issue.UNCHANGED, counts);
            transaction.executeWithoutResult(_ -> {
                new Releve(jdbc, demande.academie()).write(schema, lot.genre());
                registre.end(id, rapport);
                suites.schools(id, schema);
            });
            return rapport;
        }

        private Rapport apply(UUID id, String schema, Map<String, Rapport.Compte> counts, List<Departs.Ecole> ecoles) {
            boolean rien = counts.values().stream().allMatch(Rapport.Compte::changesNothing);
            var rapport = lot.done(rien ? Rapport.Issue.UNCHANGED : Rapport.Issue.APPLIED, counts);
            transaction.executeWithoutResult(_ -> {
                registre.held(new Mutation(jdbc, demande.academie(), lot.dayOf(aujourdhui), OffsetDateTime.now(clock))
                        .apply(schema, lot.genre() == Genre.COMPLET));
                new Releve(jdbc, demande.academie()).write(schema, lot.genre());
                registre.end(id, rapport);
                suites.schools(id, schema);
                suites.people(id, schema);
                suites.departures(id, ecoles);
                var concernes = lot.genre() == Genre.DELTA ? suites.concerned(schema) : null;
                evenements.publishEvent(new fr.entecole.annuaire.LotApplique(id, demande.academie(), concernes));
            });
            return rapport;
        }
    }
}
