package fr.entecole.calendrier;

import fr.entecole.calendrier.Semaine.Portee;
import fr.entecole.journal.Acte;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Brouillon;
import fr.entecole.journal.Journal.Fait;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What schools, communes and the region set of their own time: days, weeks, delivery hours. What is set for a day that
/// has it already takes its place.
@Component
class ReglesDuTemps {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Clock clock;

    ReglesDuTemps(JdbcClient jdbc, TransactionTemplate transaction, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.clock = clock;
    }

    /// @return false when the school has said something of this day or half-day already
    boolean addJour(UUID ecole, JourLocal jour, UUID compte) {
        return changes(() -> {
            int added = jdbc.sql("""
                            insert into calendrier.jour_local (ecole_id, jour, moment, classe, motif, created_at)
                            values (:ecole, :jour, :moment::text, :classe, :motif, :maintenant)
                            on conflict do nothing
                            """)
                    .param("ecole", ecole)
                    .param("jour", jour.jour())
                    .param(
                            "moment",
                            jour.moment() == null ? null : jour.moment().name())
                    .param("classe", jour.classe())
                    .param("motif", jour.motif())
                    .param("maintenant", OffsetDateTime.now(clock))
                    .update();
            if (added > 0) {
                journal.record(of(ActeCalendrier.JOUR_AJOUTE, ecole, compte)
                        .with(Map.of("raison", jour.jour().toString()))
                        .inEcole(ecole));
            }
            return added > 0;
        });
    }

    /// @return false when there is no such day
    boolean withdrawJour(UUID ecole, UUID jour, UUID compte) {
        return changes(() -> {
            var gone = jdbc.sql("""
                            update calendrier.jour_local set retire_le = :maintenant
                             where id = :jour and ecole_id = :ecole and retire_le is null
                            returning jour
                            """)
                    .param("jour", jour)
                    .param("ecole", ecole)
                    .param("maintenant", OffsetDateTime.now(clock))
                    .query(LocalDate.class)
                    .optional();
            gone.ifPresent(day -> journal.record(of(ActeCalendrier.JOUR_RETIRE, ecole, compte)
                    .with(Map.of("raison", day.toString()))
                    .inEcole(ecole)));
            return gone.isPresent();
        });
    }

    /// @param pour whose week it is
    void setSemaine(Cible pour, LocalDate effet, List<Creneau> creneaux, UUID compte) {
        transaction.executeWithoutResult(_ -> {
            endSemaine(pour, effet);
            var id = jdbc.sql("""
                            insert into calendrier.semaine (ecole_id, commune, effet, created_at)
                            values (:ecole::uuid, :commune::text, :effet, :maintenant) returning id
                            """)
                    .param("ecole", pour.ecole())
                    .param("commune", pour.commune())
                    .param("effet", effet)
                    .param("maintenant", OffsetDateTime.now(clock))
                    .query(UUID.class)
                    .single();
            for (var c : creneaux) {
                jdbc.sql("""
                                insert into calendrier.creneau (semaine_id, jour, moment, debut, fin)
                                values (:id, :jour, :moment, :debut, :fin)
                                """)
                        .param("id", id)
                        .param("jour", c.jour().getValue())
                        .param("moment", c.moment().name())
                        .param("debut", c.debut())
                        .param("fin", c.fin())
                        .update();
            }
            record(pour, ActeCalendrier.SEMAINE_CHANGEE, ActeCalendrier.SEMAINE_PAR_DEFAUT, effet, compte);
        });
    }

    /// Takes back what was set for that day on: what it had replaced, or who stands above, holds again.
    ///
    /// @return false when nothing of theirs begins that day
    boolean withdrawSemaine(Cible pour, LocalDate effet, UUID compte) {
        return changes(() -> {
            int gone = endSemaine(pour, effet);
            if (gone > 0) {
                record(pour, ActeCalendrier.SEMAINE_CHANGEE, ActeCalendrier.SEMAINE_PAR_DEFAUT, effet, compte);
            }
            return gone > 0;
        });
    }

    private int endSemaine(Cible pour, LocalDate effet) {
        return jdbc.sql("""
                        update calendrier.semaine set remplacee_le = :maintenant
                         where ecole_id is not distinct from :ecole::uuid
                           and commune is not distinct from :commune::text
                           and effet = :effet and remplacee_le is null
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("ecole", pour.ecole())
                .param("commune", pour.commune())
                .param("effet", effet)
                .update();
    }

    /// @param pour a school, or the region
    void setRemise(Cible pour, HeuresDeRemise heures, UUID compte) {
        transaction.executeWithoutResult(_ -> {
            endRemise(pour, heures.effet());
            jdbc.sql("""
                            insert into calendrier.remise
                                   (ecole_id, effet, ouvre, ferme, samedi, vacances, feries, created_at)
                            values (:ecole::uuid, :effet, :ouvre, :ferme, :samedi::time, :vacances, :feries, :maintenant)
                            """)
                    .param("ecole", pour.ecole())
                    .param("effet", heures.effet())
                    .param("ouvre", heures.ouvre())
                    .param("ferme", heures.ferme())
                    .param("samedi", heures.samedi())
                    .param("vacances", heures.vacances())
                    .param("feries", heures.feries())
                    .param("maintenant", OffsetDateTime.now(clock))
                    .update();
            record(pour, ActeCalendrier.REMISE_CHANGEE, ActeCalendrier.REMISE_PAR_DEFAUT, heures.effet(), compte);
        });
    }

    /// Takes back the hours that begin that day: those that they had replaced, or the region's, hold again.
    ///
    /// @return false when none of theirs begin that day
    boolean withdrawRemise(Cible pour, LocalDate effet, UUID compte) {
        return changes(() -> {
            int gone = endRemise(pour, effet);
            if (gone > 0) {
                record(pour, ActeCalendrier.REMISE_CHANGEE, ActeCalendrier.REMISE_PAR_DEFAUT, effet, compte);
            }
            return gone > 0;
        });
    }

    private int endRemise(Cible pour, LocalDate effet) {
        return jdbc.sql("""
                        update calendrier.remise set remplacee_le = :maintenant
                         where ecole_id is not distinct from :ecole::uuid
                           and effet = :effet and remplacee_le is null
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("ecole", pour.ecole())
                .param("effet", effet)
                .update();
    }

    /// The weeks that a commune has set, or, without one, the region.
    List<Semaine> semaines(@Nullable String commune) {
        return jdbc
                .sql(Calendriers.SEMAINES + """
                        and s.ecole_id is null and (s.commune is null or s.commune = :commune::text)
                        """ + Calendriers.ORDRE)
                .param("commune", commune)
                .query((ResultSetExtractor<List<Calendriers.Regle<Semaine>>>) Calendriers::semaines)
                .stream()
                .map(Calendriers.Regle::valeur)
                .toList();
    }

    List<HeuresDeRemise> remises() {
        return jdbc.sql("""
                        select ecole_id, effet, ouvre, ferme, samedi, vacances, feries from calendrier.remise
                         where remplacee_le is null and ecole_id is null
                        """).query(Calendriers::remise).list().stream()
                .map(Calendriers.Regle::valeur)
                .toList();
    }

    private void record(Cible pour, Acte ofEcole, Acte ofAll, LocalDate effet, UUID compte) {
        Map<String, Object> details = Map.of("raison", effet.toString());
        var ecole = pour.ecole();
        journal.record(
                ecole != null
                        ? of(ofEcole, ecole, compte).with(details).inEcole(ecole)
                        : Fait.of(ofAll).by(compte).with(details).ofRegion());
    }

    private static Brouillon of(Acte acte, UUID ecole, UUID compte) {
        return Fait.of(acte, ecole).by(compte);
    }

    private boolean changes(java.util.function.BooleanSupplier what) {
        return Boolean.TRUE.equals(transaction.execute(_ -> what.getAsBoolean()));
    }

    /// Whose rule: a school's, a commune's, or the region's.
    record Cible(@Nullable UUID ecole, @Nullable String commune) {

        static final Cible REGION = new Cible(null, null);

        static Cible ecole(UUID id) {
            return new Cible(id, null);
        }

        static Cible commune(String insee) {
            return new Cible(null, insee);
        }

        Portee portee() {
            return ecole != null ? Portee.ECOLE : commune != null ? Portee.COMMUNE : Portee.REGION;
        }
    }
}
