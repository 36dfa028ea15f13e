-- A person whom the directory knows twice (teacher and parent, two académies, a duplicate) has one account: the others
-- have joined it. A joined login still opens the door, with the password of the account it has joined.
alter table comptes.compte add column rejoint_id uuid references comptes.compte,
                           add column rejoint_le timestamptz;
create index on comptes.compte (rejoint_id) where rejoint_id is not null;

-- Codes that let a person come in for the first time, or again after losing their access. Several may be in force: a
-- sheet printed twice never voids the first; the first one used voids the others.
create table comptes.code (
    id uuid primary key default uuidv7(),
    compte_id uuid not null references comptes.compte,
    empreinte bytea unique,           -- SHA-256 of sixty random bits; null for a pupil
    mot_de_passe text,                -- Argon2id of a pupil's two words and two digits; null for others
    remis_par uuid,                   -- account of who handed it
    created_at timestamptz not null default now(),
    expire_le timestamptz not null,
    utilise_le timestamptz,
    annule_le timestamptz,
    check ((empreinte is null) <> (mot_de_passe is null))
);
create index on comptes.code (compte_id);
create index on comptes.code (expire_le);
