-- The school's time. Nobody stands in these tables: who has set what is in the journal. What is replaced stays, dated.

-- Holidays of a zone (A, B, C), as the ministry publishes them.
create table calendrier.vacances (
    id uuid primary key default uuidv7(),
    zone text not null check (zone in ('A', 'B', 'C')),
    annee int not null,               -- of the rentrée that opens the school year: 2026
    nom text not null,
    debut date not null,              -- first day without class
    reprise date,                     -- first day of class again; null: not published yet, at least until 31 August
    source text not null check (source in ('LIVREE', 'IMPORTEE', 'SAISIE')),
    created_at timestamptz not null,
    remplacee_le timestamptz,         -- by others of the same zone and year
    check (reprise > debut)
);
create index on calendrier.vacances (zone, debut) where remplacee_le is null;

-- A day, or one of its halves, that a school does not do as its week and the zone say: a bridge, a day made up.
create table calendrier.jour_local (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    jour date not null,
    moment text check (moment in ('MATIN', 'APRES_MIDI')),   -- null: the whole day
    classe boolean not null,          -- whether there is class
    motif text not null,              -- families read it
    created_at timestamptz not null,
    retire_le timestamptz
);
create unique index on calendrier.jour_local (ecole_id, jour, coalesce(moment, '')) where retire_le is null;

-- The week from a day on: of a school, else of its commune, else of the region (neither of the two).
create table calendrier.semaine (
    id uuid primary key default uuidv7(),
    ecole_id uuid,
    commune text,                     -- INSEE code
    effet date not null,              -- first day on which it holds
    created_at timestamptz not null,
    remplacee_le timestamptz,         -- by another of the same day
    check (ecole_id is null or commune is null)
);
create unique index on calendrier.semaine (ecole_id, effet) where ecole_id is not null and remplacee_le is null;
create unique index on calendrier.semaine (commune, effet) where commune is not null and remplacee_le is null;
create unique index on calendrier.semaine (effet)
    where ecole_id is null and commune is null and remplacee_le is null;

create table calendrier.creneau (
    semaine_id uuid not null references calendrier.semaine,
    jour smallint not null check (jour between 1 and 6),      -- 1: Monday
    moment text not null check (moment in ('MATIN', 'APRES_MIDI')),
    debut time not null,
    fin time not null check (fin > debut),
    primary key (semaine_id, jour, moment)
);

-- Delivery hours from a day on: of a school, else of the region.
create table calendrier.remise (
    id uuid primary key default uuidv7(),
    ecole_id uuid,
    effet date not null,
    ouvre time not null,
    ferme time not null check (ferme > ouvre),
    samedi time check (samedi > ouvre),  -- until when on Saturday; null: not on Saturday
    vacances boolean not null,           -- also during holidays
    feries boolean not null,             -- also on public holidays
    created_at timestamptz not null,
    remplacee_le timestamptz
);
create unique index on calendrier.remise (ecole_id, effet) where ecole_id is not null and remplacee_le is null;
create unique index on calendrier.remise (effet) where ecole_id is null and remplacee_le is null;

-- What holds until the region sets its own: eight half-days (24 hours), and nobody reached in the evening, on Saturday
-- afternoon, on Sunday, on public holidays, during holidays.
with semaine as (
    insert into calendrier.semaine (effet, created_at) values ('2000-09-01', '2000-09-01') returning id)
insert into calendrier.creneau (semaine_id, jour, moment, debut, fin)
select s.id, j, m.moment, m.debut, m.fin from semaine s
 cross join unnest(array[1, 2, 4, 5]) j
 cross join (values ('MATIN', time '08:30', time '11:30'), ('APRES_MIDI', time '13:30', time '16:30')) m (moment, debut, fin);
insert into calendrier.remise (effet, ouvre, ferme, samedi, vacances, feries, created_at)
values ('2000-09-01', '07:00', '20:00', '12:00', false, false, '2000-09-01');
