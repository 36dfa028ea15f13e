package fr.entecole.liaison.rendezvous;

import static fr.entecole.liaison.rendezvous.CarnetDeRendezVous.utc;
import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.rendezvous.CarnetDeRendezVous.Demande;
import fr.entecole.liaison.reponses.Reponses.Paire;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the school does with meetings: it takes and gives one up for a family, moves and exchanges them, adds and
/// cancels slots. Families whose meeting changes are told; the deadline is theirs, not the school's.
@Component
class TenueDesRendezVous {

    private final JdbcClient jdbc;
    private final CarnetDeRendezVous carnet;
    private final NouvellesDesRendezVous nouvelles;
    private final Journal journal;

    TenueDesRendezVous(JdbcClient jdbc, CarnetDeRendezVous carnet, NouvellesDesRendezVous nouvelles, Journal journal) {
        this.jdbc = jdbc;
        this.carnet = carnet;
        this.nouvelles = nouvelles;
        this.journal = journal;
    }

    /// On the word of a family that has telephoned, or given its slip back.
    @Transactional
    public Issue book(Ecole ecole, UUID creneau, UUID eleve, @Nullable UUID responsable, Instant now) {
        var personnes = responsable == null ? Set.<UUID>of() : Set.of(responsable);
        var issue =
                carnet.book(new Demande(ecole.mot, creneau, eleve, responsable, personnes, ecole.personne, true), now);
        record(ActeRendezVous.RENDEZ_VOUS_PRIS_POUR_UNE_FAMILLE, ecole, issue);
        return issue;
    }

    @Transactional
    public Issue giveUp(Ecole ecole, UUID reservation, Instant now) {
        var issue = carnet.giveUp(ecole.mot, reservation, Set.of(), now);
        record(ActeRendezVous.RENDEZ_VOUS_RENDU_POUR_UNE_FAMILLE, ecole, issue);
        return issue;
    }

    /// To a slot that is free, or that another family leaves for this one's.
    @Transactional
    public Issue move(Ecole ecole, UUID reservation, UUID to, Instant now) {
        var here = held(ecole.mot, reservation).map(Tenue::creneau);
        if (here.isEmpty() || here.get().equals(to)) {
            return Issue.DISPARU;
        }
        var slots = hold(ecole.mot, List.of(here.get(), to));
        var target = slots.stream().filter(s -> s.id.equals(to)).findFirst();
        var moved = held(ecole.mot, reservation).filter(r -> r.creneau.equals(here.get()));
        if (slots.size() != 2
                || target.isEmpty()
                || moved.isEmpty()
                || !target.get().debut.isAfter(now)) {
            return Issue.DISPARU;
        }
        var other = on(to);
        other.ifPresent(r -> finish(r.id, "DEPLACEE", now));
        finish(reservation, "DEPLACEE", now);
        again(moved.get(), target.get(), ecole, now);
        other.ifPresent(
                r -> slots.stream().filter(s -> s.id.equals(here.get())).forEach(slot -> again(r, slot, ecole, now)));
        if (other.isEmpty()) {
            nouvelles.freed(ecole.mot, here.get(), reservation, now);
        }
        var issue = other.isPresent() ? Issue.ECHANGE : Issue.DEPLACE;
        record(
                issue == Issue.ECHANGE ? ActeRendezVous.RENDEZ_VOUS_ECHANGES : ActeRendezVous.RENDEZ_VOUS_DEPLACE,
                ecole,
                issue);
        return issue;
    }

    /// One slot more; none may overlap it.
    @Transactional
    public Issue add(Ecole ecole, Instant debut, Instant fin, Instant now) {
        hold(ecole.mot);
        if (!debut.isAfter(now)) {
            return Issue.DISPARU;
        }
        if (overlaps(ecole.mot, debut, fin)) {
            return Issue.RECOUVRE;
        }
        var slot = insert(ecole.mot, debut, fin);
        nouvelles.freed(ecole.mot, slot, slot, now);
        record(ActeRendezVous.CRENEAU_AJOUTE, ecole, Issue.AJOUTE);
        return Issue.AJOUTE;
    }

    /// The slot stands no more; who had it is told, and chooses another.
    @Transactional
    public Annulation cancel(Ecole ecole, UUID creneau, Instant now) {
        var slot = hold(ecole.mot, List.of(creneau)).stream().findFirst();
        if (slot.isEmpty()) {
            return new Annulation(Issue.DISPARU, Optional.empty());
        }
        jdbc.sql("update liaison.creneau set annule_le = :maintenant where id = :id")
                .param("maintenant", utc(now))
                .param("id", creneau)
                .update();
        var held = on(creneau);
        held.ifPresent(r -> {
            finish(r.id, "ANNULEE", now);
            tell(r, r.id, t("Rendez-vous annulé : {0}", Heures.words(slot.get().debut)));
        });
        record(ActeRendezVous.CRENEAU_ANNULE, ecole, Issue.ANNULE);
        return new Annulation(
                Issue.ANNULE,
                held.flatMap(r -> Optional.ofNullable(r.responsable).map(who -> new Paire(r.eleve, who))));
    }

    private void record(ActeRendezVous acte, Ecole ecole, Issue issue) {
        if (issue.fait()) {
            journal.record(Fait.of(acte, ecole.mot).by(ecole.compte).inEcole(ecole.id));
        }
    }

    private void again(Tenue tenue, Slot slot, Ecole ecole, Instant now) {
        var made = jdbc.sql("""
                        insert into liaison.reservation
                               (ecole_id, mot_id, creneau_id, eleve_id, pour_id, responsable_id, prise_par_id, prise_le)
                        select ecole_id, mot_id, :creneau, eleve_id, pour_id, responsable_id, :par, :maintenant
                          from liaison.reservation where id = :id
                        returning id
                        """)
                .param("creneau", slot.id)
                .param("par", ecole.personne)
                .param("maintenant", utc(now))
                .param("id", tenue.id)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        tell(tenue, made, t("Votre rendez-vous est déplacé : {0}", Heures.words(slot.debut)));
    }

    private void tell(Tenue tenue, UUID chose, String titre) {
        nouvelles.tell(
                SorteRendezVous.RENDEZ_VOUS_CHANGE,
                chose,
                tenue.mot,
                tenue.ecole,
                tenue.responsable == null ? List.of() : List.of(tenue.responsable),
                titre);
    }

    private void finish(UUID reservation, String motif, Instant now) {
        jdbc.sql("""
                        update liaison.reservation set finie_le = :maintenant, motif = :motif
                         where id = :id and finie_le is null
                        """)
                .param("maintenant", utc(now))
                .param("motif", motif)
                .param("id", reservation)
                .update();
    }

    private void hold(UUID mot) {
        jdbc.sql("select 1 from liaison.proposition where mot_id = :mot for no key update")
                .param("mot", mot)
                .query(Integer.class)
                .list();
    }

    private List<Slot> hold(UUID mot, List<UUID> creneaux) {
        return jdbc.sql("""
                        select id, debut from liaison.creneau
                         where mot_id = :mot and id = any(:ids) and annule_le is null
                         order by id for no key update
                        """)
                .param("mot", mot)
                .param("ids", creneaux.toArray(UUID[]::new))
                .query((rs, _) -> new Slot(Colonnes.uuid(rs, "id"), CarnetDeRendezVous.instant(rs, "debut")))
                .list();
    }

    private boolean overlaps(UUID mot, Instant debut, Instant fin) {
        return jdbc.sql("""
                        select exists (select 1 from liaison.creneau
                                        where mot_id = :mot and annule_le is null and debut < :fin and fin > :debut)
                        """)
                .param("mot", mot)
                .param("debut", utc(debut))
                .param("fin", utc(fin))
                .query(Boolean.class)
                .single();
    }

    private UUID insert(UUID mot, Instant debut, Instant fin) {
        return jdbc.sql("""
                        insert into liaison.creneau (ecole_id, mot_id, debut, fin)
                        select ecole_id, mot_id, :debut, :fin from liaison.proposition where mot_id = :mot
                        returning id
                        """)
                .param("mot", mot)
                .param("debut", utc(debut))
                .param("fin", utc(fin))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
    }

    private Optional<Tenue> held(UUID mot, UUID reservation) {
        return jdbc.sql("""
                        select id, ecole_id, mot_id, creneau_id, eleve_id, responsable_id from liaison.reservation
                         where id = :id and mot_id = :mot and finie_le is null
                        """)
                .param("id", reservation)
                .param("mot", mot)
                .query(TenueDesRendezVous::tenue)
                .optional();
    }

    private Optional<Tenue> on(UUID creneau) {
        return jdbc.sql("""
                        select id, ecole_id, mot_id, creneau_id, eleve_id, responsable_id from liaison.reservation
                         where creneau_id = :creneau and finie_le is null
                        """)
                .param("creneau", creneau)
                .query(TenueDesRendezVous::tenue)
                .optional();
    }

    private static Tenue tenue(ResultSet rs, int row) throws SQLException {
        return new Tenue(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "mot_id"),
                Colonnes.uuid(rs, "creneau_id"),
                Colonnes.uuid(rs, "eleve_id"),
                rs.getObject("responsable_id", UUID.class));
    }

    /// Who acts, on whose mot.
    record Ecole(UUID mot, UUID id, UUID compte, UUID personne) {}

    /// @param paire whose meeting it was
    record Annulation(Issue issue, Optional<Paire> paire) {}

    private record Slot(UUID id, Instant debut) {}

    private record Tenue(
            UUID id,
            UUID ecole,
            UUID mot,
            UUID creneau,
            UUID eleve,
            @Nullable UUID responsable) {}
}
