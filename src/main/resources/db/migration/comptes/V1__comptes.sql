create table comptes.compte (
    id uuid primary key default uuidv7(),
    personne_id uuid not null unique,       -- a person of the directory
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL', 'AGENT')),
    login text not null unique,             -- born once, never recomputed: racine, then rang from 2 on
    racine text not null,                   -- 'jeanne.bastide'
    rang int not null,                      -- 1, 2, 3… among those of the same racine
    mot_de_passe text,                      -- Argon2id, encoded; null: not activated yet
    -- What the password was worth when it was chosen: whoever has gained powers since is asked for another. null: no
    -- password, or a pupil's.
    force text check (force in ('BITS_50', 'BITS_80')),
    active_le timestamptz,
    -- A person whom the directory knows twice (teacher and parent, two académies, a duplicate) has one account: the
    -- others have joined it. A joined login still opens the door, with the password of the account it has joined.
    rejoint_id uuid references comptes.compte,
    rejoint_le timestamptz,
    created_at timestamptz not null,
    unique (racine, rang)
);
create index on comptes.compte (rejoint_id) where rejoint_id is not null;

-- Sessions: the id is never stored, only its SHA-256.
create table comptes.session (
    id_empreinte bytea primary key,
    compte_id uuid,                         -- null: nobody signed in
    contenu jsonb not null default '{}',
    created_at timestamptz not null,
    vue_le timestamptz not null,            -- written at most once a minute
    expire_le timestamptz not null
);
create index on comptes.session (compte_id);
create index on comptes.session ((contenu->>'classe-compte'));  -- a class that this account has opened on a device
create index on comptes.session ((contenu->>'responsable-compte'));  -- a child's page that this guardian has opened
create index on comptes.session (expire_le);

-- One-time links (first password of an administrator): the token is never stored, only its SHA-256.
create table comptes.lien_unique (
    empreinte bytea primary key,
    compte_id uuid not null references comptes.compte,
    created_at timestamptz not null default now(),
    expire_le timestamptz not null,
    utilise_le timestamptz
);

-- Codes that let a person come in for the first time, or again after losing their access. Several may be in force: a
-- sheet printed twice never voids the first; the first one used voids the others.
create table comptes.code (
    id uuid primary key default uuidv7(),
    compte_id uuid not null references comptes.compte,
    personne_id uuid,                       -- for whom it was handed: a joined account is several people
    empreinte bytea unique,                 -- HMAC-SHA-256 of sixty random bits under ent.secret; null for a pupil
    mot_de_passe text,                      -- Argon2id of a pupil's two words and two digits; null for others
    remis_par uuid,                         -- account of who handed it
    erreurs int not null default 0,         -- how often a birth date was wrong with it
    created_at timestamptz not null,
    expire_le timestamptz not null,
    utilise_le timestamptz,
    annule_le timestamptz,
    su_le timestamptz,                      -- handed to who had come already: when they said that they know
    -- why it serves no more: another was given instead, another was used, or five dates were wrong
    annule_pour text check (annule_pour in ('REDONNE', 'AUTRE', 'DATES')),
    check ((empreinte is null) <> (mot_de_passe is null))
);
create index on comptes.code (compte_id);
create index on comptes.code (expire_le);
create index on comptes.code (personne_id) where personne_id is not null;

-- A teacher asks the head to give a guardian who has come an access again. It ends when one is given, when the guardian
-- comes in or is no longer of the school, and by itself after its last day.
create table comptes.demande_acces (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    personne_id uuid not null,              -- the guardian
    demandeur_id uuid not null,             -- the teacher
    demandee_le timestamptz not null,
    jusque date not null,
    finie_le timestamptz,
    fin text check (fin in ('DONNE', 'VENU', 'PARTI', 'SANS_SUITE')),
    check ((finie_le is null) = (fin is null))
);
create unique index on comptes.demande_acces (ecole_id, personne_id) where finie_le is null;
create index on comptes.demande_acces (personne_id);
create index on comptes.demande_acces (demandeur_id);
create function comptes.demande_en_cours(jour date) returns setof comptes.demande_acces
    language sql stable parallel safe as $$
select d.* from comptes.demande_acces d
 where d.finie_le is null and d.jusque >= jour
   -- one by one: joined, every guardian of the region is read
   and exists (select 1 from annuaire.famille(jour) f
                where f.personne_id = d.personne_id and f.ecole_id = d.ecole_id offset 0)
$$;

-- What an account has chosen for its pages, wherever it comes in: as long as the row lasts.
create table comptes.choix (
    compte_id uuid not null references comptes.compte,
    cle text not null,
    depuis timestamptz not null,
    fini_le timestamptz
);
create unique index on comptes.choix (compte_id, cle) where fini_le is null;

-- The two pictures that a young child touches, in order, where their class asks for them.
create table comptes.images (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    eleve_id uuid not null,
    empreinte bytea,                        -- HMAC-SHA-256 of the pair under ent.secret; null: comes in without
    essais int not null default 0,          -- wrong pairs since the last right one
    essai_le timestamptz,
    depuis timestamptz not null,
    fini_le timestamptz
);
create unique index on comptes.images (eleve_id) where fini_le is null;
create index on comptes.images (ecole_id, eleve_id);
create index on comptes.images (eleve_id);

-- Whether a class asks for pictures, where its teacher has said so; elsewhere the level decides.
create table comptes.images_classe (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    demandees boolean not null,
    depuis timestamptz not null,
    fini_le timestamptz
);
create unique index on comptes.images_classe (classe_id) where fini_le is null;
create index on comptes.images_classe (ecole_id, classe_id);

-- Wrong sign-ins by login and address together, by login, by address (all hashed), for the brake that all nodes share.
create table comptes.essai (
    cle bytea primary key,
    echecs int not null,
    dernier_le timestamptz not null,
    reussi_le timestamptz,                  -- login and address together: somebody signed in from there
    compte_id uuid,                         -- with reussi_le, so that forgetting an account forgets its places
    adresse bytea                           -- a school whose people are known there is slowed later
);
create index on comptes.essai (dernier_le);
create index on comptes.essai (compte_id) where compte_id is not null;
create index on comptes.essai (adresse) where adresse is not null;

-- Refusals that came from everywhere at once, as one node saw them: of nobody.
create table comptes.vague (
    id uuid primary key default uuidv7(),
    vue_le timestamptz not null,
    refus int not null,
    reseaux int not null
);
create index on comptes.vague (vue_le);

-- The one-click sign-ins of a demonstration base; empty everywhere else.
create table comptes.entree_demonstration (
    compte_id uuid primary key references comptes.compte,
    groupe text not null,
    nom text not null,
    montre text not null,
    ordre int not null
);

-- The charter: five texts, each with its versions and the day from which it is asked. A version is never changed: what
-- somebody accepted can always be shown again, and its print compared. The first ones come with the application
-- (resources, chartes/).
create table comptes.charte (
    id uuid primary key default uuidv7(),
    texte text not null check (texte in ('ELEVE_CYCLE_1_2', 'ELEVE_CYCLE_3', 'PARENT', 'PERSONNEL', 'COMMUNE')),
    version int not null,
    langue text not null default 'fr',
    effet_le date not null,           -- asked at sign-ins from this day on
    corps text not null,              -- plain text: '# title', '## [icon] heading', '- item'
    empreinte bytea not null,         -- SHA-256 of corps
    publiee boolean not null default false,  -- by the region, the journal says by whom; else it came with the application
    created_at timestamptz not null default now(),
    unique (texte, langue, version),
    check (empreinte = sha256(convert_to(corps, 'UTF8')))
);

-- What each account answered, to which version. Rows are added, never changed; they go with the account alone.
create table comptes.accord (
    id uuid primary key default uuidv7(),
    compte_id uuid not null,
    charte_id uuid not null references comptes.charte,
    empreinte bytea not null,         -- of the text as it was shown
    reponse text not null check (reponse in ('ACCEPTEE', 'ENTENDUE', 'REFUSEE')),
    eleve_id uuid,                    -- the pupil for whom a guardian answers; null: for oneself
    fait_le timestamptz not null
);
create index on comptes.accord (compte_id, charte_id);
create index on comptes.accord (eleve_id) where eleve_id is not null;

create function comptes.charte_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'comptes.% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete on comptes.charte
    for each row execute function comptes.charte_refuse_change();
create trigger append_only_whole before truncate on comptes.charte
    for each statement execute function comptes.charte_refuse_change();

create function comptes.accord_refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select 1 from comptes.compte c where c.id = old.compte_id) then
        return old;
    end if;
    raise exception 'comptes.accord is append-only';
end $$;
create trigger append_only before update or delete on comptes.accord
    for each row execute function comptes.accord_refuse_change();
create trigger append_only_whole before truncate on comptes.accord
    for each statement execute function comptes.charte_refuse_change();

-- A number by school that moves when one of its pupils or of their guardians comes for the first time, joins accounts or
-- answers the charter, and with the accesses that are asked of its head: who has counted them compares, as with annuaire.etat.
create table comptes.mouvement (
    ecole_id uuid primary key,
    numero bigint not null
);
create function comptes.bouge(personnes uuid[]) returns void language sql as $$
insert into comptes.mouvement (ecole_id, numero)
select f.ecole_id, 1 from annuaire.foyer f where f.personne_id = any(personnes) group by f.ecole_id order by f.ecole_id
on conflict (ecole_id) do update set numero = mouvement.numero + 1
$$;

create function comptes.compte_bouge() returns trigger language plpgsql as $$
declare bouges uuid[] := array(
    select apres.id from avant join apres on apres.id = avant.id
     where (apres.active_le, apres.rejoint_id) is distinct from (avant.active_le, avant.rejoint_id));
begin
    if cardinality(bouges) > 0 then
        perform comptes.bouge(array(select personne_id from comptes.compte where id = any(bouges)
                                    union select personne_id from comptes.compte where rejoint_id = any(bouges)));
    end if;
    return null;
end $$;
create trigger bouge_update after update on comptes.compte referencing old table as avant new table as apres
    for each statement execute function comptes.compte_bouge();

create function comptes.compte_parti() returns trigger language plpgsql as $$
begin
    perform comptes.bouge(array(select personne_id from avant));
    return null;
end $$;
create trigger bouge_delete after delete on comptes.compte referencing old table as avant
    for each statement execute function comptes.compte_parti();

create function comptes.accord_bouge() returns trigger language plpgsql as $$
declare ligne comptes.accord := coalesce(new, old);
begin
    perform comptes.bouge(array(
        select ligne.eleve_id where ligne.eleve_id is not null
        union all select c.personne_id from comptes.compte c
         where ligne.eleve_id is null and c.id = ligne.compte_id and c.nature = 'ELEVE'));
    return null;
end $$;
create trigger bouge after insert or delete on comptes.accord
    for each row execute function comptes.accord_bouge();

create function comptes.demande_bouge() returns trigger language plpgsql as $$
declare ligne comptes.demande_acces := coalesce(new, old);
begin
    insert into comptes.mouvement (ecole_id, numero) values (ligne.ecole_id, 1)
    on conflict (ecole_id) do update set numero = mouvement.numero + 1;
    return null;
end $$;
create trigger bouge after insert or update or delete on comptes.demande_acces
    for each row execute function comptes.demande_bouge();

-- Nodes that listen hear, once it is committed, that a stay has ended or changed (channel "sessions", by its print), or
-- that accounts are no longer behind the same one (channel "comptes").
create function comptes.annonce_session() returns trigger language plpgsql as $$
begin
    perform pg_notify('sessions', encode(old.id_empreinte, 'hex'));
    return null;
end $$;
create trigger annonce after update of id_empreinte, compte_id, contenu or delete on comptes.session
    for each row execute function comptes.annonce_session();
create function comptes.annonce_compte() returns trigger language plpgsql as $$
begin
    perform pg_notify('comptes', '');
    return null;
end $$;
create trigger annonce after update of rejoint_id or delete on comptes.compte
    for each statement execute function comptes.annonce_compte();
