create table comptes.compte (
    id uuid primary key default uuidv7(),
    personne_id uuid not null unique,       -- a person of the directory
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL', 'AGENT')),
    login text not null unique,             -- born once, never recomputed: racine, then rang from 2 on
    racine text not null,                   -- 'jeanne.bastide'
    rang int not null,                      -- 1, 2, 3… among those of the same racine
    mot_de_passe text,                      -- Argon2id, encoded; null: not activated yet
    active_le timestamptz,
    created_at timestamptz not null default now(),
    unique (racine, rang)
);

-- Sessions: the id is never stored, only its SHA-256.
create table comptes.session (
    id_empreinte bytea primary key,
    compte_id uuid,                         -- null: nobody signed in
    contenu jsonb not null default '{}',
    created_at timestamptz not null,
    vue_le timestamptz not null,            -- written at most once a minute
    expire_le timestamptz not null
);
create index on comptes.session (compte_id);
create index on comptes.session (expire_le);

-- One-time links (first password of an administrator): the token is never stored, only its SHA-256.
create table comptes.lien_unique (
    empreinte bytea primary key,
    compte_id uuid not null references comptes.compte,
    created_at timestamptz not null default now(),
    expire_le timestamptz not null,
    utilise_le timestamptz
);

-- Wrong sign-ins by login and address together, by login, by address (all hashed), for the brake that all nodes share.
create table comptes.essai (
    cle bytea primary key,
    echecs int not null,
    dernier_le timestamptz not null,
    reussi_le timestamptz,                  -- login and address together: somebody signed in from there
    compte_id uuid                          -- with reussi_le, so that forgetting an account forgets its places
);
create index on comptes.essai (dernier_le);
create index on comptes.essai (compte_id) where compte_id is not null;

-- The one-click sign-ins of a demonstration base; empty everywhere else.
create table comptes.entree_demonstration (
    compte_id uuid primary key references comptes.compte,
    groupe text not null,
    nom text not null,
    montre text not null,
    ordre int not null
);
