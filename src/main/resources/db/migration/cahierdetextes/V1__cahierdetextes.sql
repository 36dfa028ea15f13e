-- What a class did, and what its pupils have to do, by day and subject. Whom it is for stands in keys; what a pupil has
-- done, in a row that ends when they take the tick away; what they hand back, and what they get in return, in rows of
-- their own. Nothing here is a mark.

-- One a class, which is a class of one year: it is still named once the class is over.
create table cahierdetextes.cahier (
    classe_id uuid primary key,
    ecole_id uuid not null,
    annee int not null,               -- of the rentrée: the term of all that is in it counts from there
    libelle text not null,
    niveaux text[] not null,
    ouvert_le timestamptz not null
);
create index on cahierdetextes.cahier (ecole_id, annee);

create table cahierdetextes.travail (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null references cahierdetextes.cahier on delete cascade,
    nature text not null check (nature in ('EN_CLASSE', 'A_FAIRE')),
    jour date not null,               -- on which it was done, for which it is to do
    matiere text not null,
    niveau text,                      -- of a class of several levels; null: whatever the level
    texte text not null,
    lien text not null,               -- an address of the web, empty where there is none
    minutes int not null check (minutes between 0 and 180), -- 0: not said
    empreinte bytea not null,         -- of whom it is for and what it says: the same twice for a day is one
    numero int not null,              -- 1, 2, … of its version: who writes on an older one overwrites nobody
    serie_id uuid,                    -- shared by those that come back each week
    auteur_id uuid,                   -- who wrote it last; null once forgotten
    publie_le timestamptz not null,
    ecrit_le timestamptz not null,
    retire_le timestamptz,
    masque_le timestamptz,            -- kept from its readers since, while a report about it is judged, or because it was
    annonce_id uuid,                  -- of the news that tells families, shared by what was given that day
    annonce_le timestamptz,
    mots tsvector generated always as (redaction.mots(matiere || ' ' || texte)) stored
);
create index on cahierdetextes.travail (ecole_id, classe_id, jour);
create index on cahierdetextes.travail (classe_id, jour);
create index on cahierdetextes.travail (auteur_id);
create index on cahierdetextes.travail (serie_id);
create index on cahierdetextes.travail (annonce_id);
create index on cahierdetextes.travail using gin (mots);
create unique index on cahierdetextes.travail (classe_id, jour, empreinte) where retire_le is null;

-- The day stands here too: a year of work is behind the key of a class, and a page shows a week.
create table cahierdetextes.destination (
    ecole_id uuid not null,
    cle text not null,                -- docs/adr/0028
    jour date not null,
    travail_id uuid not null references cahierdetextes.travail on delete cascade,
    primary key (ecole_id, cle, jour, travail_id)
);
create index on cahierdetextes.destination (travail_id);
create index on cahierdetextes.destination (cle);

create table cahierdetextes.coche (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    travail_id uuid not null references cahierdetextes.travail on delete cascade,
    eleve_id uuid not null,
    faite_le timestamptz not null,
    defaite_le timestamptz
);
create unique index on cahierdetextes.coche (travail_id, eleve_id) where defaite_le is null;
create index on cahierdetextes.coche (ecole_id, travail_id);
create index on cahierdetextes.coche (eleve_id);

-- What a pupil hands back: words, with what documents keeps of photos and sounds. Another one takes its place.
create table cahierdetextes.remise (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    travail_id uuid not null references cahierdetextes.travail on delete cascade,
    eleve_id uuid not null,
    texte text not null,
    rendue_le timestamptz not null,
    remplacee_le timestamptz,         -- by another, taken back by the pupil, or taken away after a report
    masquee_le timestamptz            -- kept from its readers since, while a report about it is judged, or because it was
);
create unique index on cahierdetextes.remise (travail_id, eleve_id) where remplacee_le is null;
create index on cahierdetextes.remise (ecole_id, travail_id);
create index on cahierdetextes.remise (eleve_id);

-- A stamp, a word, or both, from who teaches the class; another takes its place.
create table cahierdetextes.retour (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    remise_id uuid not null references cahierdetextes.remise on delete cascade,
    tampon text not null,
    mot text not null,
    auteur_id uuid,
    donne_le timestamptz not null,
    remplace_le timestamptz
);
create unique index on cahierdetextes.retour (remise_id) where remplace_le is null;
create index on cahierdetextes.retour (ecole_id, remise_id);
create index on cahierdetextes.retour (auteur_id);
