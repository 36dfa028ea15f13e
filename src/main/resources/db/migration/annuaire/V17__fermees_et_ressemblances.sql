-- A school that was never opened is not a closed one.
create view annuaire.fermee as
select distinct on (o.structure_id) o.structure_id as ecole_id, o.fermee_le, o.motif
  from annuaire.ouverture o
 where not exists (select 1 from annuaire.ouverte k where k.ecole_id = o.structure_id)
 order by o.structure_id, o.fermee_le desc;
comment on view annuaire.fermee is 'publiée: schools that were open and are no more, since when and why';

-- Sheets that look like one person's, as they were found the night before, school by school: the region's list. The
-- page of a school looks again; what was decided meanwhile is left out when it is read.
create table annuaire.ressemblance (
    ecole_id uuid not null,
    academie text not null,
    uai text not null,                -- '' where the school has none
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL')),
    un uuid not null,
    autre uuid not null,
    signes text[] not null,           -- in what they are alike
    vue_le timestamptz not null,
    primary key (ecole_id, un, autre)
);
create index on annuaire.ressemblance (academie, uai, un, autre);
create index on annuaire.ressemblance (un);
create index on annuaire.ressemblance (autre);

-- A file of the public annuaire that was given on the screen: what it would do is shown before it is done. It names
-- nobody. The file goes once it is taken or thrown away, or after a day; what it did is told for a month.
create table annuaire.officielle_recue (
    id uuid primary key,
    contenu bytea,                    -- null: taken, thrown away, or too old
    apercu jsonb not null,
    recue_le timestamptz not null,
    appliquee_le timestamptz
);
