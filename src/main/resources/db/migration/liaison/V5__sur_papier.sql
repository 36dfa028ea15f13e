-- Guardians who answer a school on paper, as it has noted: dated, by whom, until it is noted otherwise.
create table liaison.sur_papier (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    personne_id uuid not null,
    note_le timestamptz not null,
    note_par uuid,                    -- member of staff; null once forgotten
    fini_le timestamptz,
    fini_par uuid
);
create unique index on liaison.sur_papier (ecole_id, personne_id) where fini_le is null;
create index on liaison.sur_papier (personne_id);
create index on liaison.sur_papier (note_par) where note_par is not null;
create index on liaison.sur_papier (fini_par) where fini_par is not null;
create index on liaison.sur_papier (fini_le) where fini_le is not null;
