-- How much the ENT is used. Nobody stands in these tables: counts by school, and for some days marks that lead to no
-- one.

-- Days keep their hours for a season, then a row tells the week: heure is -1, jour a Monday.
create table mesure.compteur (
    ecole_id uuid not null,           -- all zero: the whole region, where everyone counts once, with those of no school
    jour date not null,
    heure int not null check (heure between -1 and 23),
    profil text not null,             -- mesure.ProfilMesure
    service text not null,            -- socle.contrats.ServiceMesure.Service
    appareil text not null,           -- mesure.Appareil
    entrees bigint not null,          -- visits that began with it
    visites bigint not null,          -- visits in which this service was opened
    pages bigint not null,
    primary key (ecole_id, jour, heure, profil, service, appareil)
);
create index on mesure.compteur (jour);

-- A mark of sixteen bits for each account that came this week: prints of account and week under ent.secret, cut short.
-- Who came twice has one. Gone once the week is counted.
create table mesure.marque (
    semaine date not null,            -- a Monday
    ecole_id uuid not null,
    profil text not null,
    marque int not null,
    primary key (semaine, ecole_id, profil, marque)
);

create table mesure.semaine (
    ecole_id uuid not null,
    semaine date not null,
    profil text not null,
    venus int not null default 0,     -- accounts that came
    inscrits int not null default 0,  -- people whom the directory knew
    primary key (ecole_id, semaine, profil)
);
create index on mesure.semaine (semaine);
