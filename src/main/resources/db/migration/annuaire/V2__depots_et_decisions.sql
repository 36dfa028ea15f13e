-- Feeds on screen (docs/adr/0068-feeds-on-screen.md). What a batch does to each school stands with the batch, held or
-- applied; what an applied one did to each person stands in ecart.
alter table annuaire.lot
    add column essai boolean not null default false,   -- a rehearsal: held whatever it brings
    add column ecoles jsonb,                            -- [{"ecole": id, "nature": "ELEVE", "verdict": "created", "raison": "", "nombre": 3}]
    add column rentree jsonb,                           -- what a full does to the classes of each school
    add column decision text check (decision in ('ACCEPTE', 'ECARTE')),
    add column decidee_le timestamptz,
    add column decidee_par uuid,                        -- agent; null once forgotten
    add check ((decision is null) = (decidee_le is null));

-- An archive that was dropped on a screen or found in the watched folder, and the import that it becomes. It waits
-- while commence_le is null, runs while fini_le is. One at a time runs for an académie.
create table annuaire.depot (
    id uuid primary key,
    academie text not null,
    fichier text not null,            -- the name says kind and date of the batch
    octets bigint not null,
    origine text not null check (origine in ('ECRAN', 'DOSSIER', 'DECISION')),
    cle text not null,                -- in the store of documents
    depose_par uuid,                  -- agent; null once forgotten, or for the folder
    depose_le timestamptz not null,
    accepter boolean not null default false,
    ecoles uuid[] not null default '{}',  -- schools whose departures were accepted
    essai boolean not null default false,
    etape text not null default '',   -- what is being done, as the screen says it
    lues bigint not null default 0,   -- files read, of how many
    fichiers bigint not null default 0,
    commence_le timestamptz,
    fini_le timestamptz,
    vu_le timestamptz,                -- when the node that runs it last said so
    essais int not null default 0,    -- times that a node began it
    lot_id uuid,
    effacee_le timestamptz            -- the archive is no longer in the store
);
create unique index on annuaire.depot (academie) where commence_le is not null and fini_le is null;
create index on annuaire.depot (lot_id);
create index on annuaire.depot (depose_par) where depose_par is not null;

-- Schools of an applied batch that lost too many pupils at once: nobody left them until the region decided.
create table annuaire.depart_retenu (
    structure_id uuid not null,
    lot_id uuid not null references annuaire.lot on delete cascade,
    presents int not null,
    partants int not null,
    decision text check (decision in ('ACCEPTE', 'ECARTE')),
    decidee_le timestamptz,
    decidee_par uuid,
    primary key (structure_id, lot_id),
    check ((decision is null) = (decidee_le is null))
);
create index on annuaire.depart_retenu (lot_id);

-- What an applied batch did to one person: which fields of the feed, never their values; which classes were left and
-- joined. The first batch of an académie, which brings everyone, writes none.
create table annuaire.ecart (
    structure_id uuid,                -- where they are once it is applied
    lot_id uuid not null references annuaire.lot on delete cascade,
    personne_id uuid not null,
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL')),
    verdict text not null check (verdict in ('created', 'changed', 'moved', 'suspended', 'revived', 'lien')),
    raison text not null default '',  -- of who leaves: 'absent', 'supprime', 'sans-enfant'
    avant_id uuid,                    -- school that was left
    champs text[] not null default '{}',
    quittees uuid[] not null default '{}',
    rejointes uuid[] not null default '{}'
);
create index on annuaire.ecart (structure_id, lot_id);
create index on annuaire.ecart (lot_id);
create index on annuaire.ecart (personne_id);
