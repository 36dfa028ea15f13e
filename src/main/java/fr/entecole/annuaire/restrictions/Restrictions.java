package fr.entecole.annuaire.restrictions;

import fr.entecole.annuaire.RestrictionDecidee;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.documents.Documents;
import fr.entecole.documents.PieceJointe;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Guardians kept out of one child's life in the ENT by the head of the child's school: dated, with a proof. The view
/// `annuaire.autorite` makes it felt in the next statement of anyone. Rows are never changed but to be ended, so that
/// they are their own history; the journal has who and when, never what the decision says.
@Component
@Transactional
class Restrictions {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Retenues retenues;
    private final Remises remises;
    private final Documents documents;
    private final Clock clock;

    Restrictions(
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher events,
            Retenues retenues,
            Remises remises,
            Documents documents,
            Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.retenues = retenues;
        this.remises = remises;
        this.documents = documents;
        this.clock = clock;
    }

    /// All that were ever set for this child, if this person directs the child's school: those in force first, then the
    /// latest. One decision is one, under however many numbers the feed gives the person.
    @Transactional(readOnly = true)
    public List<Restriction> of(UUID eleve, UUID personnel) {
        var rows = jdbc.sql("""
                        select x.id, r.prenom, r.nom, x.depuis, x.jusque, x.preuve, x.posee_le, x.levee_le, x.levee_motif,
                               coalesce(x.decidee_le = x.levee_le, false) as admis, annuaire.decision(x.id) as decision,
                               exists (select 1 from annuaire.remise m
                                        where m.restriction_id = x.id and m.cachee_le is null) as montree,
                               exists (select 1 from annuaire.remise m where m.restriction_id = x.id
                                          and m.cachee_le is null and m.aesh_le is not null) as aux_aesh
                          from annuaire.restriction x
                          left join annuaire.responsable r on r.id = x.responsable_id
                         where x.eleve_id = :eleve and (x.retenue_de is null or x.decidee_le is not null)
                           and exists (select 1 from annuaire.present e
                                         join annuaire.dirige d on d.ecole_id = e.ecole_id
                                        where e.eleve_id = x.eleve_id and d.personnel_id = :personnel)
                         order by x.levee_le desc nulls first, x.id desc
                        """)
                .param("eleve", eleve)
                .param("personnel", personnel)
                .query(Restrictions::ligne)
                .list();
        var papers = documents.of(
                LectureDesDecisions.SALLE, rows.stream().map(Ligne::id).toList());
        return rows.stream()
                .collect(Collectors.groupingBy(Ligne::gesture, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(numbers -> restriction(numbers, papers))
                .toList();
    }

    /// What already keeps the chosen guardian out, or will, on one of the days of this form.
    @Transactional(readOnly = true)
    public Optional<Jours> overlapping(LectureDesEleves.Fiche fiche, RestrictionForm form) {
        return jdbc.sql("""
                        select x.depuis, x.jusque from annuaire.restriction x
                         where x.eleve_id = :eleve and x.responsable_id = any(:responsables) and x.levee_le is null
                           and (x.retenue_de is null or x.decidee_le is not null)
                           and daterange(x.depuis, x.jusque, '[]') && daterange(:depuis, :jusque::date, '[]')
                         order by x.depuis limit 1
                        """)
                .param("eleve", fiche.id())
                .param("responsables", form.guardians(fiche).toArray(UUID[]::new))
                .param("depuis", form.depuisLe())
                .param("jusque", form.jusqueAu())
                .query(Jours.class)
                .optional();
    }

    /// @param fiche of the pupil, as the head found it
    /// @param responsables one of the pupil's guardians, under each number that the feed gives them
    /// @param depots the scanned decision, if there is one
    /// @return what keeps them out already on one of those days; nothing is set then. One head at a time for a child
    public Optional<Jours> set(
            LectureDesEleves.Fiche fiche,
            List<UUID> responsables,
            RestrictionForm form,
            List<UUID> depots,
            Utilisateur head) {
        lock(fiche.id());
        var there = overlapping(fiche, form);
        if (there.isPresent()) {
            return there;
        }
        var maintenant = OffsetDateTime.now(clock);
        var ids = responsables.stream()
                .map(responsable -> set(fiche, responsable, form, head, maintenant))
                .toList();
        attach(fiche, ids, depots, head);
        if (form.montrer() && !ids.isEmpty()) {
            remises.show(ids.getFirst(), false, fiche, head);
        }
        retenues.holdAlike(fiche, head);
        return Optional.empty();
    }

    /// Not an exclusion constraint: two held guardians whom a head calls the same person rightly bear the days of one
    /// decision each.
    private void lock(UUID eleve) {
        jdbc.sql("select 1 from annuaire.eleve where id = :eleve for no key update")
                .param("eleve", eleve)
                .query((rs, _) -> rs.getInt(1))
                .optional();
    }

    /// Each number has the paper: one of them may be forgotten alone.
    private void attach(LectureDesEleves.Fiche fiche, List<UUID> ids, List<UUID> depots, Utilisateur head) {
        if (!ids.isEmpty() && !depots.isEmpty()) {
            documents.attach(head, LectureDesDecisions.SALLE, ids.getFirst(), fiche.ecoleId(), depots);
            ids.stream()
                    .skip(1)
                    .forEach(other -> documents.attachAgain(LectureDesDecisions.SALLE, ids.getFirst(), other));
        }
    }

    private UUID set(
            LectureDesEleves.Fiche fiche,
            UUID responsable,
            RestrictionForm form,
            Utilisateur head,
            OffsetDateTime maintenant) {
        var id = Uuids.v7();
        jdbc.sql("""
                        insert into annuaire.restriction
                               (id, eleve_id, responsable_id, depuis, jusque, preuve, auteur_personnel_id, posee_le)
                        values (:id, :eleve, :responsable, :depuis, :jusque, :preuve, :auteur, :maintenant)
                        """)
                .param("id", id)
                .param("eleve", fiche.id())
                .param("responsable", responsable)
                .param("depuis", form.depuisLe())
                .param("jusque", form.jusqueAu())
                .param("preuve", form.preuve().strip())
                .param("auteur", head.personneId())
                .param("maintenant", maintenant)
                .update();
        journal.record(
                Fait.of(ActeAnnuaire.RESTRICTION_POSEE, id).by(head.compteId()).inEcole(fiche.ecoleId()));
        events.publishEvent(new RestrictionDecidee(responsable));
        return id;
    }

    /// Ends a decision, under every number that it keeps out.
    ///
    /// @return whether there was one to end, of this child and in reach of this head
    public boolean end(UUID restriction, LectureDesEleves.Fiche fiche, String motif, Utilisateur head) {
        var ended = jdbc.sql("""
                        update annuaire.restriction x
                           set levee_le = :now, levee_par = :personnel, levee_motif = :motif
                          from annuaire.restriction y
                         where y.id = :id and y.eleve_id = :eleve and y.levee_le is null
                           and (y.retenue_de is null or y.decidee_le is not null)
                           and x.eleve_id = y.eleve_id and x.levee_le is null
                           and (x.retenue_de is null or x.decidee_le is not null)
                           and annuaire.decision(x.id) = annuaire.decision(y.id)
                           and exists (select 1 from annuaire.present e
                                         join annuaire.dirige d on d.ecole_id = e.ecole_id
                                        where e.eleve_id = x.eleve_id and d.personnel_id = :personnel)
                        returning x.id, x.responsable_id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("personnel", head.personneId())
                .param("motif", motif)
                .param("id", restriction)
                .param("eleve", fiche.id())
                .query((rs, _) -> new Levee(Colonnes.uuid(rs, "id"), rs.getObject("responsable_id", UUID.class)))
                .list();
        for (var levee : ended) {
            journal.record(Fait.of(ActeAnnuaire.RESTRICTION_LEVEE, levee.id())
                    .by(head.compteId())
                    .inEcole(fiche.ecoleId()));
            if (levee.responsable() != null) {
                events.publishEvent(new RestrictionDecidee(levee.responsable()));
            }
            retenues.release(levee.id(), fiche, motif, head);
        }
        return !ended.isEmpty();
    }

    private static Ligne ligne(ResultSet rs, int row) throws SQLException {
        var levee = rs.getObject("levee_le", OffsetDateTime.class);
        var retenue = rs.getObject("posee_le", OffsetDateTime.class);
        return new Ligne(
                Colonnes.uuid(rs, "id"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                new Geste(rs.getObject("decision", OffsetDateTime.class), levee, rs.getBoolean("admis")),
                Objects.requireNonNull(rs.getObject("depuis", LocalDate.class)),
                rs.getObject("jusque", LocalDate.class),
                rs.getString("preuve"),
                rs.getBoolean("admis") ? retenue.toLocalDate() : null,
                rs.getString("levee_motif"),
                rs.getBoolean("montree"),
                rs.getBoolean("aux_aesh"));
    }

    /// @param numbers of one decision, ended together or not at all
    private static Restriction restriction(List<Ligne> numbers, Map<UUID, List<PieceJointe>> papers) {
        var first = numbers.getFirst();
        var levee = first.gesture().levee();
        return new Restriction(
                first.id(),
                numbers.stream().map(Ligne::nomComplet).distinct().collect(Collectors.joining(", ")),
                first.depuis(),
                first.jusque(),
                first.preuve(),
                first.retenue(),
                levee == null ? null : levee.toLocalDate(),
                first.leveeMotif(),
                numbers.stream()
                        .map(ligne -> papers.getOrDefault(ligne.id(), List.of()))
                        .filter(pieces -> !pieces.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                numbers.stream().anyMatch(Ligne::montree),
                numbers.stream().anyMatch(Ligne::auxAesh));
    }

    /// @param jusque last day, null: no term
    record Jours(LocalDate depuis, @Nullable LocalDate jusque) {}

    private record Levee(UUID id, @Nullable UUID responsable) {}

    /// @param admis who was held and turned out to be someone else
    private record Geste(OffsetDateTime decision, @Nullable OffsetDateTime levee, boolean admis) {}

    /// One number of the feed.
    private record Ligne(
            UUID id,
            String nomComplet,
            Geste gesture,
            LocalDate depuis,
            @Nullable LocalDate jusque,
            String preuve,
            @Nullable LocalDate retenue,
            @Nullable String leveeMotif,
            boolean montree,
            boolean auxAesh) {}

    /// @param jusque last day, null: no term
    /// @param retenue day from which they were held, of someone who turned out to be someone else
    /// @param levee day on which it was ended early
    /// @param pieces the paper that was scanned
    /// @param montree those who teach the child read that one is to see the head
    /// @param auxAesh the AESH of the school too
    record Restriction(
            UUID id,
            String nomComplet,
            LocalDate depuis,
            @Nullable LocalDate jusque,
            String preuve,
            @Nullable LocalDate retenue,
            @Nullable LocalDate levee,
            @Nullable String leveeMotif,
            List<PieceJointe> pieces,
            boolean montree,
            boolean auxAesh) {

        boolean over(LocalDate today) {
            return levee != null || (jusque != null && jusque.isBefore(today));
        }
    }
}
