-- The things of a school that several want at the same hour, and who has which of them when. The database itself keeps
-- two from having the same one at once: whatever the page, the node or the thread.
create extension if not exists btree_gist with schema reservations;

create table reservations.chose (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    sorte text not null,
    nom text not null,
    nombre int not null check (nombre between 1 and 60),   -- how many there are, each reserved by itself
    pour text not null,                                     -- who may: the team, or the head alone
    ouvre time not null,
    ferme time not null check (ferme > ouvre),
    cree_le timestamptz not null,
    retire_le timestamptz
);
create index on reservations.chose (ecole_id);
create unique index on reservations.chose (ecole_id, lower(nom)) where retire_le is null;

create table reservations.reservation (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    chose_id uuid not null references reservations.chose,
    exemplaire int not null,          -- which one of them, from 1 on
    moment tsrange not null check (not isempty(moment)),    -- in Paris, where schools are
    personne_id uuid,                 -- who has it; null once forgotten
    classe_id uuid,                   -- for which class, if for one
    motif text not null,
    serie_id uuid not null,           -- those of one gesture: a weekly one
    faite_le timestamptz not null,
    annulee_le timestamptz,
    constraint jamais_deux exclude using gist (chose_id with =, exemplaire with =, moment with &&)
        where (annulee_le is null)
);
create index on reservations.reservation (ecole_id, chose_id, lower(moment));
create index on reservations.reservation (personne_id, lower(moment));
create index on reservations.reservation (serie_id);
