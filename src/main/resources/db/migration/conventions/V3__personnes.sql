-- Who asks to act for a commune; the region grants it or says why not.
create table conventions.demande (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    profil text not null check (profil in ('REFERENT_VILLE', 'MAIRE')),
    prenom text not null,
    nom text not null,
    fonction text not null,           -- « Secrétaire de mairie »
    courriel text not null,
    faite_le timestamptz not null,
    decidee_le timestamptz,
    accordee boolean,
    motif text not null default '',   -- of a refusal
    agent_id uuid,                    -- who it has become in the directory
    par_id uuid,
    check ((decidee_le is null) = (accordee is null))
);
create index on conventions.demande (commune_insee) where decidee_le is null;
create index on conventions.demande (agent_id);
create index on conventions.demande (par_id);

-- People of a commune as they were invited, replaced and removed: a row that ends.
create table conventions.personne (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    agent_id uuid not null,
    profil text not null,
    invitee_le timestamptz,           -- null: the region had entered them before
    invitee_par uuid,
    remplace_id uuid,                 -- agent whom they follow
    retiree_le timestamptz,
    retiree_par uuid,
    check (invitee_le is not null or retiree_le is not null)
);
create index on conventions.personne (commune_insee);
create index on conventions.personne (agent_id);
create index on conventions.personne (invitee_par);
create index on conventions.personne (remplace_id);
create index on conventions.personne (retiree_par);

-- What came from where without an account, as a print that leads to no address, for a day: it slows, and follows nobody.
create table conventions.passage (
    adresse bytea not null,
    passe_le timestamptz not null
);
create index on conventions.passage (adresse, passe_le);
