-- Conversations. A box is a row for each person in a conversation (participant), which knows its last message and how
-- many are unread: a page of a box is read by one index, whatever its size. A message that waits for its hour has no
-- reader yet: who is meant is asked of the directory when it is delivered, and its list of keys goes then.

create table messagerie.conversation (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    auteur_id uuid,                        -- null once forgotten
    objet text not null,
    pour_mots text not null,               -- « Familles du CM1 »; empty where people are named one by one
    eleves uuid[] not null,                -- pupils that its author, a guardian, writes about
    sans_reponse boolean not null,
    entre_eleves boolean not null,         -- begun by a pupil, to pupils
    source_id uuid references messagerie.conversation on delete set null, -- what its reader answers apart from others
    repondant_id uuid,
    participants int not null default 0,   -- everyone in it, its author too
    familles int not null default 0,       -- guardians and pupils among them
    ouverte_le timestamptz not null
);
create index on messagerie.conversation (ecole_id, ouverte_le);
create index on messagerie.conversation (auteur_id);
create index on messagerie.conversation (repondant_id);
create index on messagerie.conversation using gin (eleves);
create unique index on messagerie.conversation (source_id, repondant_id) where source_id is not null;

create table messagerie.message (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    conversation_id uuid not null references messagerie.conversation on delete cascade,
    auteur_id uuid,                        -- null once forgotten
    cote text not null,                    -- as what they write
    texte text not null,
    extrait text not null,                 -- its first words, plain, for a list
    entete text not null,                  -- subject and names of what is attached, to be found by
    pieces int not null default 0,         -- how many are attached
    pour text[] not null default '{}',     -- whom the first one is for, until it is delivered
    cle uuid not null,                     -- of its form: sent twice, it is there once
    ecrit_le timestamptz not null,
    remettre_le timestamptz not null,
    remis_le timestamptz,
    annule_le timestamptz,                 -- by its author, before it was delivered
    rappele_le timestamptz,                -- by its author, before anybody read it
    masque_le timestamptz,                 -- reported
    retire_le timestamptz,                 -- taken away for good
    retenu boolean not null,               -- waits for the teacher of its author
    disparait_le date not null,
    mots tsvector generated always as (redaction.mots(entete || ' ' || texte)) stored
);
create index on messagerie.message (ecole_id, ecrit_le);
create index on messagerie.message (conversation_id, ecrit_le desc, id desc);
create unique index on messagerie.message (auteur_id, cle);
create index on messagerie.message (auteur_id, ecrit_le);
create index on messagerie.message (remettre_le, id) where remis_le is null and annule_le is null;
create index on messagerie.message (disparait_le);
create index on messagerie.message using gin (mots);

create table messagerie.participant (
    conversation_id uuid not null references messagerie.conversation on delete cascade,
    personne_id uuid not null,
    ecole_id uuid not null,
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL')),
    eleves uuid[] not null,                -- by whom a guardian is meant
    dernier_le timestamptz not null,
    non_lus int not null,
    lu_le timestamptz,                     -- all that was delivered until then is read
    marque_le timestamptz,
    classe_le timestamptz,
    classe_motif text,
    dossier_id uuid,
    primary key (conversation_id, personne_id)
) with (fillfactor = 80);
create index on messagerie.participant (ecole_id, conversation_id);
create index participant_boite on messagerie.participant (personne_id, dernier_le desc, conversation_id desc)
    where classe_le is null;
create index participant_classe on messagerie.participant (personne_id, dernier_le desc, conversation_id desc)
    where classe_le is not null;
create index participant_a_lire on messagerie.participant (personne_id, dernier_le desc, conversation_id desc)
    where non_lus > 0;
create index participant_marque on messagerie.participant (personne_id, dernier_le desc, conversation_id desc)
    where marque_le is not null;
create index on messagerie.participant using gin (eleves);

create table messagerie.dossier (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    personne_id uuid not null,
    nom text not null,
    cree_le timestamptz not null,
    retire_le timestamptz
);
create index on messagerie.dossier (ecole_id);
create unique index on messagerie.dossier (personne_id, lower(nom)) where retire_le is null;

-- Who had read a message when it was taken away for good: they find that it was, others find nothing.
create table messagerie.lecture_retiree (
    ecole_id uuid not null,
    message_id uuid not null references messagerie.message on delete cascade,
    personne_id uuid not null,
    primary key (message_id, personne_id)
);
create index on messagerie.lecture_retiree (ecole_id, message_id);
create index on messagerie.lecture_retiree (personne_id);

-- What a pupil wrote to other pupils, until a teacher of theirs has read it.
create table messagerie.retenue (
    message_id uuid primary key references messagerie.message on delete cascade,
    ecole_id uuid not null,
    eleve_id uuid,
    retenue_le timestamptz not null,
    decidee_le timestamptz,
    decidee_par uuid,
    laissee boolean,
    motif text
);
create index on messagerie.retenue (ecole_id, retenue_le) where decidee_le is null;
create index on messagerie.retenue (eleve_id);
create index on messagerie.retenue (decidee_par);

-- Who may write to whom: the region's, narrowed by a school. What nobody has said is what the code says.
create table messagerie.regle (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,                -- nil for the region's
    droit text not null,
    permis boolean not null,
    retenu boolean not null,
    posee_par uuid,
    posee_le timestamptz not null,
    remplacee_le timestamptz
);
create unique index on messagerie.regle (ecole_id, droit) where remplacee_le is null;
create index on messagerie.regle (posee_par);

create table messagerie.absence (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    personne_id uuid not null,
    du date not null,
    au date not null check (au >= du),
    texte text not null,
    posee_le timestamptz not null,
    retiree_le timestamptz
);
create index on messagerie.absence (ecole_id, au);
create index on messagerie.absence (personne_id, au) where retiree_le is null;

create table messagerie.choix (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    personne_id uuid not null unique,
    signature text not null,
    langue text not null,                  -- in which they read better than in French; empty for French
    visible_le timestamptz                 -- a guardian who lets other guardians see them
);
create index on messagerie.choix (ecole_id);
