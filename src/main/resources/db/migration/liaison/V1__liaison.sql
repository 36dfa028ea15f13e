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
    retire_le timestamptz,
    genre text not null,              -- GenreDeMot, whose beans know which there are
    attendu text not null check (attendu in ('RIEN', 'SIGNATURE', 'OUI_NON', 'PROPRE')),
    repondants text not null check (repondants in ('CHACUN', 'UN')),
    avant date                        -- last day of the answers; null: none is said
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
    signatures text not null check (signatures in ('DEMANDEES', 'GARDEES')), -- of who had answered before it
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

-- What each guardian answers for each child, and what they had answered before: one row of each is in force. The
-- version tells what was signed.
create table liaison.reponse (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    mot_id uuid not null references liaison.mot on delete cascade,
    eleve_id uuid not null,
    personne_id uuid not null,        -- the guardian, as linked to this child
    numero int not null,              -- version that was read
    sens text not null check (sens in ('SIGNE', 'OUI', 'NON')),
    precision text not null,          -- a line to who wrote the mot; empty: none
    saisi_par uuid,                   -- member of staff who ticked it from paper; null: the guardian, or forgotten
    voie text not null check (voie in ('ENT', 'PAPIER')),
    fait_le timestamptz not null,
    fini_le timestamptz               -- answered otherwise since
);
create unique index on liaison.reponse (mot_id, eleve_id, personne_id) where fini_le is null;
create index on liaison.reponse (ecole_id, mot_id);
create index on liaison.reponse (personne_id);
create index on liaison.reponse (eleve_id);
create index on liaison.reponse (saisi_par) where saisi_par is not null;

-- Whom somebody reminded, at most once a day each.
create table liaison.relance (
    ecole_id uuid not null,
    mot_id uuid not null references liaison.mot on delete cascade,
    personne_id uuid not null,
    jour date not null,
    lot uuid not null,                -- the gesture: one piece of news
    auteur_id uuid,
    fait_le timestamptz not null,
    visible_le timestamptz not null,
    primary key (mot_id, personne_id, jour)
);
create index on liaison.relance (ecole_id, mot_id);
create index on liaison.relance (personne_id);
create index on liaison.relance (auteur_id) where auteur_id is not null;

-- Slips that went to paper, for whom and when.
create table liaison.talon (
    ecole_id uuid not null,
    mot_id uuid not null references liaison.mot on delete cascade,
    eleve_id uuid not null,
    personne_id uuid not null,
    imprime_le timestamptz not null,
    primary key (mot_id, eleve_id, personne_id)
);
create index on liaison.talon (ecole_id, mot_id);
create index on liaison.talon (eleve_id);
create index on liaison.talon (personne_id);

-- An outing, and what a family writes for that day alone: gone the day after it.
create table liaison.sortie (
    mot_id uuid primary key references liaison.mot on delete cascade,
    ecole_id uuid not null,
    jour date not null,
    depart time not null,
    retour time not null check (retour > depart),
    lieu text not null,
    apporter text not null,           -- empty: nothing
    prix text not null                -- in words; empty: nothing is said
);
create index on liaison.sortie (ecole_id, jour);
create index on liaison.sortie (jour);

create table liaison.precaution (
    ecole_id uuid not null,
    mot_id uuid not null references liaison.sortie on delete cascade,
    eleve_id uuid not null,
    personne_id uuid not null,        -- the guardian who wrote it
    allergies text not null,
    telephone text not null,
    ecrit_le timestamptz not null,
    primary key (mot_id, eleve_id, personne_id)
);
create index on liaison.precaution (ecole_id, mot_id);
create index on liaison.precaution (eleve_id);
create index on liaison.precaution (personne_id);

-- A project of images, and the ledger of who consents to it: they outlive the note that asked.
create table liaison.projet (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    mot_id uuid unique references liaison.mot on delete set null,
    cles text[] not null,             -- of the children whom it may show
    finalite text not null,
    supports text[] not null check (cardinality(supports) > 0),
    du date not null,
    au date not null check (au >= du),
    retire_le timestamptz
);
create index on liaison.projet (ecole_id, au);
create index on liaison.projet (au);

create table liaison.autorisation (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    projet_id uuid not null references liaison.projet on delete cascade,
    eleve_id uuid not null,
    personne_id uuid not null,
    sens text not null check (sens in ('OUI', 'NON')),
    voie text not null check (voie in ('ENT', 'PAPIER', 'RETRAIT')),
    saisi_par uuid,
    fait_le timestamptz not null,
    fini_le timestamptz
);
create unique index on liaison.autorisation (projet_id, eleve_id, personne_id) where fini_le is null;
create index on liaison.autorisation (ecole_id, eleve_id);
create index on liaison.autorisation (eleve_id);
create index on liaison.autorisation (personne_id);
create index on liaison.autorisation (saisi_par) where saisi_par is not null;

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
