-- What an agent is, where the profile says too little: conseillers pédagogiques come in as the ERUN do, the DSDEN's
-- people as inspectors.
alter table annuaire.agent add column fonction text check (fonction in ('CONSEILLER', 'DSDEN'));

-- Schools that an agent of the académie follows beside those of their circonscription: dated rows that end.
create table annuaire.perimetre (
    id uuid primary key default uuidv7(),
    agent_id uuid not null,
    genre text not null check (genre in ('CIRCONSCRIPTION', 'DEPARTEMENT', 'ACADEMIE', 'REGION')),
    cible text not null,              -- id of a structure, '011', '11', ''
    depuis date not null,
    fini_le date,                     -- first day without; null: in force
    check (fini_le >= depuis)
);
create index on annuaire.perimetre (agent_id);
create unique index on annuaire.perimetre (agent_id, genre, cible) where fini_le is null;

-- Those of the académie alone: whoever is of a commune follows its schools by it.
create function annuaire.suivie(jour date) returns table (agent_id uuid, ecole_id uuid)
    language sql stable parallel safe as $$
select a.id, s.id
  from annuaire.agent a
  join annuaire.structure s on s.circonscription_id = a.circonscription_id and s.genre = 'ECOLE'
 where a.profil in ('IEN', 'ERUN') and (a.fin is null or a.fin >= jour)
union
select p.agent_id, s.id
  from annuaire.perimetre p
  join annuaire.agent a on a.id = p.agent_id and (a.fin is null or a.fin >= jour)
  join annuaire.structure s on s.genre = 'ECOLE'
  left join annuaire.commune c on c.insee = s.commune_insee
 where p.depuis <= jour and (p.fini_le is null or p.fini_le > jour)
   and case p.genre when 'CIRCONSCRIPTION' then s.circonscription_id::text = p.cible
                    when 'DEPARTEMENT' then c.departement = p.cible
                    when 'ACADEMIE' then s.academie = p.cible
                    else true end
$$;
comment on function annuaire.suivie is 'publiée: schools, open or not, that an agent of the académie follows that day';

-- How many people of a school the feed says something to mend about: no pupil stands in it.
create view annuaire.alerte as
select structure_id as ecole_id, count(distinct personne_id) as personnes from annuaire.signalement group by structure_id;
comment on view annuaire.alerte is 'publiée: how many people of a school the feed says something to mend about';
