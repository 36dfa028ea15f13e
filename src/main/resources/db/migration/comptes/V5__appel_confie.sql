-- The roll may be entrusted too (docs/adr/0084): to one of the team, for some days.
alter table comptes.delegation drop constraint delegation_genre_check;
alter table comptes.delegation add constraint delegation_genre_check
    check (genre in ('INTERIM', 'GUICHET', 'APPEL', 'PARENT_ELU'));

create function comptes.appel_confie(jour date) returns table (ecole_id uuid, personne_id uuid)
    language sql stable parallel safe as $$
select d.ecole_id, d.personne_id from comptes.delegation d
 where d.genre = 'APPEL' and d.finie_le is null and jour between d.du and d.au
$$;
comment on function comptes.appel_confie is
    'publiée: to whom the head of a school has entrusted its rolls that day; whether they are of its team is for who asks';

-- A home remembers where somebody calls rolls (docs/adr/0077).
select socle.fait_annoncer('comptes.delegation', 'select ''absences.'' || ecole_id from t where genre = ''APPEL''');
