create table comptes.compte (
    id uuid primary key default uuidv7(),
    personne_id uuid not null unique,       -- a person of the directory
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL', 'AGENT')),
    login text not null unique,             -- born once, never recomputed
    mot_de_passe text,                      -- Argon2id, encoded; null: not activated yet
    active_le timestamptz,
    created_at timestamptz not null default now()
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

-- Wrong sign-ins, by what was tried and by where from (both hashed), for the brake that all nodes share.
create table comptes.essai (
    cle bytea primary key,
    echecs int not null,
    dernier_le timestamptz not null
);
create index on comptes.essai (dernier_le);

-- The one-click sign-ins of a demonstration base; empty everywhere else.
create table comptes.entree_demonstration (
    compte_id uuid primary key references comptes.compte,
    groupe text not null,
    nom text not null,
    montre text not null,
    ordre int not null
);
