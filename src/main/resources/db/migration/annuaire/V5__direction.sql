-- "C'est ma classe": what a teacher says and a head answers, dated. Pending while decidee_le is null. A class that the
-- feed archives, or a teacher who leaves the school, makes it without effect: that is asked when it is read.
create table annuaire.demande_classe (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    personnel_id uuid not null,
    demandee_le timestamptz not null default now(),
    decidee_le timestamptz,
    decision text check (decision in ('CONFIRMEE', 'REFUSEE', 'RETIREE')),
    decidee_par uuid,                 -- account
    mot text,                         -- the head's, to the teacher
    check ((decidee_le is null) = (decision is null))
);
create unique index on annuaire.demande_classe (classe_id, personnel_id) where decidee_le is null;
create index on annuaire.demande_classe (ecole_id) where decidee_le is null;
create index on annuaire.demande_classe (personnel_id);

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
