-- What a head entrusts to somebody from a day to a day, both included. It ends by itself: whoever asks gives the day.
create table comptes.delegation (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    genre text not null check (genre in ('INTERIM', 'GUICHET', 'PARENT_ELU')),
    personne_id uuid not null,
    du date not null,
    au date not null,
    donnee_le timestamptz not null,
    donnee_par uuid,                        -- a person of the directory; null: forgotten
    ouverte_le timestamptz,                 -- INTERIM: the function that it opens is open
    finie_le timestamptz,                   -- its last day is over, or it was ended before
    finie_par uuid,                         -- null: by itself, or forgotten
    check (au >= du)
);
-- One at a time.
create unique index on comptes.delegation (ecole_id, genre, personne_id) where finie_le is null;
create index on comptes.delegation (personne_id);
create index on comptes.delegation (donnee_par) where donnee_par is not null;
create index on comptes.delegation (finie_par) where finie_par is not null;
create index on comptes.delegation (du) where finie_le is null;
create index on comptes.delegation (finie_le);

-- Who gives accesses again at the desk of a school, in its head's place, as long as they are of its team.
create function comptes.au_guichet(jour date) returns table (ecole_id uuid, personne_id uuid)
    language sql stable parallel safe as $$
select d.ecole_id, d.personne_id
  from comptes.delegation d
  join annuaire.equipe e on e.ecole_id = d.ecole_id and e.personne_id = d.personne_id
 where d.genre = 'GUICHET' and d.finie_le is null and jour between d.du and d.au
$$;
