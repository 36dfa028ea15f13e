-- The directory. Ids of the feed are unique inside one académie and one kind only: (academie, aaf_id) is the key there.
-- aaf_id is null for what was entered by hand. Names are kept as the feed writes them; screens restore them (Noms).
-- What lasts is a dated row that ends, never one that is deleted: it was so on a day when depuis <= day and fini_le is
-- null or later. Days and instants are given by the application's clock: nothing here asks for the time.
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
    nom_usage text,                   -- as people write it, when capitals have lost it: 'École Frédéric Mistral'
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
create index structure_par_uai on annuaire.structure ((coalesce(uai, '')), id) where genre = 'ECOLE';
create index on annuaire.structure (commune_insee) where genre = 'ECOLE';
create index on annuaire.structure (circonscription_id) where genre = 'ECOLE';

-- A school is open while a row has no end: dated, with its author and the reason of the end.
create table annuaire.ouverture (
    structure_id uuid not null references annuaire.structure,
    ouverte_le timestamptz not null,
    fermee_le timestamptz,
    motif text,
    ouverte_par text not null,
    fermee_par text,
    primary key (structure_id, ouverte_le)
);
create unique index on annuaire.ouverture (structure_id) where fermee_le is null;

-- A class is of one school year and of one structure, for good. Should a feed give the same number the year after, or,
-- once it is archived, in another structure, it is another class; two that stand never share one.
create table annuaire.classe (
    id uuid primary key default uuidv7(),
    structure_id uuid not null,
    academie text not null,
    aaf_id text,
    annee int not null,               -- civil year of its rentrée: 2026 is 2026-2027
    libelle text not null,
    archivee_le timestamptz,
    unique (academie, aaf_id, annee, structure_id)
);
create unique index on annuaire.classe (academie, aaf_id, annee) where archivee_le is null;
create index on annuaire.classe (structure_id);

create table annuaire.groupe (
    id uuid primary key default uuidv7(),
    structure_id uuid not null,
    academie text not null,
    aaf_id text,
    libelle text not null,
    archive_le timestamptz,
    unique (academie, aaf_id, structure_id)
);
create unique index on annuaire.groupe (academie, aaf_id) where archive_le is null;
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

-- Being in a class: from the day of the batch that said so first to that of the one that no longer did.
create table annuaire.eleve_classe (
    eleve_id uuid not null,
    classe_id uuid not null,
    depuis date not null,
    fini_le date,                     -- first day without; null: in force
    entree_le date,                   -- as the feed says, when it does
    sortie_le date,
    primary key (eleve_id, classe_id, depuis),
    check (fini_le >= depuis)
);
create unique index on annuaire.eleve_classe (classe_id, eleve_id) where fini_le is null;
create index on annuaire.eleve_classe (classe_id) where fini_le is not null;

create table annuaire.eleve_groupe (
    eleve_id uuid not null,
    groupe_id uuid not null,
    depuis date not null,
    fini_le date,
    primary key (eleve_id, groupe_id, depuis),
    check (fini_le >= depuis)
);
create unique index on annuaire.eleve_groupe (groupe_id, eleve_id) where fini_le is null;

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
-- Guardians of one name who may be one person are looked for among those born the same day.
create index on annuaire.responsable (date_naissance) where date_naissance is not null and suspendu_le is null;

-- Parental authority as the feed states it (ENTEleveAutoriteParentale): presence is the authority.
create table annuaire.lien (
    eleve_id uuid not null,
    responsable_id uuid not null,
    code text not null,               -- reference §6.2; unknown codes are kept
    depuis date not null,             -- day of the batch that said so
    retire_le timestamptz,            -- no longer confirmed by the feed; null: in force
    primary key (responsable_id, eleve_id, depuis)
);
create index on annuaire.lien (eleve_id);
create unique index on annuaire.lien (responsable_id, eleve_id) where retire_le is null;

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
    depuis date not null,             -- day of the batch, or of the entry by hand
    fini_le date,
    primary key (personnel_id, structure_id, code, specialite_code, source, depuis),
    check (fini_le >= depuis)
);
create unique index on annuaire.fonction (personnel_id, structure_id, code, specialite_code, source)
    where fini_le is null;
create index on annuaire.fonction (structure_id) where fini_le is null;

-- Who teaches which class: never in the 1D feed, so never touched by it. Someone who has left the school teaches it no
-- more, though this row has no end: the function has one.
create table annuaire.enseignement (
    id uuid primary key default uuidv7(),
    personnel_id uuid not null,
    classe_id uuid not null,
    depuis date not null,
    fini_le date,
    ajoute_par text not null,
    fini_par text,
    check (fini_le >= depuis)
);
create unique index on annuaire.enseignement (classe_id, personnel_id) where fini_le is null;
create index on annuaire.enseignement (classe_id);
create index on annuaire.enseignement (personnel_id);

-- "C'est ma classe": what a teacher says and a head answers, dated. Pending while decidee_le is null. A class that the
-- feed archives, or a teacher who leaves the school, makes it without effect: that is asked when it is read.
create table annuaire.demande_classe (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    personnel_id uuid not null,
    demandee_le timestamptz not null,
    decidee_le timestamptz,
    decision text check (decision in ('CONFIRMEE', 'REFUSEE', 'RETIREE')),
    decidee_par uuid,                 -- account
    mot text,                         -- the head's, to the teacher
    check ((decidee_le is null) = (decision is null))
);
create unique index on annuaire.demande_classe (classe_id, personnel_id) where decidee_le is null;
create index on annuaire.demande_classe (ecole_id) where decidee_le is null;
create index on annuaire.demande_classe (personnel_id);

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

-- A guardian kept out by the head: dated, with a proof; felt at once everywhere. It ends early by a fact of its own,
-- dated, with who and why. It outlives its people's absence from the feed: when one of them is forgotten, the number
-- under which the feed would bring them back stays, with the dates, without the words of the decision. With retenue_de
-- it is no decision yet: a guardian whom a feed newly links to a protected child is held out until the head says whether
-- they are the one who is kept out (docs/adr/0019-a-restriction-follows-the-person.md).
create table annuaire.restriction (
    id uuid primary key default uuidv7(),
    eleve_id uuid not null,
    responsable_id uuid,              -- null: forgotten, the feed's number alone stays
    depuis date not null,
    jusque date,                      -- last day, null: no term
    preuve text not null,
    auteur_personnel_id uuid,         -- null: forgotten
    posee_le timestamptz not null,
    levee_le timestamptz,
    levee_par uuid,                   -- personnel
    levee_motif text,
    responsable_academie text,
    responsable_aaf_id text,
    eleve_academie text,
    eleve_aaf_id text,
    oubliee_le date,
    retenue_de uuid,                  -- held because of this restriction; null: decided by a head from the start
    decidee_le timestamptz,           -- of a held one: when the head decided; null: awaited
    check (decidee_le is null or retenue_de is not null)
);
create index on annuaire.restriction (responsable_id, eleve_id);
create index on annuaire.restriction (eleve_id);
create index on annuaire.restriction (eleve_id) where retenue_de is not null and decidee_le is null and levee_le is null;
create index on annuaire.restriction (responsable_academie, responsable_aaf_id) where responsable_aaf_id is not null;
create index on annuaire.restriction (eleve_academie, eleve_aaf_id) where eleve_aaf_id is not null;

-- The mark that a head shows of a restriction to those who teach the child: that whoever comes for the child is to see
-- the head, never why. Shown as long as the row lasts and the restriction is in force. The directory gives an AESH no
-- class: those of the school read it only where the head says so.
create table annuaire.remise (
    restriction_id uuid not null references annuaire.restriction on delete cascade,
    montree_le timestamptz not null,
    aesh_le timestamptz,                 -- since when the AESH of the school read it too
    cachee_le timestamptz
);
create unique index on annuaire.remise (restriction_id) where cachee_le is null;

-- Parents' representatives: a role with a term, on top of being a guardian.
create table annuaire.mandat (
    responsable_id uuid not null,
    structure_id uuid not null,
    depuis date not null,
    jusque date,
    primary key (responsable_id, structure_id, depuis)
);

-- The picture by which a child who does not read finds themselves on their class's page: one of its own in a class, and
-- the same one for as long as they stay there. lettre tells two children with the same picture apart, else ''.
create table annuaire.embleme (
    classe_id uuid not null,
    eleve_id uuid not null,
    image text not null,
    lettre text not null default '',
    depuis timestamptz not null,
    primary key (classe_id, eleve_id),
    unique (classe_id, image, lettre)
);
create index on annuaire.embleme (eleve_id);

-- Every batch that was ever given, applied or not, with its report.
create table annuaire.lot (
    id uuid primary key default uuidv7(),
    academie text not null,
    genre text check (genre in ('complet', 'delta')),
    date_lot date,
    etat text not null check (etat in ('en-cours', 'applied', 'unchanged', 'held', 'refused', 'failed', 'withdrawn')),
    commence_le timestamptz not null,
    fini_le timestamptz,
    retire_le timestamptz,            -- taken back: dated ahead of the clock by mistake
    rapport jsonb
);
create index on annuaire.lot (academie, id desc);

-- What the feed says that is worth mending in ONDE, by school: whole after a full, adjusted by a delta. A guardian of
-- children in two schools stands in both.
create table annuaire.signalement (
    structure_id uuid not null,
    academie text not null,
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL')),
    personne_id uuid not null,
    code text not null,               -- docs/interfaces/aaf.md
    attribut text not null,           -- of the feed, '' when the code says it all
    primary key (structure_id, personne_id, code, attribut)
);
create index on annuaire.signalement (personne_id);
create index on annuaire.signalement (academie);

-- Search by name (docs/adr/0018-search-by-name.md). unaccent may already stand in another schema of the base.
create extension if not exists unaccent schema annuaire;
do $$
declare place text := (select n.nspname from pg_extension x join pg_namespace n on n.oid = x.extnamespace
                        where x.extname = 'unaccent');
begin
    -- Immutable as the rules of a version of PostgreSQL are: after a major upgrade the indexes are rebuilt.
    execute format('create function annuaire.sans_accent(mots text) returns text '
        || 'language sql immutable strict parallel safe return %I.unaccent(%L::regdictionary, normalize(mots, NFC))',
        place, place || '.unaccent');
end $$;

-- Lower case, no accent, words parted by one space: "D’ESTÈVE--PUJOL" is "d esteve pujol".
create function annuaire.cle(mots text) returns text language sql immutable strict parallel safe
return btrim(regexp_replace(lower(annuaire.sans_accent(mots) collate "und-x-icu"), '[^[:alnum:]]+', ' ', 'g'));

-- The words of a person's name, and each name without its spaces ("desteve" finds "d’Estève"); each key computed once
-- and no text parser, which would double what an import costs.
create function annuaire.mots(prenom text, nom text) returns tsvector
    language plpgsql immutable strict parallel safe as $$
declare
    p text := annuaire.cle(prenom);
    n text := annuaire.cle(nom);
begin
    return array_to_tsvector(array_remove(
        string_to_array(p || ' ' || n, ' ') || replace(p, ' ', '') || replace(n, ' ', ''), ''));
end $$;

-- What one typed: each word begins a word of the name, in any order, or all together they begin one. A single letter
-- is a whole name. Only letters, figures and spaces are left in a key: nothing to escape.
create function annuaire.demande(saisie text) returns tsquery language sql immutable strict parallel safe
return case
    when length(annuaire.cle(saisie)) = 0 then ''::tsquery
    when length(annuaire.cle(saisie)) = 1 then annuaire.cle(saisie)::tsquery
    else ('(' || replace(annuaire.cle(saisie), ' ', ':* & ') || ':*) | '
         || replace(annuaire.cle(saisie), ' ', '') || ':*')::tsquery
end;

-- Kept beside the name, computed once: what a search compares is read, never made again for each row that it looks at.
do $$
declare quoi text;
begin
    foreach quoi in array array['eleve', 'responsable', 'personnel', 'agent'] loop
        execute format('alter table annuaire.%I
                        add column mots tsvector generated always as (annuaire.mots(prenom, nom)) stored', quoi);
    end loop;
end $$;
create index eleve_mots on annuaire.eleve using gin (mots) where suspendu_le is null;
create index responsable_mots on annuaire.responsable using gin (mots) where suspendu_le is null;
create index personnel_mots on annuaire.personnel using gin (mots) where suspendu_le is null;

-- What pages and other modules ask, each question in one place (docs/adr/0023-published-views.md). What depends on the
-- day is a function of it: one select, neither strict nor volatile, so that PostgreSQL plans it as it would a view.

-- Children who do not read yet, or begin to (Registre.petits).
create function annuaire.petit(niveau text) returns boolean language sql immutable parallel safe
return coalesce(niveau in ('TPS', 'PS', 'MS', 'GS', 'CP', 'CE1'), false);
comment on function annuaire.petit is 'publiée: whether a pupil of this level is of the youngest';

create view annuaire.ouverte as
select structure_id as ecole_id, ouverte_le from annuaire.ouverture where fermee_le is null;
comment on view annuaire.ouverte is 'publiée: schools whose people come in';

create view annuaire.lieu as
select id as ecole_id, academie, commune_insee, uai, circonscription_id from annuaire.structure where genre = 'ECOLE';
comment on view annuaire.lieu is
    'publiée: académie, commune, code and circonscription of a school, open or not';

create view annuaire.present as
select structure_id as ecole_id, id as eleve_id, niveau from annuaire.eleve where suspendu_le is null;
comment on view annuaire.present is 'publiée: pupils of a school who are here, whatever their class';

create view annuaire.inscrit as
select ec.classe_id, ec.eleve_id
  from annuaire.eleve_classe ec
  join annuaire.eleve e on e.id = ec.eleve_id and e.suspendu_le is null
 where ec.fini_le is null;
comment on view annuaire.inscrit is 'publiée: pupils of a class who are here';

-- Neither a year nor a surname: an age is nobody's business.
create view annuaire.anniversaire as
select i.classe_id, i.eleve_id, e.prenom,
       extract(month from e.date_naissance)::int as mois, extract(day from e.date_naissance)::int as jour
  from annuaire.inscrit i join annuaire.eleve e on e.id = i.eleve_id;
comment on view annuaire.anniversaire is 'publiée: first name, month and day of birth of the pupils of a class who are here';

create view annuaire.sans_classe as
select p.ecole_id, p.eleve_id
  from annuaire.present p
 where not exists (select 1 from annuaire.eleve_classe ec
                     join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null
                    where ec.eleve_id = p.eleve_id and ec.fini_le is null);
comment on view annuaire.sans_classe is 'pupils of a school who are here and in no class';

-- Where a pupil stands, in one row: school and what is above it, classes and groups. What keys are made of.
create view annuaire.situation as
select e.id as eleve_id, e.structure_id as ecole_id, o.ecole_id is not null as ouverte,
       s.circonscription_id, s.commune_insee, c.departement,
       array(select i.classe_id from annuaire.inscrit i
               join annuaire.classe k on k.id = i.classe_id and k.archivee_le is null
              where i.eleve_id = e.id) as classes,
       array(select g.groupe_id from annuaire.eleve_groupe g
               join annuaire.groupe k on k.id = g.groupe_id and k.archive_le is null
              where g.eleve_id = e.id and g.fini_le is null) as groupes
  from annuaire.eleve e
  left join annuaire.structure s on s.id = e.structure_id
  left join annuaire.ouverte o on o.ecole_id = e.structure_id
  left join annuaire.commune c on c.insee = s.commune_insee;

-- Guardians whom the directory seems to know twice (Homonymes), once a name in each school: the names of another, who
-- was born the same day or has the same child.
create view annuaire.doublon as
select distinct on (e.structure_id, lower(r.nom), lower(r.prenom)) e.structure_id as ecole_id, r.id as responsable_id
  from annuaire.eleve e
  join annuaire.lien l on l.eleve_id = e.id and l.retire_le is null
  join annuaire.responsable r on r.id = l.responsable_id and r.suspendu_le is null
 where e.suspendu_le is null
   and (exists (select 1 from annuaire.responsable o
                 where o.date_naissance = r.date_naissance and o.suspendu_le is null and o.id <> r.id
                   and lower(o.nom) = lower(r.nom) and lower(o.prenom) = lower(r.prenom))
        or exists (select 1 from annuaire.lien m
                     join annuaire.responsable o on o.id = m.responsable_id and o.suspendu_le is null
                    where m.eleve_id = e.id and m.retire_le is null and o.id <> r.id
                      and lower(o.nom) = lower(r.nom) and lower(o.prenom) = lower(r.prenom)))
 order by e.structure_id, lower(r.nom), lower(r.prenom), r.id;
comment on view annuaire.doublon is 'guardians of a school whom the directory seems to know twice';

create view annuaire.exerce as
select f.personnel_id, f.structure_id, f.code, f.libelle, f.specialite_libelle, f.directeur, f.source
  from annuaire.fonction f
  join annuaire.personnel p on p.id = f.personnel_id and p.suspendu_le is null
 where f.fini_le is null and f.code <> '-';
comment on view annuaire.exerce is 'functions of the staff who are here, one by one; of schools and other places';

create view annuaire.equipe as
select structure_id as ecole_id, personnel_id as personne_id, bool_or(directeur) as directeur
  from annuaire.exerce
 group by structure_id, personnel_id;
comment on view annuaire.equipe is 'publiée: who works where, open or not';

create view annuaire.dirige as
select distinct x.personnel_id, x.structure_id as ecole_id
  from annuaire.exerce x
  join annuaire.ouverte o on o.ecole_id = x.structure_id
 where x.directeur;
comment on view annuaire.dirige is 'publiée: who directs which school: while they do and it is open';

create view annuaire.peut_enseigner as
select distinct x.personnel_id, x.structure_id as ecole_id
  from annuaire.exerce x
  join annuaire.personnel p on p.id = x.personnel_id and p.enseignant is not false
 where x.directeur or p.enseignant or x.code in ('ENS', 'DOC');
comment on view annuaire.peut_enseigner is
    'whom a class of the school may be given to: teachers and the head, not an assistant';

create view annuaire.enseigne as
select n.personnel_id, c.id as classe_id, c.structure_id as ecole_id
  from annuaire.enseignement n
  join annuaire.classe c on c.id = n.classe_id and c.archivee_le is null
  join annuaire.ouverte o on o.ecole_id = c.structure_id
  join annuaire.personnel p on p.id = n.personnel_id and p.suspendu_le is null
 where n.fini_le is null
   and exists (select 1 from annuaire.fonction f
                where f.personnel_id = n.personnel_id and f.structure_id = c.structure_id
                  and f.fini_le is null and f.code <> '-');
comment on view annuaire.enseigne is 'publiée: who teaches which class: both the link and the function count';

create view annuaire.instruit as
select n.personnel_id, i.eleve_id, n.classe_id, n.ecole_id
  from annuaire.enseigne n
  join annuaire.inscrit i on i.classe_id = n.classe_id;
comment on view annuaire.instruit is 'publiée: who teaches which pupil, and in which class';

-- The one place where links, suspensions and restrictions meet.
create function annuaire.autorite(jour date) returns table (responsable_id uuid, eleve_id uuid, code text)
    language sql stable parallel safe as $$
select l.responsable_id, l.eleve_id, l.code
  from annuaire.lien l
  join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
 where l.retire_le is null
   and not exists (select 1 from annuaire.restriction r
                    where r.responsable_id = l.responsable_id and r.eleve_id = l.eleve_id and r.levee_le is null
                      and r.depuis <= jour and (r.jusque is null or r.jusque >= jour))
$$;
comment on function annuaire.autorite is 'publiée: pairs guardian–pupil in force that day';

-- Restrictions of that day or to come, as a head decided them: they protect the child from new guardians too.
create function annuaire.protege(jour date)
    returns table (restriction_id uuid, eleve_id uuid, responsable_id uuid, posee_le timestamptz, jusque date)
    language sql stable parallel safe as $$
select r.id, r.eleve_id, r.responsable_id, r.posee_le, r.jusque
  from annuaire.restriction r
 where r.levee_le is null and (r.jusque is null or r.jusque >= jour)
   and (r.retenue_de is null or r.decidee_le is not null)
$$;
comment on function annuaire.protege is 'restrictions that a head decided and that are not over that day';

create function annuaire.a_remettre(jour date) returns table (eleve_id uuid)
    language sql stable parallel safe as $$
select distinct p.eleve_id
  from annuaire.remise m
  join annuaire.protege(jour) p on p.restriction_id = m.restriction_id
  join annuaire.restriction r on r.id = m.restriction_id and r.depuis <= jour
 where m.cachee_le is null
$$;
comment on function annuaire.a_remettre is 'children of whom the head says to those who teach them: see the head';

create function annuaire.retenue(jour date)
    returns table (restriction_id uuid, eleve_id uuid, responsable_id uuid, retenue_de uuid, posee_le timestamptz)
    language sql stable parallel safe as $$
select r.id, r.eleve_id, r.responsable_id, r.retenue_de, r.posee_le
  from annuaire.restriction r
 where r.retenue_de is not null and r.decidee_le is null and r.levee_le is null
   and (r.jusque is null or r.jusque >= jour)
$$;
comment on function annuaire.retenue is 'guardians held out that day until the head decides';

-- A name in one word: 'D''ESTÈVE', 'd-Esteve' and 'DESTEVE' are one; null when there is none.
create function annuaire.colle(nom text) returns text language sql immutable parallel safe
return nullif(replace(annuaire.cle(nom), ' ', ''), '');

-- The words that a guardian may be called by: those of each name, of use and of birth, and each name in one word.
create function annuaire.appels(r annuaire.responsable) returns text[] language sql immutable parallel safe
return (select array_agg(m) from unnest(array[r.prenom, r.nom, coalesce(r.nom_naissance, '')] || r.autres_prenoms) n,
               unnest(string_to_array(annuaire.cle(n), ' ') || annuaire.colle(n)) m where m <> '');

create function annuaire.appele(nom text, appels text[]) returns boolean language sql immutable parallel safe
return annuaire.cle(nom) <> '' and (string_to_array(annuaire.cle(nom), ' ') <@ appels
                                    or annuaire.colle(nom) = any(appels));

-- National numbers, without what stands before and between: '06 39 98 12 35' and '+33639981235' are one.
create function annuaire.numeros(r annuaire.responsable) returns text[] language sql immutable parallel safe
return (select array_agg(right(d, 9)) from unnest(array[r.telephone_domicile, r.telephone_mobile, r.telephone_travail]) n,
               regexp_replace(coalesce(n, ''), '[^0-9]', '', 'g') d where length(d) >= 6);

-- When the decision was written that a restriction carries out: its own, or the one by which its person was held.
create function annuaire.decision(restriction uuid) returns timestamptz language sql stable as $$
with recursive d as (
    select x.retenue_de, x.posee_le from annuaire.restriction x where x.id = restriction
    union all
    select x.retenue_de, x.posee_le from d join annuaire.restriction x on x.id = d.retenue_de)
select min(posee_le) from d
$$;

-- In what the sheets of two guardians are alike: names in any order, however joined, with other first names; the name
-- at birth; the address; a telephone; the e-mail address.
create function annuaire.signes(a annuaire.responsable, b annuaire.responsable) returns text[]
    language sql immutable parallel safe
return array_remove(array[
    case when annuaire.appele(a.prenom, annuaire.appels(b)) and annuaire.appele(a.nom, annuaire.appels(b))
           or annuaire.appele(b.prenom, annuaire.appels(a)) and annuaire.appele(b.nom, annuaire.appels(a))
         then 'NOMS' end,
    case when annuaire.colle(a.nom_naissance) in (annuaire.colle(b.nom_naissance), annuaire.colle(b.nom))
           or annuaire.colle(b.nom_naissance) = annuaire.colle(a.nom)
         then 'NAISSANCE' end,
    case when nullif(annuaire.cle(array_to_string(a.adresse, ' ')), '') = annuaire.cle(array_to_string(b.adresse, ' '))
          and a.code_postal is not distinct from b.code_postal
         then 'ADRESSE' end,
    case when annuaire.numeros(a) && annuaire.numeros(b) then 'TELEPHONE' end,
    case when lower(nullif(btrim(a.courriel), '')) = lower(btrim(b.courriel)) then 'COURRIEL' end], null);
comment on function annuaire.signes is 'in what the sheets of two guardians are alike';

-- A body that answers for a child ("organisme") is nobody who signs in.
create function annuaire.garde(jour date) returns table (eleve_id uuid, personne_id uuid)
    language sql stable parallel safe as $$
select a.eleve_id, a.responsable_id
  from annuaire.autorite(jour) a
  join annuaire.responsable r on r.id = a.responsable_id and r.suspendu_le is null and lower(r.prenom) <> 'organisme'
$$;
comment on function annuaire.garde is 'publiée: guardians in force that day who may have an account';

create function annuaire.famille(jour date)
    returns table (ecole_id uuid, classe_id uuid, eleve_id uuid, niveau text, personne_id uuid, nature text)
    language sql stable parallel safe as $$
select e.structure_id, k.id, e.id, e.niveau, e.id, 'ELEVE'
  from annuaire.eleve e
  left join (annuaire.eleve_classe ec join annuaire.classe k on k.id = ec.classe_id and k.archivee_le is null)
    on ec.eleve_id = e.id and ec.fini_le is null
 where e.suspendu_le is null
union all
select e.structure_id, k.id, e.id, e.niveau, g.personne_id, 'RESPONSABLE'
  from annuaire.garde(jour) g
  join annuaire.eleve e on e.id = g.eleve_id
  left join (annuaire.eleve_classe ec join annuaire.classe k on k.id = ec.classe_id and k.archivee_le is null)
    on ec.eleve_id = e.id and ec.fini_le is null
$$;
comment on function annuaire.famille is
    'publiée: pupils and their guardians in force that day, by school and class; no class where the feed gives none';

create view annuaire.titulaire as
select id, academie, 'ELEVE' as nature, prenom, nom from annuaire.eleve
union all select id, academie, 'RESPONSABLE', prenom, nom from annuaire.responsable
union all select p.id, p.academie, 'PERSONNEL', p.prenom, p.nom from annuaire.personnel p
 where exists (select 1 from annuaire.fonction f where f.personnel_id = p.id and f.fini_le is null and f.code <> '-')
union all select id, '', 'AGENT', prenom, nom from annuaire.agent;
comment on view annuaire.titulaire is 'publiée: everyone for whom an account exists, here or not';

-- Who was in which class on a day, past or present.
create function annuaire.etait_inscrit(jour date) returns table (classe_id uuid, eleve_id uuid)
    language sql stable parallel safe as $$
select ec.classe_id, ec.eleve_id
  from annuaire.eleve_classe ec
 where coalesce(ec.entree_le, ec.depuis) <= jour and (ec.fini_le is null or ec.fini_le > jour)
$$;
comment on function annuaire.etait_inscrit is 'pupils of a class that day';

-- Who taught which class on a day, past or present: the link, the function and the class were in force.
create function annuaire.enseignait(jour date) returns table (personnel_id uuid, classe_id uuid, depuis date)
    language sql stable parallel safe as $$
select n.personnel_id, c.id, n.depuis
  from annuaire.enseignement n
  join annuaire.classe c on c.id = n.classe_id
       and (c.archivee_le is null or (c.archivee_le at time zone 'Europe/Paris')::date > jour)
 where n.depuis <= jour and (n.fini_le is null or n.fini_le > jour)
   and exists (select 1 from annuaire.fonction f
                where f.personnel_id = n.personnel_id and f.structure_id = c.structure_id and f.code <> '-'
                  and f.depuis <= jour and (f.fini_le is null or f.fini_le > jour))
$$;
comment on function annuaire.enseignait is 'who taught which class that day';

-- Who teaches a class, each an object of civilite, prenom, nom, in the order in which they were given it.
create function annuaire.enseignants(classe uuid) returns table (enseignants jsonb)
    language sql stable parallel safe as $$
select jsonb_agg(jsonb_build_object('civilite', p.civilite, 'prenom', p.prenom, 'nom', p.nom)
                 order by n.depuis, p.nom)
  from annuaire.enseignement n
  join annuaire.personnel p on p.id = n.personnel_id and p.suspendu_le is null
  join annuaire.classe c on c.id = n.classe_id
 where n.classe_id = classe and n.fini_le is null
   and exists (select 1 from annuaire.exerce x where x.personnel_id = p.id and x.structure_id = c.structure_id)
$$;
comment on function annuaire.enseignants is 'who teaches the class, in words';

-- Pupils of a class by level, youngest first.
create function annuaire.effectif(classe uuid) returns table (eleves int, premier text, niveaux text[])
    language sql stable parallel safe as $$
select coalesce(sum(t.nombre), 0)::int, min(t.code),
       array_agg(t.niveau order by t.code) filter (where t.niveau is not null)
  from (select e.niveau, min(e.niveau_code) as code, count(*) as nombre
          from annuaire.inscrit i join annuaire.eleve e on e.id = i.eleve_id
         where i.classe_id = classe group by e.niveau) t
$$;
comment on function annuaire.effectif is 'how many pupils a class has, and of which levels';

-- Schools of a pupil and of those whom the feed links to them, whatever the day: where something that they do counts.
create view annuaire.foyer as
select id as personne_id, structure_id as ecole_id from annuaire.eleve where structure_id is not null
union all
select l.responsable_id, e.structure_id
  from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id
 where l.retire_le is null and e.structure_id is not null;
comment on view annuaire.foyer is 'publiée: schools of pupils and of all whom the feed links to them';

-- A number by school that moves with its pupils, their guardians and what keeps these out, its classes and who works
-- there: who has counted or read them compares, and counts again when it is no longer the same. Gestures move their schools; a batch moves all those of its
-- académie, once, at its end (Mutation), and says so by annuaire.lot.
create table annuaire.remaniement (
    ecole_id uuid primary key,
    numero bigint not null
);
create view annuaire.etat as select ecole_id, numero from annuaire.remaniement;
comment on view annuaire.etat is
    'publiée: a number by school that moves with its pupils and their guardians; none where nothing ever moved';

create function annuaire.remanie() returns trigger language plpgsql as $$
declare
    lignes text := case tg_op when 'INSERT' then 'table apres' when 'DELETE' then 'table avant'
                   else 'table avant union all table apres' end;
    ecoles text := case when tg_table_name in ('eleve', 'classe', 'fonction', 'signalement') then 'select structure_id from t'
                   when tg_table_name in ('eleve_classe', 'enseignement')
                   then 'select c.structure_id from t join annuaire.classe c on c.id = t.classe_id'
                   when tg_table_name = 'responsable' then 'select f.ecole_id from t join annuaire.foyer f on f.personne_id = t.id'
                   when tg_table_name = 'personnel' then 'select f.structure_id from t join annuaire.fonction f on f.personnel_id = t.id'
                   when tg_table_name = 'demande_classe' then 'select ecole_id from t'
                   else 'select e.structure_id from t join annuaire.eleve e on e.id = t.eleve_id' end;
begin
    if current_setting('annuaire.lot', true) is distinct from 'oui' then
        execute format('with t as (%s) insert into annuaire.remaniement (ecole_id, numero)
                        select ecole, 1 from (%s) q (ecole) where ecole is not null group by ecole order by ecole
                        on conflict (ecole_id) do update set numero = remaniement.numero + 1', lignes, ecoles);
    end if;
    return null;
end $$;
do $$
declare quoi text;
begin
    foreach quoi in array array['eleve', 'eleve_classe', 'responsable', 'lien', 'restriction', 'classe', 'personnel',
                                'fonction', 'enseignement', 'demande_classe', 'signalement'] loop
        execute format('create trigger remanie_insert after insert on annuaire.%I referencing new table as apres
                        for each statement execute function annuaire.remanie()', quoi);
        execute format('create trigger remanie_update after update on annuaire.%I
                        referencing old table as avant new table as apres
                        for each statement execute function annuaire.remanie()', quoi);
        execute format('create trigger remanie_delete after delete on annuaire.%I referencing old table as avant
                        for each statement execute function annuaire.remanie()', quoi);
    end loop;
end $$;

-- The schools themselves, which are open, their communes and batches move the number of no school (Cle.PARTOUT): at the end of a transaction, so
-- that nobody waits for a batch that is being applied, and once in it.
create function annuaire.remanie_ecoles() returns trigger language plpgsql as $$
begin
    if current_setting('annuaire.ecoles', true) is distinct from 'oui' then
        perform set_config('annuaire.ecoles', 'oui', true);
        insert into annuaire.remaniement (ecole_id, numero) values ('00000000-0000-0000-0000-000000000000', 1)
        on conflict (ecole_id) do update set numero = remaniement.numero + 1;
    end if;
    return null;
end $$;
create constraint trigger remanie after insert or update or delete on annuaire.structure
    deferrable initially deferred for each row execute function annuaire.remanie_ecoles();
create constraint trigger remanie after insert or update or delete on annuaire.ouverture
    deferrable initially deferred for each row execute function annuaire.remanie_ecoles();
create constraint trigger remanie after insert or update or delete on annuaire.commune
    deferrable initially deferred for each row execute function annuaire.remanie_ecoles();
create constraint trigger remanie after insert or update or delete on annuaire.lot
    deferrable initially deferred for each row execute function annuaire.remanie_ecoles();

-- Who listens to the channel "annuaire" hears, once it is committed, that people are no longer what they were: one of
-- them by their id, or, without a word, anyone at all. Nodes remember who people are for minutes thanks to it.
create function annuaire.annonce() returns trigger language plpgsql as $$
begin
    perform pg_notify('annuaire', case when tg_level = 'ROW'
        then coalesce(to_jsonb(case tg_op when 'DELETE' then old else new end) ->> tg_argv[0], '') else '' end);
    return null;
end $$;
do $$
declare
    quoi text;
    qui text;
begin
    for quoi, qui in values ('personnel', 'id'), ('fonction', 'personnel_id'), ('enseignement', 'personnel_id'),
                            ('agent', 'id'), ('embleme', 'eleve_id'), ('restriction', 'responsable_id') loop
        execute format($t$create trigger annonce after insert or update or delete on annuaire.%I for each row
                          when (current_setting('annuaire.lot', true) is distinct from 'oui')
                          execute function annuaire.annonce(%L)$t$, quoi, qui);
    end loop;
    foreach quoi in array array['structure', 'commune', 'ouverture', 'classe', 'groupe', 'eleve', 'eleve_classe',
                                'eleve_groupe', 'responsable', 'lien'] loop
        execute format('create trigger annonce after insert or update or delete on annuaire.%I
                        for each statement execute function annuaire.annonce()', quoi);
    end loop;
end $$;
