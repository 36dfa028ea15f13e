-- Published to module comptes (read-only): who belongs to which class and school today, pupils and the guardians in
-- force (view autorite: no restriction, no suspension). classe_id is null for a pupil whom the feed puts in no class.
-- A body that answers for a child ("organisme") is nobody who signs in: it is left out.
create view annuaire.famille as
select e.structure_id as ecole_id, k.id as classe_id, e.id as eleve_id, e.niveau, e.id as personne_id, 'ELEVE' as nature
  from annuaire.eleve e
  left join (annuaire.eleve_classe ec join annuaire.classe k on k.id = ec.classe_id and k.archivee_le is null)
    on ec.eleve_id = e.id
 where e.suspendu_le is null
union all
select e.structure_id, k.id, e.id, e.niveau, r.id, 'RESPONSABLE'
  from annuaire.autorite a
  join annuaire.eleve e on e.id = a.eleve_id
  join annuaire.responsable r on r.id = a.responsable_id and r.suspendu_le is null
                             and lower(r.prenom) <> 'organisme'
  left join (annuaire.eleve_classe ec join annuaire.classe k on k.id = ec.classe_id and k.archivee_le is null)
    on ec.eleve_id = e.id;

-- Published to module comptes (read-only): who works where today.
create view annuaire.equipe as
select f.structure_id as ecole_id, p.id as personne_id, bool_or(f.directeur) as directeur
  from annuaire.fonction f
  join annuaire.personnel p on p.id = f.personnel_id and p.suspendu_le is null
 where f.code <> '-'
 group by f.structure_id, p.id;

-- Published to module comptes (read-only): who teaches which class today (both the link and the function count).
create view annuaire.enseigne as
select n.personnel_id, c.id as classe_id, c.structure_id as ecole_id
  from annuaire.enseignement n
  join annuaire.classe c on c.id = n.classe_id and c.archivee_le is null
  join annuaire.ouverture o on o.structure_id = c.structure_id and o.fermee_le is null
 where exists (select 1 from annuaire.fonction f
                where f.personnel_id = n.personnel_id and f.structure_id = c.structure_id and f.code <> '-');
