-- Notes from a school to families. What is said stands in a version, whom it is for in keys, who has read it in a row
-- for each person. Nothing is told before its instant of delivery.

create table liaison.mot (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    auteur_id uuid,                   -- member of staff; null once forgotten
    annee int not null,               -- of the rentrée that opens the school year: its term counts from there
    jour date not null,               -- day on which it was written, in Paris
    empreinte bytea not null,         -- of whom it is for and what it says: the same note twice in a day is one
    publie_le timestamptz not null,
    visible_le timestamptz not null check (visible_le >= publie_le),
    retire_le timestamptz
);
create index on liaison.mot (ecole_id, visible_le desc, id desc);
create index on liaison.mot (auteur_id, visible_le desc);
create unique index on liaison.mot (ecole_id, auteur_id, jour, empreinte) where retire_le is null;

-- The first one, then each correction. Readers have the last one that is visible.
create table liaison.version (
    ecole_id uuid not null,
    mot_id uuid not null references liaison.mot on delete cascade,
    numero int not null,              -- 1, 2, …
    titre text not null,
    texte text not null,              -- redaction.TexteRiche
    auteur_id uuid,
    ecrite_le timestamptz not null,
    visible_le timestamptz not null,
    mots tsvector generated always as (redaction.mots(titre || ' ' || texte)) stored,
    primary key (mot_id, numero)
);
create index on liaison.version using gin (mots);
create index on liaison.version (ecole_id, mot_id);
create index on liaison.version (auteur_id);

create table liaison.destination (
    ecole_id uuid not null,
    cle text not null,                -- docs/adr/0028
    mot_id uuid not null references liaison.mot on delete cascade,
    primary key (ecole_id, cle, mot_id)
);
create index on liaison.destination (mot_id);
create index on liaison.destination (cle);

-- Who has opened which version, and when they did first.
create table liaison.lecture (
    ecole_id uuid not null,
    mot_id uuid not null references liaison.mot on delete cascade,
    numero int not null,
    personne_id uuid not null,
    principale boolean not null,      -- false: another entry of the directory for the same reader, who counts once
    lu_le timestamptz not null,
    primary key (mot_id, personne_id, numero)
);
create index on liaison.lecture (ecole_id, mot_id);
create index on liaison.lecture (personne_id);

-- Kept from its readers while a report about it is judged, or because it was.
create table liaison.masque (
    ecole_id uuid not null,
    mot_id uuid not null references liaison.mot on delete cascade,
    depuis timestamptz not null,
    fini_le timestamptz,
    primary key (mot_id, depuis)
);
create unique index on liaison.masque (mot_id) where fini_le is null;
create index on liaison.masque (ecole_id, mot_id);
