-- What the public annuaire de l'éducation (data.education.gouv.fr, Licence Ouverte 2.0) says of each public school, as
-- it was last read: before any feed it makes the schools; afterwards what the feed says otherwise is listed beside it
-- (docs/adr/0069-the-public-annuaire-and-the-feed.md). It names nobody.
create table annuaire.officielle (
    uai text primary key,
    academie text not null,
    nom text not null,
    commune_insee text,
    siret text,
    circonscription_uai text,
    nature text,                      -- 101 maternelle, 151 élémentaire or primaire, 103, 153, 162
    rpi text,                         -- code of a dispersed RPI
    rpi_concentre boolean not null default false,
    latitude double precision,
    longitude double precision,
    ouverte boolean not null,
    maj_le date,
    lue_le timestamptz not null
);
create index on annuaire.officielle (academie);
create index on annuaire.officielle (commune_insee);

create view annuaire.coordonnees as
select s.id as ecole_id, f.latitude, f.longitude
  from annuaire.officielle f join annuaire.structure s on s.uai = f.uai and s.genre = 'ECOLE'
 where f.latitude is not null and f.longitude is not null;
comment on view annuaire.coordonnees is 'publiée: where a school stands on a map, when the public annuaire says it';
