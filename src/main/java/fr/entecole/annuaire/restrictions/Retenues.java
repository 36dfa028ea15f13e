package fr.entecole.annuaire.restrictions;

import fr.entecole.annuaire.RestrictionDecidee;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.eleves.LectureDesEleves.Fiche;
import fr.entecole.annuaire.restrictions.LectureDesRetenues.Retenue;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Guardians held out of a protected child's pages until the head decides whether they are the one who is kept out. A
/// hold is a restriction that no head has decided yet (`retenue_de`), so that the same view makes both felt; feeds hold
/// whom they newly link, and a head who sets a restriction holds whoever else of the child is called alike. ADR 0019.
@Component
@Transactional
class Retenues {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retenues(JdbcClient jdbc, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// Other guardians of the child who are called like someone kept out. By their names alone: a home's address and
    /// telephone are those of the other parent too.
    void holdAlike(Fiche fiche, Utilisateur head) {
        var held = jdbc.sql("""
                        insert into annuaire.restriction
                               (eleve_id, responsable_id, depuis, jusque, preuve, posee_le, retenue_de)
                        select distinct on (r.id) p.eleve_id, r.id, :jour, p.jusque, '', :maintenant, p.restriction_id
                          from annuaire.protege(:jour) p
                          join annuaire.responsable k on k.id = p.responsable_id
                          join annuaire.lien l on l.eleve_id = p.eleve_id and l.retire_le is null
                          join annuaire.responsable r on r.id = l.responsable_id and lower(r.prenom) <> 'organisme'
                         where p.eleve_id = :eleve and 'NOMS' = any(annuaire.signes(r, k))
                           and not exists (select 1 from annuaire.restriction y
                                            where y.eleve_id = p.eleve_id and y.responsable_id = r.id
                                              and (y.levee_le > p.posee_le
                                                   or y.levee_le is null and (y.jusque is null or y.jusque >= :jour)))
                         order by r.id, p.jusque desc nulls first
                        returning id, responsable_id
                        """)
                .param("jour", LocalDate.now(clock))
                .param("maintenant", OffsetDateTime.now(clock))
                .param("eleve", fiche.id())
                .query((rs, _) -> new Retenu(Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "responsable_id")))
                .list();
        held.forEach(retenu -> tell(ActeAnnuaire.RESPONSABLE_RETENU, retenu, fiche.ecoleId(), head));
    }

    /// The restriction that held them is no more: whoever no other one holds is let in.
    void release(UUID restriction, Fiche fiche, String motif, Utilisateur head) {
        var freed = jdbc.sql("""
                        update annuaire.restriction h
                           set levee_le = :maintenant, levee_par = :personnel, levee_motif = :motif
                          from annuaire.retenue(:jour) t
                         where h.id = t.restriction_id and (t.retenue_de = :id or t.eleve_id = :eleve)
                           and h.decidee_le is null and h.levee_le is null
                           and not exists (select 1 from annuaire.protege(:jour) p
                                            where p.eleve_id = t.eleve_id or p.restriction_id = t.retenue_de)
                        returning h.id, h.responsable_id
                        """)
                .param("jour", LocalDate.now(clock))
                .param("maintenant", OffsetDateTime.now(clock))
                .param("personnel", head.personneId())
                .param("motif", motif)
                .param("id", restriction)
                .param("eleve", fiche.id())
                .query((rs, _) -> new Retenu(Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "responsable_id")))
                .list();
        freed.forEach(retenu -> tell(ActeAnnuaire.RETENUE_ADMISE, retenu, fiche.ecoleId(), head));
    }

    /// They are the one who is kept out: so they stay, by the same decision.
    ///
    /// @return false when it was decided meanwhile
    public boolean keepOut(Retenue retenue, Utilisateur head) {
        int decided = jdbc.sql("""
                        update annuaire.restriction h
                           set decidee_le = :maintenant, auteur_personnel_id = :personnel,
                               depuis = least(h.depuis, coalesce(o.depuis, h.depuis)),
                               jusque = case when o.id is null then h.jusque else o.jusque end,
                               preuve = coalesce(o.preuve, h.preuve)
                          from annuaire.retenue(:jour) t
                          left join annuaire.restriction o on o.id = t.retenue_de
                         where h.id = t.restriction_id and t.restriction_id = :id
                           and h.decidee_le is null and h.levee_le is null
                        """)
                .param("jour", LocalDate.now(clock))
                .param("maintenant", OffsetDateTime.now(clock))
                .param("personnel", head.personneId())
                .param("id", retenue.id())
                .update();
        return told(decided, ActeAnnuaire.RETENUE_ECARTEE, retenue, head);
    }

    /// They are someone else: let in, and not held again because of this restriction.
    ///
    /// @param motif in words, for those who read the history
    /// @return false when it was decided meanwhile
    public boolean letIn(Retenue retenue, String motif, Utilisateur head) {
        int decided = jdbc.sql("""
                        update annuaire.restriction h
                           set decidee_le = :maintenant, levee_le = :maintenant, levee_par = :personnel,
                               levee_motif = :motif
                          from annuaire.retenue(:jour) t
                         where h.id = t.restriction_id and t.restriction_id = :id
                           and h.decidee_le is null and h.levee_le is null
                        """)
                .param("jour", LocalDate.now(clock))
                .param("maintenant", OffsetDateTime.now(clock))
                .param("personnel", head.personneId())
                .param("motif", motif)
                .param("id", retenue.id())
                .update();
        return told(decided, ActeAnnuaire.RETENUE_ADMISE, retenue, head);
    }

    private boolean told(int decided, ActeAnnuaire acte, Retenue retenue, Utilisateur head) {
        if (decided > 0) {
            tell(acte, new Retenu(retenue.id(), retenue.nouvelle().id()), retenue.ecoleId(), head);
        }
        return decided > 0;
    }

    private void tell(ActeAnnuaire acte, Retenu retenu, UUID ecole, Utilisateur head) {
        journal.record(Fait.of(acte, retenu.id()).by(head.compteId()).inEcole(ecole));
        events.publishEvent(new RestrictionDecidee(retenu.responsable()));
    }

    private record Retenu(UUID id, UUID responsable) {}
}
