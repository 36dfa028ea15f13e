-- What is attached: an upload of someone, which becomes part of a thing of a room; its bytes are kept once, by their
-- hash, outside the database (documents.rangement).
create table documents.contenu (
    empreinte text primary key,         -- SHA-256 of the bytes as they are kept
    octets bigint not null,
    type text not null,                 -- read in the bytes
    etat text not null check (etat in ('EN_ANALYSE', 'PRETE', 'REFUSEE')),
    essais int not null default 0,      -- of the antivirus
    pris_le timestamptz not null,       -- when an upload last brought it
    range_le timestamptz                -- null: the storage may not hold it yet
);
create index on documents.contenu (pris_le) where etat = 'EN_ANALYSE';

-- The sizes of a picture that screens need, of a document its first page.
create table documents.taille (
    empreinte text not null references documents.contenu on delete cascade,
    nom text not null check (nom in ('vignette', 'ecran')),
    type text not null,
    octets bigint not null,
    largeur int not null,
    hauteur int not null,
    primary key (empreinte, nom)
);

create table documents.piece (
    id uuid primary key,                -- random, and guarded by the rule of its room all the same
    auteur_id uuid,                     -- null: forgotten
    nom text not null,
    alternative text not null default '',
    annonce bigint not null,            -- bytes announced
    modifie bigint not null default 0,  -- what the device says of the file's age: the same file taken up again
    recus bigint not null default 0,
    empreinte text references documents.contenu,   -- null: not whole yet
    ecole_id uuid,
    salle text,                         -- schema of the room; null: attached to nothing yet
    chose uuid,
    rang int not null default 0,
    depose_le timestamptz not null,
    joint_le timestamptz,
    retiree_le timestamptz,             -- gone for people; for good after a term
    check ((salle is null) = (chose is null))
);
create index on documents.piece (salle, chose) where salle is not null;
create index on documents.piece (auteur_id, id);
create index on documents.piece (ecole_id) where ecole_id is not null;
create index on documents.piece (empreinte);
create index on documents.piece (depose_le) where salle is null;
create index on documents.piece (retiree_le) where retiree_le is not null;

-- The parts of an upload that is under way, in the storage under envois/<piece>/<debut>: any node may go on with it.
create table documents.morceau (
    piece_id uuid not null references documents.piece,
    debut bigint not null,
    octets int not null,
    primary key (piece_id, debut)
);
