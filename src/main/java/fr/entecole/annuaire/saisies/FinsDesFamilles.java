package fr.entecole.annuaire.saisies;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What ends of the families that no feed brings: a link, a pupil who leaves. Each end says why and who said it, and a
/// departure is taken back as long as the pupil is still in the directory. Who may do it is judged by the caller.
@Component
@Transactional
public class FinsDesFamilles {

    private final JdbcClient jdbc;
    private final Clock clock;

    FinsDesFamilles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Where it comes from that a link is over.
    public enum Origine {
        JUSTICE,
        DEMANDE,
        ERREUR,
        AUTRE
    }

    /// @param decision the day of the decision, when there is one
    /// @param par personnel who says it
    public record FinDeLien(
            Origine origine, String motif, @Nullable LocalDate decision, UUID par) {}

    /// @param dernierJour of the pupil in the school
    /// @param par personnel who says it
    public record Depart(LocalDate dernierJour, String motif, UUID par) {}

    /// Ends a link that no feed says; a guardian of no present child any more, whom no feed brings either, is
    /// suspended.
    ///
    /// @return whether there was such a link
    public boolean endLien(UUID responsable, UUID eleve, FinDeLien fin) {
        int ended = jdbc.sql("""
                        update annuaire.lien
                           set retire_le = :maintenant, fin_source = :origine, fin_motif = :motif,
                               fin_decision = :decision, fin_auteur = :par
                         where eleve_id = :eleve and responsable_id = :responsable and retire_le is null
                           and source <> 'AAF'
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("origine", fin.origine().name())
                .param("motif", fin.motif())
                .param("decision", fin.decision())
                .param("par", fin.par())
                .param("eleve", eleve)
                .param("responsable", responsable)
                .update();
        if (ended > 0) {
            suspendWithoutEnfant(List.of(responsable), OffsetDateTime.now(clock));
        }
        return ended > 0;
    }

    /// Ends those whose last day is over.
    ///
    /// @return how many
    public int endDue() {
        var ended = jdbc.sql("""
                        update annuaire.lien set retire_le = :maintenant
                         where jusque < :jour and retire_le is null and source <> 'AAF' returning responsable_id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("jour", LocalDate.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "responsable_id"))
                .list();
        suspendWithoutEnfant(ended, OffsetDateTime.now(clock));
        return ended.size();
    }

    /// A pupil whom no feed brings has left the school: they come back as the same one.
    ///
    /// @return whether there was such a pupil there
    public boolean endEleve(UUID eleve, UUID ecole, Depart depart) {
        var now = OffsetDateTime.now(clock);
        int ended = jdbc.sql("""
                        update annuaire.eleve set suspendu_le = :maintenant
                         where id = :eleve and structure_id = :ecole and aaf_id is null and suspendu_le is null
                        """)
                .param("maintenant", now)
                .param("eleve", eleve)
                .param("ecole", ecole)
                .update();
        if (ended == 0) {
            return false;
        }
        jdbc.sql("""
                        with quittees as (
                            update annuaire.eleve_classe set fini_le = greatest(depuis, :jour)
                             where eleve_id = :eleve and fini_le is null returning classe_id)
                        insert into annuaire.depart (id, ecole_id, eleve_id, dernier_jour, motif, classes, dit_le,
                                                     auteur_personnel_id)
                        values (:id, :ecole, :eleve, :jour, :motif, array(select classe_id from quittees), :maintenant,
                                :par)
                        """)
                .param("id", Uuids.v7())
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("jour", depart.dernierJour())
                .param("motif", depart.motif())
                .param("maintenant", now)
                .param("par", depart.par())
                .update();
        suspendWithoutEnfant(
                jdbc.sql(
                                "select distinct responsable_id from annuaire.lien where eleve_id = :eleve and retire_le is null")
                        .param("eleve", eleve)
                        .query((rs, _) -> Colonnes.uuid(rs, "responsable_id"))
                        .list(),
                now);
        return true;
    }

    /// They had not left after all: the same account, their classes that are still there, and their guardians.
    ///
    /// @return the pupil; empty when they came back otherwise, or are forgotten
    public Optional<UUID> undoDepart(UUID depart, UUID ecole, UUID par) {
        var eleve = jdbc.sql("""
                        update annuaire.depart d set annule_le = :maintenant, annule_par = :par
                          from annuaire.eleve e
                         where d.id = :depart and d.ecole_id = :ecole and d.annule_le is null and e.id = d.eleve_id
                           and e.structure_id = d.ecole_id and e.aaf_id is null and e.suspendu_le = d.dit_le
                        returning d.eleve_id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par)
                .param("depart", depart)
                .param("ecole", ecole)
                .query((rs, _) -> Colonnes.uuid(rs, "eleve_id"))
                .optional();
        eleve.ifPresent(one -> {
            jdbc.sql("update annuaire.eleve set suspendu_le = null where id = :eleve")
                    .param("eleve", one)
                    .update();
            jdbc.sql("""
                            update annuaire.eleve_classe ec set fini_le = null
                              from annuaire.depart d, annuaire.classe c
                             where d.id = :depart and ec.eleve_id = d.eleve_id and ec.classe_id = any(d.classes)
                               and ec.fini_le = greatest(ec.depuis, d.dernier_jour)
                               and c.id = ec.classe_id and c.archivee_le is null
                            """).param("depart", depart).update();
            jdbc.sql("""
                            update annuaire.responsable set suspendu_le = null, suspendu_sans_enfant = false
                             where aaf_id is null and suspendu_sans_enfant
                               and id in (select responsable_id from annuaire.lien
                                           where eleve_id = :eleve and retire_le is null)
                            """).param("eleve", one).update();
        });
        return eleve;
    }

    private void suspendWithoutEnfant(List<UUID> responsables, OffsetDateTime now) {
        jdbc.sql("""
                        update annuaire.responsable r set suspendu_le = :maintenant, suspendu_sans_enfant = true
                         where r.id = any(:responsables) and r.aaf_id is null and r.suspendu_le is null
                           and not exists (select 1 from annuaire.lien l
                                             join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                                            where l.responsable_id = r.id and l.retire_le is null)
                        """)
                .param("maintenant", now)
                .param("responsables", responsables.toArray(UUID[]::new))
                .update();
    }
}
