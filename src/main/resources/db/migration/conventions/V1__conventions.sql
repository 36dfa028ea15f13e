-- Conventions between communes and the région académique. Nothing is overwritten: parameters have versions, a
-- declaration is written again, what happens is a fact with its day and its author; where a convention stands is read
-- from them. Days are those of Paris, instants come from the application's clock, money is whole cents.

-- What the region says of a school year; the version in force when a convention was sent stays its own.
create table conventions.parametres (
    id uuid primary key default uuidv7(),
    annee int not null,               -- civil year of the rentrée
    version int not null,
    contenu jsonb not null,           -- conventions.regles.Parametres
    publie_le timestamptz not null,
    par_id uuid,                      -- agent; null: shipped, or forgotten
    unique (annee, version)
);
create index on conventions.parametres (par_id);

create table conventions.convention (
    id uuid primary key default uuidv7(),
    commune_insee text not null,      -- who pays
    annee int not null,
    rang int not null,                -- another one of the same year follows one that was ended
    numero text not null unique,      -- '2026-34135-1'
    cree_le timestamptz not null,
    unique (commune_insee, annee, rang)
);
create index on conventions.convention (annee, commune_insee);

-- The commune's side, as it says it; written again as often as it likes before it is sent.
create table conventions.declaration (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    convention_id uuid not null references conventions.convention,
    version int not null,
    genre text not null check (genre in ('COMMUNE', 'RPI', 'SYNDICAT', 'COMMUNAUTE')),
    denomination text not null,
    forme text not null,              -- legal form of an RPI; empty: none
    siret text not null,
    adresse text not null,
    signataire text not null,
    qualite text not null,
    contact text not null,
    courriel text not null,
    faite_le timestamptz not null,
    par_id uuid,
    unique (convention_id, version)
);
create index on conventions.declaration (par_id);

-- A list of the commune after it was signed.
create table conventions.avenant (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    convention_id uuid not null references conventions.convention,
    numero int not null,
    sorte text not null check (sorte in ('LISTE', 'RPI', 'ENTREE', 'SORTIE', 'COMMUNAUTE')),
    motif text not null,
    recu_le timestamptz not null,     -- sending it is receiving it
    par_id uuid,
    unique (convention_id, numero)
);
create index on conventions.avenant (par_id);

-- Schools of a list, as they were called then; liste_id is a declaration or an avenant.
create table conventions.inscription (
    commune_insee text not null,
    liste_id uuid not null,
    ecole_id uuid not null,
    uai text not null,
    type text not null check (type in ('E.M', 'E.E', 'E.P')),
    nom text not null,
    commune text not null,
    departement text not null,
    primary key (liste_id, ecole_id)
);
create index on conventions.inscription (ecole_id);

create table conventions.fait (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    convention_id uuid not null references conventions.convention,
    avenant_id uuid references conventions.avenant,
    sorte text not null check (sorte in ('TRANSMISE', 'RENVOYEE', 'SIGNEE_COMMUNE', 'SIGNEE_REGION', 'PREAVIS',
        'MISE_EN_DEMEURE', 'CONCILIATION', 'ACCORD', 'ECHEC', 'RESILIATION', 'RELANCE')),
    jour date not null,               -- that the document bears
    motif text not null default '',
    parametres_id uuid references conventions.parametres,  -- of TRANSMISE: what is in force for this convention
    fait_le timestamptz not null,
    par_id uuid
);
create index on conventions.fait (convention_id);
create index on conventions.fait (avenant_id);
create index on conventions.fait (par_id);

-- The commune's own act; the last one counts.
create table conventions.acte (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    convention_id uuid not null references conventions.convention,
    nature text not null check (nature in ('DELIBERATION', 'DECISION')),
    numero text not null,
    jour date not null,
    accuse text not null,             -- identifier of the prefecture's receipt; empty: not given
    recu_le date,
    affiche_le date,
    vote text not null,
    delegation text not null,
    delegation_du date,
    annee int not null,
    ecoles int not null,
    montant bigint not null,
    depose_le timestamptz not null,
    par_id uuid
);
create index on conventions.acte (convention_id);
create index on conventions.acte (par_id);

-- Opens a school without a convention, for a time, with a reason.
create table conventions.derogation (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    ecole_id uuid not null,
    du date not null,
    au date not null,
    motif text not null,
    accordee_le timestamptz not null,
    par_id uuid,
    check (au >= du)
);
create index on conventions.derogation (ecole_id);
create index on conventions.derogation (par_id);

-- Titres de perception, numbered in their civil year without gaps; a counter-entry is one of a negative amount.
create table conventions.compteur (
    exercice int primary key,
    dernier int not null
);
create table conventions.titre (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    convention_id uuid not null references conventions.convention,
    annee int not null,
    exercice int not null,
    numero int not null,
    annule_id uuid unique references conventions.titre,
    montant bigint not null,
    prix bigint not null,
    denomination text not null,
    siret text not null,
    uais text[] not null,
    motif text not null,
    emis_le timestamptz not null,
    par_id uuid,
    unique (exercice, numero),
    check ((annule_id is null) = (montant >= 0))
);
create index on conventions.titre (convention_id);
create index on conventions.titre (annee);
create index on conventions.titre (par_id);

-- As the accounting system says them; a line is known by its own reference, and read once.
create table conventions.paiement (
    id uuid primary key default uuidv7(),
    titre_id uuid references conventions.titre,   -- null: no titre has this number
    reference text not null unique,
    numero text not null,             -- of the titre, as the line says it
    montant bigint not null,
    jour date not null,
    lu_le timestamptz not null,
    par_id uuid
);
create index on conventions.paiement (titre_id);
create index on conventions.paiement (par_id);

create table conventions.contestation (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    titre_id uuid not null references conventions.titre,
    motif text not null,
    faite_le timestamptz not null,
    par_id uuid
);
create index on conventions.contestation (titre_id);
create index on conventions.contestation (par_id);

-- What was written stays: only who did it is taken out, when they are forgotten.
create function conventions.refuse_change() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'par_id' is distinct from to_jsonb(old) - 'par_id' or new.par_id is not null then
        raise exception 'conventions.% is never changed', tg_table_name;
    end if;
    return new;
end $$;
do $$
declare quoi text;
begin
    foreach quoi in array array['parametres', 'declaration', 'avenant', 'fait', 'acte', 'derogation', 'titre', 'paiement',
                                'contestation'] loop
        execute format('create trigger append_only before update on conventions.%I for each row
                        execute function conventions.refuse_change()', quoi);
    end loop;
end $$;

-- Where each convention stands: its last declaration, the days of what has happened since it was last given back, its
-- last act, its lists.
create view conventions.situation as
select c.id, c.commune_insee, c.annee, c.rang, c.numero, c.cree_le,
       d.id as declaration_id, d.genre, d.denomination, d.forme, d.siret, d.adresse, d.signataire, d.qualite, d.contact,
       d.courriel,
       f.transmise, f.commune, f.region, f.relance,
       coalesce(f.parametres_id, (select p.id from conventions.parametres p where p.annee = c.annee
                                   order by p.version desc limit 1)) as parametres_id,
       f.parametres_id is not null as fige,
       f.etapes,
       exists (select 1 from conventions.acte a where a.convention_id = c.id) as acte,
       (select jsonb_agg(jsonb_build_object('ecole', i.ecole_id, 'uai', i.uai, 'type', i.type, 'nom', i.nom,
                                            'commune', i.commune, 'departement', i.departement) order by i.uai)
          from conventions.inscription i where i.liste_id = d.id) as ecoles,
       (select jsonb_agg(jsonb_build_object('id', a.id, 'numero', a.numero, 'sorte', a.sorte, 'motif', a.motif,
                 'recuLe', to_char(a.recu_le at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                 'commune', (select max(x.jour) from conventions.fait x
                              where x.avenant_id = a.id and x.sorte = 'SIGNEE_COMMUNE'),
                 'region', (select max(x.jour) from conventions.fait x
                             where x.avenant_id = a.id and x.sorte = 'SIGNEE_REGION'),
                 'ecoles', (select jsonb_agg(jsonb_build_object('ecole', i.ecole_id, 'uai', i.uai, 'type', i.type,
                                   'nom', i.nom, 'commune', i.commune, 'departement', i.departement) order by i.uai)
                              from conventions.inscription i where i.liste_id = a.id)) order by a.numero)
          from conventions.avenant a where a.convention_id = c.id) as avenants
  from conventions.convention c
  join lateral (select * from conventions.declaration x where x.convention_id = c.id
                 order by x.version desc limit 1) d on true
  left join lateral (
       select max(x.jour) filter (where x.sorte = 'TRANSMISE') as transmise,
              max(x.jour) filter (where x.sorte = 'SIGNEE_COMMUNE') as commune,
              max(x.jour) filter (where x.sorte = 'SIGNEE_REGION') as region,
              max(x.jour) filter (where x.sorte = 'RELANCE') as relance,
              (array_agg(x.parametres_id order by x.id desc) filter (where x.sorte = 'TRANSMISE'))[1] as parametres_id,
              jsonb_object_agg(x.sorte, x.jour order by x.id) filter (where x.sorte in ('PREAVIS', 'MISE_EN_DEMEURE',
                  'CONCILIATION', 'ACCORD', 'ECHEC', 'RESILIATION')) as etapes
         from conventions.fait x
        where x.convention_id = c.id and x.avenant_id is null
          and x.id > coalesce((select r.id from conventions.fait r
                                where r.convention_id = c.id and r.sorte = 'RENVOYEE'
                                order by r.id desc limit 1), '00000000-0000-0000-0000-000000000000')) f on true;
