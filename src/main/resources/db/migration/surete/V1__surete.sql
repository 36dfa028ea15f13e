-- What stops harm: accounts that were stolen, sending that is frozen, sendings that are held, and what was taken back.
-- Nothing of what people have written stands here but its evidence's number, which signalement keeps.

-- An account whose sending is stopped: it is said not to have been its holder who sent.
create table surete.arret (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,           -- whose head decides too; nil: the region alone
    compte_id uuid not null,
    personne_id uuid not null,        -- its holder
    depuis timestamptz not null,      -- what it has sent from then on is not its holder's
    par text not null check (par in ('TITULAIRE', 'DIRECTION', 'REGION')),
    par_id uuid,                      -- person who stopped it; null once forgotten
    motif text not null,
    arrete_le timestamptz not null,
    renouvele_le timestamptz,         -- its holder has chosen another password since
    retrait_le timestamptz,           -- what it had sent is to be taken back: asked
    retire_le timestamptz,            -- done
    fini_le timestamptz               -- when all can be sent again; may be to come
);
create unique index on surete.arret (compte_id) where fini_le is null;
create index on surete.arret (ecole_id, arrete_le desc);
create index on surete.arret (personne_id);
create index on surete.arret (par_id);
create index on surete.arret (retrait_le) where retire_le is null;

-- A whole profile, school or département whose sending is frozen.
create table surete.gel (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,           -- the school; nil: beyond one
    publics text[] not null,          -- annuaire.Public, by their codes
    lieu text not null,               -- where, in words
    motif text not null,              -- read by those whom it stops
    par_id uuid,
    pose_le timestamptz not null,
    fini_le timestamptz               -- when all can be sent again; may be to come
);
create index on surete.gel (ecole_id, pose_le desc);
create index on surete.gel (par_id);

-- What may be sent from when on, of an account or of those whom a freeze means: the last one that has begun holds.
create table surete.palier (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    arret_id uuid references surete.arret on delete cascade,
    gel_id uuid references surete.gel on delete cascade,
    palier text not null check (palier in ('RIEN', 'PEU', 'TOUT')),
    des_le timestamptz not null,
    par_id uuid,
    pose_le timestamptz not null,
    check ((arret_id is null) <> (gel_id is null))
);
create index on surete.palier (ecole_id);
create index on surete.palier (arret_id, des_le);
create index on surete.palier (gel_id, des_le);
create index on surete.palier (par_id);

-- How far what it had sent reached when it was stopped: from then on nobody reads it.
create table surete.portee (
    ecole_id uuid not null,
    arret_id uuid not null references surete.arret on delete cascade,
    genre text not null,              -- socle.contrats.Envois.genre
    envois int not null,
    personnes int not null,
    lecteurs int not null,
    primary key (arret_id, genre)
);
create index on surete.portee (ecole_id);

-- What was taken back of an account.
create table surete.retrait (
    ecole_id uuid not null,
    arret_id uuid not null references surete.arret on delete cascade,
    genre text not null,
    chose uuid not null,
    fait_le timestamptz not null,
    primary key (genre, chose, arret_id)
);
create index on surete.retrait (arret_id);
create index on surete.retrait (ecole_id, arret_id);

-- Who had read something of it, and is told so once it is taken back.
create table surete.lecteur (
    ecole_id uuid not null,
    arret_id uuid not null references surete.arret on delete cascade,
    personne_id uuid not null,
    lot uuid,                         -- the piece of news by which they are told; null: not yet
    primary key (arret_id, personne_id)
);
create index on surete.lecteur (ecole_id, arret_id);
create index on surete.lecteur (personne_id);
create index on surete.lecteur (lot);

-- A sending that waits: for some minutes, which its author may use to take it back, or for somebody to decide.
create table surete.sursis (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    compte_id uuid not null,
    auteur_id uuid not null,
    genre text not null,
    chose uuid not null,
    sorte text not null check (sorte in ('DELAI', 'DECISION')),
    personnes int not null,
    pose_le timestamptz not null,
    jusque timestamptz,               -- of a wait; null: until somebody decides
    decide_le timestamptz,
    sens text check (sens in ('PARTI', 'REFUSE', 'ANNULE')),
    motif text,                       -- of a refusal, read by its author
    par_id uuid,
    check ((decide_le is null) = (sens is null)),
    check ((sorte = 'DELAI') = (jusque is not null))
);
create unique index on surete.sursis (genre, chose);
create index on surete.sursis (ecole_id, pose_le desc);
create index on surete.sursis (auteur_id);
create index on surete.sursis (par_id);

-- Devices by which accounts have come in, each by a print of its mark.
create table surete.appareil (
    id uuid primary key default uuidv7(),
    compte_id uuid not null,
    personne_id uuid not null,
    empreinte bytea not null,
    premier boolean not null,         -- there was none before with which to compare it
    vu_le timestamptz not null,       -- the first time
    entre_le timestamptz not null,    -- the last time
    envoi_le timestamptz,             -- something has gone to many people from there
    unique (compte_id, empreinte)
);
create index on surete.appareil (personne_id);
create index on surete.appareil (entre_le);

-- What the region has set; what it has not is as the application has it.
create table surete.seuil (
    id uuid primary key default uuidv7(),
    cle text not null,
    valeur int not null,
    par_id uuid,
    pose_le timestamptz not null,
    remplace_le timestamptz
);
create unique index on surete.seuil (cle) where remplace_le is null;
create index on surete.seuil (par_id);

-- The contents of an account's sendings, asked for by one person of the region and granted by another.
create table surete.requisition (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,           -- nil: the region's
    compte_id uuid not null,          -- whose sendings
    personne_id uuid not null,
    genre text not null,
    du timestamptz not null,
    au timestamptz not null check (au > du),
    motif text not null,
    reference text not null,          -- of the judicial request
    demandee_compte uuid,             -- two accounts, not two roles of one; null once forgotten
    demandee_par uuid,
    demandee_le timestamptz not null,
    accordee_compte uuid check (accordee_compte <> demandee_compte),
    accordee_par uuid,
    accordee_le timestamptz,
    refusee_le timestamptz,
    check (accordee_le is null or refusee_le is null)
);
create index on surete.requisition (ecole_id, demandee_le desc);
create index on surete.requisition (personne_id);
create index on surete.requisition (demandee_par);
create index on surete.requisition (accordee_par);

-- Nodes keep in memory what is stopped: they hear, once it is committed, that it has changed.
create function surete.annonce() returns trigger language plpgsql as $$
begin
    perform pg_notify('surete', '');
    return null;
end $$;
create trigger annonce after insert or update or delete on surete.palier
    for each statement execute function surete.annonce();
create trigger annonce after update or delete on surete.arret
    for each statement execute function surete.annonce();
create trigger annonce after update or delete on surete.gel
    for each statement execute function surete.annonce();
create trigger annonce after insert or update or delete on surete.seuil
    for each statement execute function surete.annonce();
