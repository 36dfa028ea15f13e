-- The directory. Ids of the feed are unique inside one académie and one kind only: (academie, aaf_id) is the key there.
-- aaf_id is null for what was entered by hand. Names are kept as the feed writes them; screens restore them (Noms).
create table annuaire.commune (
    insee text primary key,           -- '11203'
    nom text not null,                -- as people write it when known, else as the feed does
    departement text not null,        -- '011'
    siret text
);

create table annuaire.structure (
    id uuid primary key default uuidv7(),
    academie text not null,           -- '11', '16'
    aaf_id text,
    genre text not null check (genre in ('ECOLE', 'CIRCONSCRIPTION', 'AUTRE')),
    uai text,
    siret text,
    nom_courant text not null,        -- 'E.E.PU$MARIE CURIE$LEZIGNAN-CORBIERES'
    type_structure text,
    type_structure_code text,
    ministere text,
    ministere_code text,
    secteur text,
    circonscription_id uuid,
    commune_insee text,
    rpi_code text,
    rpi_libelle text,
    academie_libelle text,
    academie_code text,
    adresse text,
    boite_postale text,
    code_postal text,
    ville text,
    telephone text,
    fax text,
    courriel_si text,
    courriel text,
    contrat text,
    unique (academie, aaf_id)
);
create index on annuaire.structure (uai);
create index on annuaire.structure (commune_insee) where genre = 'ECOLE';
create index on annuaire.structure (circonscription_id) where genre = 'ECOLE';

-- A school is open while a row has no end: dated, with its author and the reason of the end.
create table annuaire.ouverture (
    structure_id uuid not null references annuaire.structure,
    ouverte_le timestamptz not null default now(),
    fermee_le timestamptz,
    motif text,
    ouverte_par text not null,
    fermee_par text,
    primary key (structure_id, ouverte_le)
);
create unique index on annuaire.ouverture (structure_id) where fermee_le is null;

create table annuaire.classe (
    id uuid primary key default uuidv7(),
    structure_id uuid not null,
    academie text not null,
    aaf_id text,
    libelle text not null,
    archivee_le timestamptz,
    unique (academie, aaf_id)
);
create index on annuaire.classe (structure_id);

create table annuaire.groupe (
    id uuid primary key default uuidv7(),
    structure_id uuid not null,
    academie text not null,
    aaf_id text,
    libelle text not null,
    archive_le timestamptz,
    unique (academie, aaf_id)
);
create index on annuaire.groupe (structure_id);

create table annuaire.eleve (
    id uuid primary key default uuidv7(),
    academie text not null,
    aaf_id text,
    structure_id uuid,                -- null: the feed names a school that the directory does not have
    ine text,
    civilite text,
    nom text not null,
    nom_naissance text,
    prenom text not null,
    autres_prenoms text[] not null default '{}',
    date_naissance date not null,
    courriel text,
    niveau text,                      -- 'CM1'; derived from the code of the level
    niveau_code text,                 -- '1124'
    cycle text,                       -- '1' to '3', from the level; else as the feed says
    type_classe text,
    type_classe_code text,
    restaurant boolean,
    transport boolean,
    garderie_matin boolean,
    garderie_soir boolean,
    etudes_surveillees boolean,
    entree_structure_le date,
    sortie_structure_le date,
    suspendu_le timestamptz,          -- no longer in the feed since; null: present
    unique (academie, aaf_id)
);
create index on annuaire.eleve (structure_id);
create index on annuaire.eleve (ine) where ine is not null;

create table annuaire.eleve_classe (
    eleve_id uuid not null,
    classe_id uuid not null,
    entree_le date,
    sortie_le date,
    primary key (classe_id, eleve_id)
);
create index on annuaire.eleve_classe (eleve_id);

create table annuaire.eleve_groupe (
    eleve_id uuid not null,
    groupe_id uuid not null,
    primary key (groupe_id, eleve_id)
);
create index on annuaire.eleve_groupe (eleve_id);

create table annuaire.responsable (
    id uuid primary key default uuidv7(),
    academie text not null,
    aaf_id text,
    civilite text,
    nom text not null,
    nom_naissance text,
    prenom text not null,
    autres_prenoms text[] not null default '{}',
    date_naissance date,
    adresse text[] not null default '{}',   -- lines, empty ones dropped
    code_postal text,
    ville text,
    pays text,
    adresse_diffusion boolean,
    telephone_domicile text,
    telephone_mobile text,
    telephone_travail text,
    courriel text,
    suspendu_le timestamptz,
    suspendu_sans_enfant boolean not null default false,  -- left because no child is present: comes back with one
    unique (academie, aaf_id)
);

-- Parental authority as the feed states it (ENTEleveAutoriteParentale): presence is the authority.
create table annuaire.lien (
    eleve_id uuid not null,
    responsable_id uuid not null,
    code text not null,               -- reference §6.2; unknown codes are kept
    retire_le timestamptz,            -- archived: no longer confirmed by the feed
    primary key (responsable_id, eleve_id)
);
create index on annuaire.lien (eleve_id);

-- Links to responsibles whom the directory does not have (yet): they become links when a batch brings the person.
create table annuaire.lien_en_attente (
    academie text not null,
    eleve_id uuid not null,
    responsable_aaf text not null,
    code text not null,
    primary key (eleve_id, responsable_aaf)
);
create index on annuaire.lien_en_attente (academie, responsable_aaf);

create table annuaire.personnel (
    id uuid primary key default uuidv7(),
    academie text not null,
    aaf_id text,                      -- null: entered by hand
    civilite text,
    nom text not null,
    nom_naissance text,
    prenom text not null,
    autres_prenoms text[] not null default '{}',
    date_naissance date,
    courriel text,
    structure_rattachement_id uuid,
    enseignant boolean,               -- ENTPersonCategorieEnseignant
    specialites text[] not null default '{}',
    -- since 2025, form unseen so far: kept as they come
    rattachement_dates text[] not null default '{}',
    fonctions_dates text[] not null default '{}',
    direction_dates text[] not null default '{}',
    enseignant_dates text[] not null default '{}',
    suspendu_le timestamptz,
    unique (academie, aaf_id)
);

create table annuaire.fonction (
    personnel_id uuid not null,
    structure_id uuid not null,
    code text not null,               -- 'ENS'; '-' is no function there
    libelle text,
    specialite_code text not null default '',
    specialite_libelle text,
    directeur boolean not null,       -- D0000 or ENTEnsFonctionDir names this structure
    source text not null check (source in ('AAF', 'MANUEL')),
    primary key (personnel_id, structure_id, code, specialite_code, source)
);
create index on annuaire.fonction (structure_id);

-- Who teaches which class: never in the 1D feed, so never touched by it.
create table annuaire.enseignement (
    personnel_id uuid not null,
    classe_id uuid not null,
    depuis timestamptz not null default now(),
    ajoute_par text not null,
    primary key (classe_id, personnel_id)
);
create index on annuaire.enseignement (personnel_id);

-- People of communes and of the académie: entered by the region, never in a feed.
create table annuaire.agent (
    id uuid primary key default uuidv7(),
    profil text not null,             -- Profil: REFERENT_VILLE … ADMINISTRATEUR, DPO, IEN, ERUN
    civilite text,
    nom text not null,
    prenom text not null,
    courriel text,
    commune_insee text,
    circonscription_id uuid,
    fin date                          -- last day, null: none
);

-- A guardian kept out by the head: dated, with a proof; felt at once everywhere.
create table annuaire.restriction (
    id uuid primary key default uuidv7(),
    eleve_id uuid not null,
    responsable_id uuid not null,
    depuis date not null,
    jusque date,
    preuve text not null,
    auteur_personnel_id uuid not null,
    created_at timestamptz not null default now()
);
create index on annuaire.restriction (responsable_id, eleve_id);

-- Parents' representatives: a role with a term, on top of being a guardian.
create table annuaire.mandat (
    responsable_id uuid not null,
    structure_id uuid not null,
    depuis date not null,
    jusque date,
    primary key (responsable_id, structure_id, depuis)
);

-- Every batch that was ever given, applied or not, with its report.
create table annuaire.lot (
    id uuid primary key default uuidv7(),
    academie text not null,
    genre text check (genre in ('complet', 'delta')),
    date_lot date,
    etat text not null check (etat in ('en-cours', 'applied', 'unchanged', 'held', 'refused')),
    commence_le timestamptz not null default now(),
    fini_le timestamptz,
    rapport jsonb
);
create index on annuaire.lot (academie, id desc);

-- The pairs guardian–pupil in force: the one place where links, suspensions and restrictions meet.
create view annuaire.autorite as
select l.responsable_id, l.eleve_id, l.code
  from annuaire.lien l
  join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
 where l.retire_le is null
   and not exists (select 1 from annuaire.restriction r
                    where r.responsable_id = l.responsable_id and r.eleve_id = l.eleve_id
                      and r.depuis <= current_date and (r.jusque is null or r.jusque >= current_date));

-- Published to module comptes (read-only): everyone for whom an account exists, present or not.
create view annuaire.titulaire as
select id, academie, 'ELEVE' as nature, prenom, nom from annuaire.eleve
union all select id, academie, 'RESPONSABLE', prenom, nom from annuaire.responsable
union all select p.id, p.academie, 'PERSONNEL', p.prenom, p.nom from annuaire.personnel p
 where exists (select 1 from annuaire.fonction f where f.personnel_id = p.id and f.code <> '-')
union all select id, '', 'AGENT', prenom, nom from annuaire.agent;
