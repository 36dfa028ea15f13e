-- The picture by which a child who does not read finds themselves on their class's page: one of its own in a class, and
-- the same one for as long as they stay there. lettre tells two children with the same picture apart, else ''.
create table annuaire.embleme (
    classe_id uuid not null,
    eleve_id uuid not null,
    image text not null,
    lettre text not null default '',
    depuis timestamptz not null default now(),
    primary key (classe_id, eleve_id),
    unique (classe_id, image, lettre)
);
create index on annuaire.embleme (eleve_id);
