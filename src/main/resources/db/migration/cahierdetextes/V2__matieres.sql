-- The subjects of a school, where its head has written others than those of the programmes: dated, another list takes
-- their place, none gives back the programmes'. Work keeps the word under which it was given.
create table cahierdetextes.matieres (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    cycle text not null check (cycle in ('MATERNELLE', 'CYCLE_2', 'CYCLE_3')),
    noms text[] not null,             -- none: those of the programmes again
    decide_le timestamptz not null,
    remplace_le timestamptz
);
create unique index on cahierdetextes.matieres (ecole_id, cycle) where remplace_le is null;
