-- Two sheets of one person, as a head or the region says, or two people who are alike. A reunion is a link that ends: the
-- other sheet is suspended, what it was linked to goes to the one that is kept, and for thirty days all of it can be
-- taken back (docs/adr/0076-two-sheets-of-one-person.md).
create table annuaire.reunion (
    id uuid primary key,
    ecole_id uuid not null,           -- where it was said
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE', 'PERSONNEL')),
    garde_id uuid not null,
    autre_id uuid not null,
    memes boolean not null,           -- false: two people, not to be proposed again
    present boolean not null,         -- whether the other sheet was here
    decidee_le timestamptz not null,
    decidee_par uuid,                 -- personnel or agent; null once forgotten
    annulee_le timestamptz,
    annulee_par uuid,
    check (garde_id <> autre_id)
);
create index on annuaire.reunion (ecole_id, decidee_le);
create index on annuaire.reunion (garde_id);
create index on annuaire.reunion (autre_id);
create index on annuaire.reunion (decidee_par) where decidee_par is not null;
create index on annuaire.reunion (annulee_par) where annulee_par is not null;

-- What went from the other sheet to the kept one: a child, a guardian, a class, a restriction.
create table annuaire.reunion_suite (
    reunion_id uuid not null references annuaire.reunion on delete cascade,
    quoi text not null check (quoi in ('LIEN', 'CLASSE', 'RESTRICTION')),
    cible_id uuid not null,
    ajoute boolean not null,          -- the kept sheet did not have it
    primary key (reunion_id, quoi, cible_id)
);
create index on annuaire.reunion_suite (cible_id);
