package fr.entecole.presences.assiduite;

import fr.entecole.annuaire.Appellations;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.Excuse;
import fr.entecole.presences.Legitimite;
import fr.entecole.presences.Legitimite.Sens;
import fr.entecole.presences.Lignes;
import fr.entecole.presences.Seuil;
import fr.entecole.presences.Taux;
import fr.entecole.presences.assiduite.Suivi.Absence;
import fr.entecole.presences.assiduite.Suivi.Decision;
import fr.entecole.presences.assiduite.Suivi.Etape;
import fr.entecole.presences.assiduite.Suivi.Sorte;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads where a child stands, and writes what the head decides and does.
@Component
class Suivis {

    /// Of a child who has left, by the register's own name.
    private static final String ELEVE = """
            select t.prenom, t.nom, true as present,
                   exists (select 1 from presences.nom n where n.ecole_id = :ecole and n.eleve_id = :eleve
                              and n.annee = :annee and n.niveau = 'TPS') as petit
              from annuaire.present p join annuaire.titulaire t on t.id = p.eleve_id and t.nature = 'ELEVE'
             where p.ecole_id = :ecole and p.eleve_id = :eleve
            union all
            select n.prenom, n.nom, false, n.niveau = 'TPS' from presences.nom n
             where n.ecole_id = :ecole and n.eleve_id = :eleve and n.annee = :annee and n.oublie_le is null
             order by 3 desc limit 1
            """;

    private static final String ABSENCES = """
            select jour, moment from presences.absence
             where ecole_id = :ecole and eleve_id = :eleve and jour >= :mois and jour < :apres
             order by jour, moment desc
            """;

    private static final String EXCUSES = """
            select x.id, x.eleve_id, x.responsable_id, x.mode, x.motif, x.precisions, x.du, x.au, x.jour_semaine, x.moment,
                   x.dite_le, t.prenom, t.nom
              from presences.excuse x
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = coalesce(x.responsable_id, x.note_par) limit 1) t on true
             where x.ecole_id = :ecole and x.eleve_id = :eleve and x.du < :apres and x.au >= :mois and x.retiree_le is null
             order by x.dite_le
            """;

    private static final String DECISIONS = """
            select jour, moment, sens, motivation, decidee_le from presences.decision
             where ecole_id = :ecole and eleve_id = :eleve and jour >= :mois and jour < :apres order by decidee_le, id
            """;

    private static final String ETAPES = """
            select sorte, jour, note from presences.etape
             where ecole_id = :ecole and eleve_id = :eleve and mois = :mois order by jour, id
            """;

    /// As the register counts: from the first half-day in which they were there this year.
    private static final String ANNEE = """
            with dite as (
                select jour, moment, etat from presences.dernier
                 where ecole_id = :ecole and classe_id = any(presences.classes_of(:ecole, array[:eleve]))
                   and eleve_id = :eleve and jour >= :debut and jour < :apres
                   and etat in ('PRESENT', 'ABSENT', 'RETARD')),
            depuis as (select jour, moment from dite where etat <> 'ABSENT' order by jour, moment desc limit 1)
            select count(*) as possibles, count(*) filter (where d.etat = 'ABSENT') as absences
              from dite d join depuis f on d.jour > f.jour or d.jour = f.jour and d.moment <= f.moment
            """;

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Journal journal;

    Suivis(JdbcClient jdbc, Lectures lectures, Journal journal) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.journal = journal;
    }

    /// @param attendent of other months, nothing of which is done
    record Atteints(List<Seuil> duMois, List<Seuil> attendent) {}

    Atteints reached(Collection<UUID> ecoles, LocalDate mois, LocalDate today) {
        return lectures.read(Seuil.lecture(ecoles, mois)
                .with(
                        Seuil.waiting(ecoles, today),
                        (month, waiting) -> new Atteints(
                                month,
                                waiting.stream()
                                        .filter(s -> !s.mois().equals(mois))
                                        .toList())));
    }

    /// @return empty where the child is not of that school, and was not in its school year
    Optional<Suivi> of(UUID ecole, UUID eleve, LocalDate mois) {
        var of = Map.of(
                "ecole",
                ecole,
                "eleve",
                eleve,
                "mois",
                mois,
                "apres",
                mois.plusMonths(1),
                "debut",
                AnneeScolaire.of(mois).debut(),
                "annee",
                AnneeScolaire.of(mois).rentree());
        return lectures.read(Lecture.of(
                        ELEVE,
                        of,
                        (rs, _) -> new Nomme(
                                Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                                rs.getBoolean("present"),
                                rs.getBoolean("petit")))
                .with(Lecture.of(ABSENCES, of, (rs, _) -> Lignes.demi(rs)), Lu::new)
                .with(Lecture.of(EXCUSES, of, Lignes::excuse), Lu::excused)
                .with(
                        Lecture.of(
                                DECISIONS,
                                of,
                                (rs, _) -> Map.entry(
                                        Lignes.demi(rs),
                                        new Decision(
                                                Sens.valueOf(rs.getString("sens")),
                                                rs.getString("motivation"),
                                                Lignes.instant(rs, "decidee_le")))),
                        Lu::decided)
                .with(
                        Lecture.of(
                                ETAPES,
                                of,
                                (rs, _) -> new Etape(
                                        Sorte.valueOf(rs.getString("sorte")),
                                        Objects.requireNonNull(rs.getObject("jour", LocalDate.class)),
                                        rs.getString("note"))),
                        Lu::done)
                .with(
                        Lecture.of(ANNEE, of, (rs, _) -> new Taux(rs.getLong("possibles"), rs.getLong("absences"))),
                        (lu, annee) -> lu.suivi(ecole, eleve, mois, annee.getFirst())));
    }

    @Transactional
    void decide(UUID ecole, UUID eleve, DemiJournee demi, Sens sens, String motivation, Auteur auteur, Instant now) {
        jdbc.sql("""
                        insert into presences.decision
                               (ecole_id, eleve_id, jour, moment, sens, motivation, auteur_id, decidee_le)
                        values (:ecole, :eleve, :jour, :moment, :sens, :motivation, :auteur, :maintenant)
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("jour", demi.jour())
                .param("moment", demi.moment().name())
                .param("sens", sens.name())
                .param("motivation", motivation)
                .param("auteur", auteur.personne())
                .param("maintenant", Lignes.utc(now))
                .update();
        record(ActePresences.LEGITIMITE_DECIDEE, ecole, auteur);
    }

    @Transactional
    void note(UUID ecole, UUID eleve, LocalDate mois, Etape etape, Auteur auteur, Instant now) {
        jdbc.sql("""
                        insert into presences.etape (ecole_id, eleve_id, mois, sorte, jour, note, auteur_id, notee_le)
                        values (:ecole, :eleve, :mois, :sorte, :jour, :note, :auteur, :maintenant)
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("mois", mois)
                .param("sorte", etape.sorte().name())
                .param("jour", etape.jour())
                .param("note", etape.note())
                .param("auteur", auteur.personne())
                .param("maintenant", Lignes.utc(now))
                .update();
        record(ActePresences.ETAPE_NOTEE, ecole, auteur);
    }

    void record(ActePresences acte, UUID ecole, Auteur auteur) {
        journal.record(Fait.of(acte, ecole).by(auteur.compte()).inEcole(ecole));
    }

    /// Of one child, whether they were missing in that half-day.
    boolean missed(UUID ecole, UUID eleve, LocalDate jour, Moment moment) {
        return jdbc.sql("""
                        select exists (select 1 from presences.absence where ecole_id = :ecole and eleve_id = :eleve
                                          and jour = :jour and moment = :moment)
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("jour", jour)
                .param("moment", moment.name())
                .query(Boolean.class)
                .single();
    }

    private record Nomme(String nom, boolean present, boolean petit) {}

    /// What has been read so far.
    private static final class Lu {

        private final List<Nomme> noms;
        private final List<DemiJournee> demis;
        private List<Excuse> excuses = List.of();
        private final Map<DemiJournee, Decision> decisions = new HashMap<>();
        private List<Etape> etapes = List.of();

        Lu(List<Nomme> noms, List<DemiJournee> demis) {
            this.noms = noms;
            this.demis = demis;
        }

        Lu excused(List<Excuse> all) {
            excuses = all;
            return this;
        }

        Lu decided(List<Map.Entry<DemiJournee, Decision>> all) {
            all.forEach(e -> decisions.put(e.getKey(), e.getValue()));
            return this;
        }

        Lu done(List<Etape> all) {
            etapes = all;
            return this;
        }

        Optional<Suivi> suivi(UUID ecole, UUID eleve, LocalDate mois, Taux annee) {
            var absences = demis.stream()
                    .map(demi -> {
                        var decision = decisions.get(demi);
                        return new Absence(
                                demi,
                                Legitimite.of(demi, excuses, decision == null ? null : decision.sens()),
                                decision);
                    })
                    .toList();
            return noms.stream()
                    .findFirst()
                    .map(qui -> new Suivi(
                            ecole, eleve, qui.nom, qui.present, qui.petit, mois, absences, excuses, etapes, annee));
        }
    }
}
