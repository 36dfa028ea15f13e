package fr.entecole.annuaire.aaf.comparaison;

/// Who comes under a number that the directory does not know and is somebody whom it does: a pupil of the same INE
/// who has left (this académie or another) or whom a file of the school entered; a pupil or a guardian whom the
/// school entered and who bears the same names, with the same birth date or the same child; a guardian who comes
/// with such a pupil from another académie and has no child left there. They keep their row, hence their account.
/// Whoever is present in a feed is never taken for another.
record Reconnus(Atelier atelier) {

    void pupils() {
        atelier.create("x_eleve_candidat", """
                select s.aaf_id, t.id, t.aaf_id is not null as parti, t.suspendu_le
                  from s_eleve s
                  join annuaire.eleve t on t.ine = s.ine and t.date_naissance = s.date_naissance
                       and (t.aaf_id is null or t.suspendu_le is not null)
                 where s.op in ('A', 'M') and s.ine is not null
                union
                select s.aaf_id, t.id, false, t.suspendu_le
                  from annuaire.eleve t
                  join x_structure st on st.id = t.structure_id
                  join s_eleve s on s.structure_aaf = st.aaf_id and s.op in ('A', 'M')
                       and s.date_naissance = t.date_naissance and (s.ine is null or t.ine is null)
                       and annuaire.cle(s.prenom || ' ' || s.nom) = annuaire.cle(t.prenom || ' ' || t.nom)
                 where t.aaf_id is null and t.suspendu_le is null
                """);
        atelier.create("x_eleve_reconnu", """
                select distinct on (c.aaf_id) c.aaf_id, c.id
                  from x_eleve_candidat c
                  join annuaire.eleve t on t.id = c.id
                 where not exists (select 1 from annuaire.eleve k
                                    where k.academie = :academie and k.aaf_id = c.aaf_id)
                   and not exists (select 1 from annuaire.eleve k
                                    where k.ine = t.ine and k.id <> t.id and k.suspendu_le is null)
                   and not exists (select 1 from s_eleve o where t.academie = :academie and o.aaf_id = t.aaf_id)
                   and not exists (select 1 from x_eleve_candidat o where o.id = c.id and o.aaf_id <> c.aaf_id)
                   and not exists (select 1 from x_eleve_candidat o
                                    where o.aaf_id = c.aaf_id and o.id <> c.id and not c.parti and not o.parti)
                 order by c.aaf_id, c.parti, c.suspendu_le desc nulls first, c.id
                """);
    }

    /// Once it is known who names whom.
    void guardians() {
        atelier.create("x_responsable_candidat", """
                select distinct s.aaf_id, t.id
                  from annuaire.responsable t
                  join annuaire.lien l on l.responsable_id = t.id and l.retire_le is null
                  join b_lien b on b.eleve_id = l.eleve_id
                  join s_responsable s on s.aaf_id = b.responsable_aaf and s.op in ('A', 'M')
                       and annuaire.cle(s.prenom || ' ' || s.nom) = annuaire.cle(t.prenom || ' ' || t.nom)
                 where t.aaf_id is null and t.suspendu_le is null
                    or t.academie <> :academie
                   and exists (select 1 from x_eleve_reconnu m where m.id = l.eleve_id)
                   and not exists (select 1 from annuaire.lien k
                                     join annuaire.eleve e on e.id = k.eleve_id and e.suspendu_le is null
                                    where k.responsable_id = t.id and k.retire_le is null
                                      and not exists (select 1 from x_eleve_reconnu m where m.id = e.id))
                """);
        atelier.create("x_responsable_reconnu", """
                select c.aaf_id, c.id
                  from x_responsable_candidat c
                 where not exists (select 1 from annuaire.responsable k
                                    where k.academie = :academie and k.aaf_id = c.aaf_id)
                   and not exists (select 1 from x_responsable_candidat o
                                    where (o.id = c.id) <> (o.aaf_id = c.aaf_id))
                """);
    }
}
