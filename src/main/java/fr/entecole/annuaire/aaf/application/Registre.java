package fr.entecole.annuaire.aaf.application;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.journal.Journal;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
/// follow. Batches are compared with each other; one that is dated ahead of the clock waits, and can be taken back.
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

    /// @param essai a rehearsal, which changes nothing
    UUID begin(String academie, boolean essai) {
        return jdbc.sql("""
                        insert into annuaire.lot (academie, etat, commence_le, essai)
                        values (:academie, 'en-cours', :maintenant, :essai)
                        returning id
                        """)
                .param("essai", essai)
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
                .param("raison", t("L’import a été interrompu : rien n’a été changé, donnez l’envoi de nouveau."))
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
        if (genre == Genre.DELTA && isWithdrawnSinceTheFull(academie)) {
            throw new LotRefuse(t(
                    "Un envoi de l’académie {0} a été retiré depuis le dernier complet : importez d’abord un complet, qui"
                            + " remettra l’annuaire d’aplomb.",
                    academie));
        }
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
                    "Cet envoi est daté du {0}, avant le dernier envoi appliqué ({1}) : donnez un envoi plus récent.",
                    Dates.words(date), Dates.words(derniere)));
        }
        long ecart = ChronoUnit.DAYS.between(derniere, date);
        if (genre == Genre.DELTA && ecart > reglages.deltaMaxDays()) {
            throw new LotRefuse(t(
                    "Ce delta ({0}) vient {1, plural, one {# jour} other {# jours}} après le dernier envoi appliqué ({2}), plus que les {3} permis : des"
                            + " deltas manquent, importez un complet.",
                    Dates.words(date), ecart, Dates.words(derniere), reglages.deltaMaxDays()));
        }
    }

    /// A delta that brings no structure says whose it is by the schools that it names.
    ///
    /// @param schema where it is staged
    /// @throws LotRefuse when most of them are not in the directory of the académie
    void checkSchools(String academie, String schema) {
        long[] nombres = jdbc.sql("""
                        select count(*), count(t.id)
                          from (select structure_aaf from %1$s.s_eleve where op in ('A', 'M')
                                union select structure_aaf from %1$s.s_classe
                                union select structure_aaf from %1$s.s_fonction) n
                          left join annuaire.structure t on t.academie = :academie and t.aaf_id = n.structure_aaf
                         where n.structure_aaf is not null
                        """.formatted(schema))
                .param("academie", academie)
                .query((rs, _) -> new long[] {rs.getLong(1), rs.getLong(2)})
                .single();
        if (nombres[1] * 2 < nombres[0]) {
            throw new LotRefuse(t(
                    "{0, plural, one {L’école que nomme ce delta n’est} other {La plupart des # écoles que nomme ce delta ne sont}} pas de l’académie {1}, et il n’apporte"
                            + " aucune école : vérifiez de quelle académie il vient, ou importez un complet.",
                    nombres[0], academie));
        }
    }

    private boolean isWithdrawnSinceTheFull(String academie) {
        return jdbc.sql("""
                        select exists (select 1 from annuaire.lot r
                                        where r.academie = :academie and r.etat = 'withdrawn'
                                          and not exists (select 1 from annuaire.lot c
                                                           where c.academie = :academie and c.genre = 'complet'
                                                             and c.etat in ('applied', 'unchanged')
                                                             and c.commence_le > r.retire_le))
                        """).param("academie", academie).query(Boolean.class).single();
    }

    /// Takes back the batches that are dated ahead of today, so that those of a true date may follow. What they changed
    /// stays until the next full.
    ///
    /// @return their dates
    List<LocalDate> withdraw(String academie, LocalDate aujourdhui) {
        List<LocalDate> dates = new ArrayList<>();
        jdbc.sql("""
                        update annuaire.lot set etat = 'withdrawn', retire_le = :maintenant
                         where academie = :academie and etat in ('applied', 'unchanged') and date_lot > :aujourdhui
                        returning id, date_lot
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("academie", academie)
                .param("aujourdhui", aujourdhui)
                .query(rs -> {
                    var date = rs.getObject("date_lot", LocalDate.class);
                    journal.record(Journal.Fait.of(ActeAnnuaire.IMPORT_RETIRE, rs.getObject("id", UUID.class))
                            .with(Map.of("academie", academie, "date", date.toString()))
                            .ofRegion());
                    dates.add(date);
                });
        return dates;
    }

    /// How many people the last full of the académie brought; none when there was none.
    long lastVolume(String academie) {
        return jdbc.sql("""
                        select (select sum((v.value)::bigint)
                                  from unnest(array['eleves', 'responsables', 'personnels']) m,
                                       jsonb_each_text(l.rapport -> m) v
                                 where v.key in ('created', 'changed', 'moved', 'revived', 'unchanged'))
                          from annuaire.lot l
                         where l.academie = :academie and l.genre = 'complet' and l.etat in ('applied', 'unchanged')
                         order by l.id desc limit 1
                        """)
                .param("academie", academie)
                .query((rs, _) -> rs.getLong(1))
                .optional()
                .orElse(0L);
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
