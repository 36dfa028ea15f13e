package fr.entecole.conventions.titres;

import fr.entecole.conventions.ActeConventions;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.titres.LectureDesTitres.Paiement;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Issues titres, cancels them, reads what was paid. A batch is as many transactions as titres: stopped anywhere, it
/// leaves whole titres with numbers that follow, and begun again it goes on with those that are missing.
@Component
public class Titres {

    private final JdbcClient jdbc;
    private final LectureDesConventions conventions;
    private final LectureDesTitres lecture;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Clock clock;

    Titres(
            JdbcClient jdbc,
            LectureDesConventions conventions,
            LectureDesTitres lecture,
            TransactionTemplate transaction,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.conventions = conventions;
        this.lecture = lecture;
        this.transaction = transaction;
        this.journal = journal;
        this.clock = clock;
    }

    /// Conventions of a year that have had both signatures and that no titre bills yet.
    List<Convention> due(int annee) {
        var ids = jdbc.sql("""
                        select s.convention_id from conventions.suivi s
                         where s.annee = :annee and s.commune is not null and s.region is not null
                           and not exists (select 1 from conventions.titre t
                                            where t.convention_id = s.convention_id and t.annule_id is null
                                              and not exists (select 1 from conventions.titre x where x.annule_id = t.id))
                        """)
                .param("annee", annee)
                .query((rs, _) -> Colonnes.uuid(rs, "convention_id"))
                .list();
        var today = today();
        return conventions.of(ids).stream()
                .filter(c -> !neverInForce(c) && c.montant(today).positive())
                .toList();
    }

    /// Ended, or over, before it had effect: nothing was given for it.
    private static boolean neverInForce(Convention convention) {
        var effect = convention.signatures().effet();
        var ended = convention.faits().resiliee();
        return effect == null
                || effect.isAfter(convention.parametres().fin())
                || (ended != null && !ended.isAfter(effect));
    }

    /// Issues those that are due.
    ///
    /// @return how many
    public int emit(int annee, Utilisateur auteur) {
        int issued = 0;
        for (var convention : due(annee)) {
            issued += Boolean.TRUE.equals(transaction.execute(_ -> emit(convention, auteur))) ? 1 : 0;
        }
        if (issued > 0) {
            journal.record(Fait.of(ActeConventions.TITRES_EMIS)
                    .by(auteur.compteId())
                    .with(Map.of("annee", annee, "nombre", issued))
                    .ofRegion());
        }
        return issued;
    }

    /// @return false when another batch was quicker
    private boolean emit(Convention convention, Utilisateur auteur) {
        lock(convention.id());
        boolean billed = lecture.ofConvention(convention.id()).stream().anyMatch(t -> !t.annule() && !t.isReduction());
        if (billed) {
            return false;
        }
        var schools = convention.billed(today());
        write(
                convention.insee(),
                convention.id(),
                convention.annee(),
                null,
                convention.parametres().montant(schools.size()),
                convention.parametres().prixParEcole(),
                convention.debiteur(),
                convention.siretDuDebiteur(),
                schools.stream().map(EcoleInscrite::uai).toList(),
                "",
                auteur);
        return true;
    }

    /// The counter-entry of a titre: as much, the other way.
    ///
    /// @return empty when it is cancelled already, or is a counter-entry itself
    @Transactional
    public Optional<UUID> cancel(UUID id, String motif, Utilisateur auteur) {
        var named = lecture.one(id);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        lock(named.get().convention());
        var titre = lecture.one(id).orElseThrow();
        if (titre.annule() || titre.isReduction()) {
            return Optional.empty();
        }
        var counter = write(
                titre.insee(),
                titre.convention(),
                titre.annee(),
                id,
                titre.montant().negated(),
                titre.prix(),
                titre.denomination(),
                titre.siret(),
                titre.uais(),
                motif,
                auteur);
        journal.record(
                Fait.of(ActeConventions.TITRE_ANNULE, id).by(auteur.compteId()).ofRegion());
        return Optional.of(counter);
    }

    // The number is taken in the transaction that writes the titre: it is given back with it, and nobody passes before.
    private UUID write(
            String insee,
            UUID convention,
            int annee,
            @Nullable UUID annule,
            Montant montant,
            Montant prix,
            String denomination,
            String siret,
            List<String> uais,
            String motif,
            Utilisateur auteur) {
        return jdbc.sql("""
                        with numero as (
                            insert into conventions.compteur as k (exercice, dernier) values (:exercice, 1)
                            on conflict (exercice) do update set dernier = k.dernier + 1
                            returning dernier)
                        insert into conventions.titre (commune_insee, convention_id, annee, exercice, numero, annule_id, montant,
                               prix, denomination, siret, uais, motif, emis_le, par_id)
                        select :insee, :convention, :annee, :exercice, dernier, cast(:annule as uuid), :montant, :prix,
                               :denomination, :siret, :uais, :motif, :now, :par from numero
                        returning id
                        """)
                .param("exercice", today().getYear())
                .param("insee", insee)
                .param("convention", convention)
                .param("annee", annee)
                .param("annule", annule)
                .param("montant", montant.centimes())
                .param("prix", prix.centimes())
                .param("denomination", denomination)
                .param("siret", siret)
                .param("uais", uais.toArray(String[]::new))
                .param("motif", motif)
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
    }

    /// What the commune says against a titre.
    @Transactional
    public void contest(Titre titre, String motif, Utilisateur auteur) {
        jdbc.sql("""
                        insert into conventions.contestation (commune_insee, titre_id, motif, faite_le, par_id)
                        values (:insee, :titre, :motif, :now, :par)
                        """)
                .param("insee", titre.insee())
                .param("titre", titre.id())
                .param("motif", motif)
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .update();
        journal.record(Fait.of(ActeConventions.TITRE_CONTESTE, titre.id())
                .by(auteur.compteId())
                .ofRegion());
    }

    /// The region keeps its titre, and says why; else it cancels it.
    ///
    /// @return false when nothing is contested that was not answered
    @Transactional
    public boolean answer(UUID id, String motif, Utilisateur auteur) {
        boolean done = jdbc.sql("""
                        insert into conventions.reponse (commune_insee, contestation_id, motif, faite_le, par_id)
                        select k.commune_insee, k.id, :motif, :now, :par from conventions.contestation k
                         where k.titre_id = :titre
                           and not exists (select 1 from conventions.reponse r where r.contestation_id = k.id)
                           and not exists (select 1 from conventions.titre x where x.annule_id = k.titre_id)
                        on conflict do nothing
                        """)
                        .param("titre", id)
                        .param("motif", motif)
                        .param("now", OffsetDateTime.now(clock))
                        .param("par", auteur.personneId())
                        .update()
                > 0;
        if (done) {
            journal.record(Fait.of(ActeConventions.CONTESTATION_REPONDUE, id)
                    .by(auteur.compteId())
                    .ofRegion());
        }
        return done;
    }

    /// A line whose reference was read before is passed over; one whose number is no titre’s is kept, and listed.
    @Transactional
    public Import read(List<Paiement> lignes, Utilisateur auteur) {
        int read = 0;
        int unknown = 0;
        for (var ligne : lignes) {
            var known = jdbc.sql("""
                            insert into conventions.paiement (titre_id, reference, numero, montant, jour, lu_le, par_id)
                            values ((select t.id from conventions.titre t
                                      where t.exercice || '-' || lpad(t.numero::text, 5, '0') = :numero),
                                    :reference, :numero, :montant, :jour, :now, :par)
                            on conflict (reference) do nothing returning titre_id is not null
                            """)
                    .param("reference", ligne.reference())
                    .param("numero", ligne.numero())
                    .param("montant", ligne.montant().centimes())
                    .param("jour", ligne.jour())
                    .param("now", OffsetDateTime.now(clock))
                    .param("par", auteur.personneId())
                    .query((rs, _) -> rs.getBoolean(1))
                    .optional();
            read += known.isPresent() ? 1 : 0;
            unknown += known.isPresent() && !known.get() ? 1 : 0;
        }
        if (read > 0) {
            journal.record(Fait.of(ActeConventions.PAIEMENTS_LUS)
                    .by(auteur.compteId())
                    .with(Map.of("nombre", read))
                    .ofRegion());
        }
        return new Import(read, lignes.size() - read, unknown);
    }

    void recordExport(Utilisateur auteur) {
        journal.record(
                Fait.of(ActeConventions.TITRES_EMPORTES).by(auteur.compteId()).ofRegion());
    }

    private void lock(UUID convention) {
        jdbc.sql("select id from conventions.convention where id = :id for update")
                .param("id", convention)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
    }

    private LocalDate today() {
        return Dates.day(clock.instant());
    }

    /// @param lues new lines, of which so many were of no titre
    public record Import(int lues, int deja, int inconnues) {}
}
