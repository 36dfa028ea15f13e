-- Published to module comptes (read-only), narrower than annuaire.famille so that a home reads its class only, by
-- indexes: pupils of a class who are here, and guardians in force who may have an account.
create view annuaire.inscrit as
select ec.classe_id, ec.eleve_id
  from annuaire.eleve_classe ec
  join annuaire.eleve e on e.id = ec.eleve_id and e.suspendu_le is null;

create view annuaire.garde as
select a.eleve_id, a.responsable_id as personne_id
  from annuaire.autorite a
  join annuaire.responsable r on r.id = a.responsable_id and r.suspendu_le is null and lower(r.prenom) <> 'organisme';
