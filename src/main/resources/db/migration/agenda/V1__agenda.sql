-- What a class or a school has to come. An event is what is said and whom it is for; a séance is a day, or some days in a
-- row, on which it takes place: a weekly one has as many as it has weeks. What is cancelled stays, dated, until its day
-- is past.

create table agenda.evenement (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    auteur_id uuid,                   -- member of staff; null once forgotten
    annee int not null,               -- of the rentrée that opens the school year of its last day: its term counts from there
    jour date not null,               -- day on which it was written, in Paris
    empreinte bytea not null,         -- of what was sent: the same form twice in a day is one
    genre text not null,
    titre text not null,
    texte text not null,              -- plain, a few lines, perhaps empty
    lieu text not null,
    version int not null default 1,   -- moves with each change: two tabs never overwrite one another
    publie_le timestamptz not null,
    change_le timestamptz not null,
    masque_le timestamptz,            -- kept from its readers since, while a report about it is judged, or because it was
    retire_le timestamptz,            -- taken away for good after a report
    mots tsvector generated always as (redaction.mots(titre || ' ' || lieu || ' ' || texte)) stored
);
create index on agenda.evenement (ecole_id, annee);
create index on agenda.evenement (auteur_id);
create index on agenda.evenement using gin (mots);
create unique index on agenda.evenement (ecole_id, auteur_id, jour, empreinte) where retire_le is null;

create table agenda.seance (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    evenement_id uuid not null references agenda.evenement on delete cascade,
    jour date not null,
    dernier date not null check (dernier >= jour and dernier < jour + 32),
    debut time,                       -- in Paris; null: the whole day
    fin time check (fin > debut),
    numero int not null default 0,    -- SEQUENCE of RFC 5545: moves with each change
    change_le timestamptz not null,
    annulee_le timestamptz
);
create index on agenda.seance (ecole_id, jour);
create index on agenda.seance (evenement_id, jour);

create table agenda.destination (
    ecole_id uuid not null,
    cle text not null,                -- docs/adr/0028
    evenement_id uuid not null references agenda.evenement on delete cascade,
    primary key (ecole_id, cle, evenement_id)
);
create index on agenda.destination (evenement_id);
create index on agenda.destination (cle);

-- Whom a school lets see the birthdays of a class. Without a row: nobody.
create table agenda.anniversaires (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    pour text not null,
    decide_le timestamptz not null,
    remplace_le timestamptz
);
create unique index on agenda.anniversaires (ecole_id) where remplace_le is null;

-- A private address where a calendar program reads what its holder may see. Of the secret only a print is kept.
create table agenda.abonnement (
    id uuid primary key default uuidv7(),
    compte_id uuid not null,
    personne_id uuid not null,        -- the role that it is for
    nom text not null,                -- of the device, as its holder calls it
    empreinte bytea not null unique,
    cree_le timestamptz not null,
    servi_le timestamptz,             -- the last time
    heure_le timestamptz,             -- hour in which it was last asked for, and how many times there
    fois int not null default 0,
    retire_le timestamptz
);
create index on agenda.abonnement (compte_id, cree_le);
create index on agenda.abonnement (personne_id);
create unique index on agenda.abonnement (compte_id, personne_id, lower(nom)) where retire_le is null;
