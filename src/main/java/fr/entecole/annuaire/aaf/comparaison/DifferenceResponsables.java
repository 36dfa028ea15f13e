package fr.entecole.annuaire.aaf.comparaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;

/// Responsibles and their links. One is created when a pupil of the directory, after this batch, names them; one left
/// with no present child is suspended, and comes back with the child. Bit 50 of a pupil's `liste` says whether the
/// record lists its links at all; links to people not there yet wait in `annuaire.lien_en_attente`.
record DifferenceResponsables(Atelier atelier, Departs departs) {

    void compute() {
        named();
        people();
        links();
        suspended();
        waiting();
    }

    /// Every pair that names a responsible, from this batch and from what earlier batches left waiting.
    private void named() {
        atelier.create("b_lien", """
                select distinct on (d.id, l.responsable_aaf) d.id as eleve_id, l.responsable_aaf, l.code
                  from s_lien l join d_eleve d on d.seq = l.seq
                 order by d.id, l.responsable_aaf, l.n desc
                """);
        atelier.update("""
                insert into b_lien
                select p.eleve_id, p.responsable_aaf, p.code
                  from annuaire.lien_en_attente p
                  join annuaire.eleve e on e.id = p.eleve_id
                  left join d_eleve d on d.id = p.eleve_id
                  left join s_eleve s on s.seq = d.seq
                 where p.academie = :academie
                   and ((d.id is null and e.suspendu_le is null) or (d.seq is not null and (s.liste >> 50) & 1 = 0))
                   and exists (select 1 from s_responsable r
                                where r.aaf_id = p.responsable_aaf and r.op in ('A', 'M'))
                """);
    }

    private void people() {
        new Reconnus(atelier).guardians();
        atelier.create("d_responsable", """
                select s.aaf_id, s.seq, coalesce(t.id, uuidv7()) as id, t.suspendu_le is not null as suspendu,
                       false as sans_enfant,
                       case when t.id is null then 'created' when %s then 'changed' else 'unchanged' end as verdict
                  from s_responsable s
                  left join annuaire.responsable t on t.academie = :academie and t.aaf_id = s.aaf_id
                 where s.op in ('A', 'M')
                   and (t.id is not null or exists (select 1 from b_lien b where b.responsable_aaf = s.aaf_id))
                   and not exists (select 1 from x_responsable_reconnu m where m.aaf_id = s.aaf_id)
                union all
                select s.aaf_id, s.seq, t.id, t.suspendu_le is not null, false, 'changed'
                  from x_responsable_reconnu m
                  join s_responsable s on s.aaf_id = m.aaf_id and s.op in ('A', 'M')
                  join annuaire.responsable t on t.id = m.id
                """.formatted(Atelier.differs(Sorte.RESPONSABLE)));
        var refuses = atelier.ids("""
                select s.aaf_id from s_responsable s
                 where s.op in ('A', 'M') and not exists (select 1 from d_responsable d where d.seq = s.seq)
                """);
        atelier.signalements()
                .refuse(
                        Sorte.RESPONSABLE,
                        refuses.premiers(),
                        refuses.nombre(),
                        t("Aucun élève de l’annuaire ne nomme ce responsable : il n’est pas créé."));
    }

    private void links() {
        atelier.create("x_lien", """
                select b.eleve_id, coalesce(d.id, t.id) as responsable_id, b.code
                  from b_lien b
                  left join d_responsable d on d.aaf_id = b.responsable_aaf
                  left join annuaire.responsable t on t.academie = :academie and t.aaf_id = b.responsable_aaf
                 where d.id is not null or t.id is not null
                """);
        atelier.create("d_lien", """
                select x.eleve_id, x.responsable_id, x.code,
                       case when t.code <> x.code or t.source <> 'AAF' then 'changed'
                            when t.eleve_id is not null then 'unchanged'
                            when p.eleve_id is not null then 'revived'
                            else 'created' end as verdict
                  from x_lien x
                  left join annuaire.lien t
                    on t.eleve_id = x.eleve_id and t.responsable_id = x.responsable_id and t.retire_le is null
                  left join (select distinct eleve_id, responsable_id from annuaire.lien
                              where retire_le is not null) p
                    on p.eleve_id = x.eleve_id and p.responsable_id = x.responsable_id
                union all
                select t.eleve_id, t.responsable_id, t.code, 'archived'
                  from annuaire.lien t
                  join d_eleve d on d.id = t.eleve_id and d.verdict <> 'created'
                  join s_eleve s on s.seq = d.seq and (s.liste >> 50) & 1 = 1
                  join annuaire.responsable r
                    on r.id = t.responsable_id and r.aaf_id is not null
                   and (r.academie = :academie
                        or exists (select 1 from x_eleve_reconnu m where m.id = t.eleve_id))
                 where t.retire_le is null and t.source = 'AAF'
                   and not exists (select 1 from x_lien x
                                    where x.eleve_id = t.eleve_id and x.responsable_id = t.responsable_id)
                """);
    }

    private void suspended() {
        atelier.create("x_avec_enfant", """
                select distinct responsable_id as id
                  from (select responsable_id from x_lien
                        union all
                        select l.responsable_id
                          from annuaire.lien l
                          join annuaire.eleve e on e.id = l.eleve_id
                          left join d_eleve d on d.id = e.id
                          left join s_eleve s on s.seq = d.seq
                         where l.retire_le is null
                           and ((d.id is null and e.suspendu_le is null)
                             or (d.seq is not null and ((s.liste >> 50) & 1 = 0 or l.source <> 'AAF')))) avec
                """);
        atelier.update("""
                update d_responsable d
                   set verdict = case when exists (select 1 from x_avec_enfant a where a.id = d.id)
                                      then 'revived' else 'unchanged' end
                 where d.suspendu
                """);
        if (atelier.genre() == Genre.DELTA) {
            atelier.update("""
                    insert into d_responsable (aaf_id, id, suspendu, sans_enfant, verdict)
                    select t.aaf_id, t.id, true, false, 'revived'
                      from annuaire.responsable t
                      join x_avec_enfant a on a.id = t.id
                     where t.academie = :academie and t.suspendu_le is not null and t.suspendu_sans_enfant
                       and not exists (select 1 from s_responsable s where s.aaf_id = t.aaf_id)
                    """);
        }
        atelier.create("x_parti", """
                select t.aaf_id, t.id, not (%1$s) as sans_enfant
                  from annuaire.responsable t
                 where t.academie = :academie and t.aaf_id is not null and t.suspendu_le is null
                   and (%1$s or not exists (select 1 from x_avec_enfant a where a.id = t.id))
                """.formatted(atelier.gone(Sorte.RESPONSABLE)));
        departs.guardians(atelier);
        atelier.update("delete from d_responsable d using x_parti p where p.id = d.id");
        atelier.update("""
                insert into d_responsable (aaf_id, id, suspendu, sans_enfant, verdict)
                select aaf_id, id, false, sans_enfant, 'suspended' from x_parti
                """);
    }

    private void waiting() {
        atelier.create("d_attente", """
                select b.eleve_id, b.responsable_aaf, b.code, 'created' as verdict
                  from b_lien b
                  left join annuaire.lien_en_attente p
                    on p.eleve_id = b.eleve_id and p.responsable_aaf = b.responsable_aaf
                 where not exists (select 1 from d_responsable d where d.aaf_id = b.responsable_aaf)
                   and not exists (select 1 from annuaire.responsable t
                                    where t.academie = :academie and t.aaf_id = b.responsable_aaf)
                   and p.code is distinct from b.code
                union all
                select p.eleve_id, p.responsable_aaf, p.code, 'archived'
                  from annuaire.lien_en_attente p
                  left join d_eleve d on d.id = p.eleve_id
                  left join s_eleve s on s.seq = d.seq
                 where p.academie = :academie
                   and (((s.liste >> 50) & 1 = 1
                         and not exists (select 1 from b_lien b
                                          where b.eleve_id = p.eleve_id and b.responsable_aaf = p.responsable_aaf))
                     or exists (select 1 from b_lien b join d_responsable r on r.aaf_id = b.responsable_aaf
                                 where b.eleve_id = p.eleve_id and b.responsable_aaf = p.responsable_aaf))
                """);
        atelier.warn(
                "lien-sans-personne",
                t("Un élève nomme un responsable qui n’est pas dans l’annuaire : le lien attend."),
                atelier.ids("""
                        select s.aaf_id || '-' || l.responsable_aaf
                          from s_lien l
                          join d_eleve d on d.seq = l.seq
                          join s_eleve s on s.seq = l.seq
                         where not exists (select 1 from d_responsable r where r.aaf_id = l.responsable_aaf)
                           and not exists (select 1 from annuaire.responsable t
                                            where t.academie = :academie and t.aaf_id = l.responsable_aaf)
                        """));
    }
}
