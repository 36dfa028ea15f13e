package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The register of batches: each one that was given has a row, applied or not, and the last applied one says what may
/// follow. Batches are compared with each other, never with the clock.
@Component
class Registre {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;
    private final Journal journal;
    private final AafReglages reglages;

    Registre(JdbcClient jdbc, Clock clock, JsonMapper json, Journal journal, AafReglages reglages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.journal = journal;
        this.reglages = reglages;
    }

    UUID begin(String academie) {
        return jdbc.sql("""
                        insert into annuaire.lot (academie, etat, commence_le) values (:academie, 'en-cours', :maintenant)
                        returning id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("academie", academie)
                .query(UUID.class)
                .single();
    }

    /// Called by the holder of the académie's lock: whatever is still "running" there was killed.
    void closeInterrupted(String academie, UUID lot) {
        jdbc.sql("""
                        update annuaire.lot
                           set etat = 'refused', fini_le = :maintenant,
                               rapport = jsonb_build_object('state', 'refused', 'reason', :raison::text)
                         where academie = :academie and etat = 'en-cours' and id <> :lot
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("academie", academie)
                .param("raison", t("L’import a été interrompu : rien n’a été changé, donnez le lot de nouveau."))
                .param("lot", lot)
                .update();
    }

    /// Ends a batch, in the transaction of the caller when there is one.
    void end(UUID lot, Rapport rapport) {
        jdbc.sql("""
                        update annuaire.lot
                           set genre = :genre, date_lot = :date, etat = :etat, fini_le = :maintenant, rapport = :rapport::jsonb
                         where id = :lot
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("genre", rapport.genre() == null ? null : rapport.genre().code())
                .param("date", rapport.date())
                .param("etat", rapport.issue().code())
                .param("rapport", json.writeValueAsString(rapport.toMap()))
                .param("lot", lot)
                .update();
        Map<String, Object> details = new LinkedHashMap<>(rapport.toMap());
        details.remove("warnings");
        details.remove("refused");
        details.remove("ignored");
        journal.record(
                Journal.Fait.of(ActeAnnuaire.IMPORT_AAF, lot).with(details).ofRegion());
    }

    /// Guardians whom the batch may not let in by itself, told to the heads who decide.
    void held(List<RetenuesDuLot.Retenue> retenues) {
        retenues.forEach(retenue -> journal.record(
                Journal.Fait.of(ActeAnnuaire.RESPONSABLE_RETENU, retenue.id()).inEcole(retenue.ecole())));
    }

    private record Dernier(LocalDate date) {}

    /// @throws LotRefuse when the batch may not follow the last applied one
    void checkOrder(String academie, Genre genre, LocalDate date) {
        var dernier = latestApplied(academie, null);
        if (genre == Genre.DELTA && latestApplied(academie, Genre.COMPLET).isEmpty()) {
            throw new LotRefuse(t(
                    "Ce delta n’a pas de complet avant lui pour l’académie {0} : importez d’abord un complet.",
                    academie));
        }
        if (dernier.isEmpty()) {
            return;
        }
        var derniere = dernier.get().date();
        if (date.isBefore(derniere)) {
            throw new LotRefuse(t(
                    "Ce lot est daté du {0}, avant le dernier lot appliqué ({1}) : donnez un lot plus récent.",
                    date.toString(), derniere.toString()));
        }
        long ecart = ChronoUnit.DAYS.between(derniere, date);
        if (genre == Genre.DELTA && ecart > reglages.deltaMaxDays()) {
            throw new LotRefuse(t(
                    "Ce delta ({0}) vient {1, plural, one {# jour} other {# jours}} après le dernier lot appliqué ({2}), plus que les {3} permis : des"
                            + " deltas manquent, importez un complet.",
                    date.toString(), ecart, derniere.toString(), reglages.deltaMaxDays()));
        }
    }

    private Optional<Dernier> latestApplied(String academie, @Nullable Genre genre) {
        return jdbc.sql("""
                        select max(date_lot) from annuaire.lot
                         where academie = :academie and etat in ('applied', 'unchanged')
                           and (:genre::text is null or genre = :genre)
                        """)
                .param("academie", academie)
                .param("genre", genre == null ? null : genre.code())
                .query((rs, _) ->
                        Optional.ofNullable(rs.getObject(1, LocalDate.class)).map(Dernier::new))
                .single();
    }
}
