-- What happened, for whom, and when it reaches them. A room deposits; at the hour of each school a node delivers: one
-- line a person in the bell, and with it, in the same transaction, what leaves by mail or to a device.
create table notifications.depot (
    id uuid primary key default uuidv7(),
    sorte text not null,                    -- kind, declared by the module that deposits
    chose uuid not null,                    -- the thing itself, in that module
    pour text not null,                     -- annuaire.Public, by their codes, parted by a space; asked of the directory at delivery
    adresse text not null check (adresse like '/%' and length(adresse) <= 200),
    titre text not null check (length(titre) <= 160),      -- shown to its readers in the bell, nowhere else
    auteur_id uuid,                         -- null: the house itself
    urgence text check (length(urgence) <= 300),           -- why it did not wait for delivery hours
    depose_le timestamptz not null,
    annule_le timestamptz
);
-- A thing is told once, however often it is deposited.
create unique index on notifications.depot (sorte, chose) where annule_le is null;
create index on notifications.depot (auteur_id) where auteur_id is not null;
create index on notifications.depot (depose_le);

-- Whom a deposit names one by one, so that they can be forgotten.
create table notifications.depot_personne (
    personne_id uuid not null,
    depot_id uuid not null references notifications.depot on delete cascade,
    primary key (personne_id, depot_id)
);
create index on notifications.depot_personne (depot_id);

-- When a deposit reaches the people of a school: each has its own hours.
create table notifications.remise (
    ecole_id uuid not null,                 -- nil: people named wherever they are
    depot_id uuid not null references notifications.depot on delete cascade,
    due_le timestamptz not null,
    livree_le timestamptz,
    annulee_le timestamptz,
    primary key (ecole_id, depot_id)
);
create index on notifications.remise (due_le, depot_id) where livree_le is null and annulee_le is null;
create index on notifications.remise (depot_id);

-- One line of one person's bell. However many numbers the directory knows them under, an account has one.
create table notifications.ligne (
    id uuid primary key default uuidv7(),
    depot_id uuid not null references notifications.depot on delete cascade,
    ecole_id uuid not null,
    compte_id uuid not null,
    personne_id uuid not null,
    nee_le timestamptz not null,
    lue_le timestamptz,
    retiree_le timestamptz,                 -- cancelled before it was read
    unique (depot_id, compte_id)
);
create index on notifications.ligne (compte_id, nee_le, id);
create index on notifications.ligne (compte_id) where lue_le is null and retiree_le is null;
create index on notifications.ligne (personne_id);
create index on notifications.ligne using brin (nee_le);

-- Nodes remember how many lines an account has not read: they hear, once it is committed, of whom this has changed.
create function notifications.annonce() returns trigger language plpgsql as $$
begin
    perform pg_notify('notifications', string_agg(c.compte_id::text, ' '))
       from (select q.compte_id, (row_number() over (order by q.compte_id) - 1) / 200 as paquet
               from (select distinct compte_id from changees) q) c
      group by c.paquet;
    return null;
end $$;
create trigger annonce_ajout after insert on notifications.ligne referencing new table as changees
    for each statement execute function notifications.annonce();
create trigger annonce_change after update on notifications.ligne referencing new table as changees
    for each statement execute function notifications.annonce();
create trigger annonce_retrait after delete on notifications.ligne referencing old table as changees
    for each statement execute function notifications.annonce();

-- Whoever delivers wakes up when there is something to deliver, or to send to a device.
create function notifications.reveil() returns trigger language plpgsql as $$
begin
    perform pg_notify('remises', '');
    return null;
end $$;
create trigger reveil after insert or update of due_le on notifications.remise
    for each statement execute function notifications.reveil();

-- Where an account wants its mail. The one-time link that proves it is kept as its print alone.
create table notifications.adresse (
    id uuid primary key default uuidv7(),
    compte_id uuid not null,
    personne_id uuid not null,
    courriel text not null check (length(courriel) <= 254),
    empreinte bytea unique,                 -- SHA-256 of the link; null once used
    created_at timestamptz not null,
    expire_le timestamptz not null,         -- of the link
    verifiee_le timestamptz,
    finie_le timestamptz,
    motif text check (motif in ('REMPLACEE', 'RETIREE', 'DESABONNEE', 'REFUSEE')),
    check ((finie_le is null) = (motif is null))
);
create unique index on notifications.adresse (compte_id) where finie_le is null and verifiee_le is not null;
create unique index on notifications.adresse (compte_id) where finie_le is null and verifiee_le is null;
create index on notifications.adresse (compte_id, created_at);
create index on notifications.adresse (personne_id);
create index on notifications.adresse (finie_le) where motif = 'REFUSEE';

create view notifications.refusee as
select a.personne_id, max(a.finie_le) as depuis
  from notifications.adresse a
 where a.motif = 'REFUSEE'
   and not exists (select 1 from notifications.adresse b
                    where b.compte_id = a.compte_id and b.created_at > a.created_at and b.verifiee_le is not null)
 group by a.personne_id;
comment on view notifications.refusee is 'publiée: people whose mail comes back, and since when; never the address';

-- What someone wants of a kind, where they have said so.
create table notifications.preference (
    compte_id uuid not null,
    sorte text not null,
    personne_id uuid not null,
    cadence text not null check (cadence in ('TOUT_DE_SUITE', 'RESUME', 'JAMAIS')),
    appareils boolean not null,
    dite_le timestamptz not null,
    primary key (compte_id, sorte)
);
create index on notifications.preference (personne_id);

-- The one summary of a day, of everything that an account is told across children and schools.
create table notifications.resume (
    compte_id uuid primary key,
    personne_id uuid not null,
    heure smallint not null check (heure between 6 and 21),
    depuis timestamptz not null,            -- what came before was in an earlier one
    prochain_le timestamptz not null
);
create index on notifications.resume (prochain_le);
create index on notifications.resume (personne_id);

-- A device that someone lets the ENT ring (Push API): where its service is written to, and with which keys nobody but
-- the device reads.
create table notifications.abonnement (
    id uuid primary key default uuidv7(),
    compte_id uuid not null,
    personne_id uuid not null,
    adresse text not null check (length(adresse) <= 1000),
    cle bytea not null,                     -- p256dh: a point of P-256, 65 bytes
    secret bytea not null,                  -- auth: 16 bytes
    nom text not null check (length(nom) <= 60),
    abonne_le timestamptz not null,
    ferme_le timestamptz                    -- taken back, or gone for its service (404, 410)
);
create unique index on notifications.abonnement (adresse) where ferme_le is null;
create index on notifications.abonnement (compte_id) where ferme_le is null;
create index on notifications.abonnement (personne_id);

-- What is to ring on a device, until its service has taken it.
create table notifications.envoi (
    id uuid primary key default uuidv7(),
    abonnement_id uuid not null references notifications.abonnement on delete cascade,
    depot_id uuid not null references notifications.depot on delete cascade,
    essais int not null default 0,
    prochain_le timestamptz not null,
    fini_le timestamptz,                    -- taken, or given up
    unique (depot_id, abonnement_id)
);
create index on notifications.envoi (prochain_le) where fini_le is null;
create index on notifications.envoi (abonnement_id);
create trigger reveil after insert on notifications.envoi for each statement execute function notifications.reveil();

-- The pair by which push services know this installation (VAPID, RFC 8292), made once. The private key is sealed with
-- the installation's secret, which is not in the database.
create table notifications.cle_vapid (
    seule boolean primary key default true check (seule),
    publique bytea not null,
    scellee bytea not null,
    faite_le timestamptz not null
);
