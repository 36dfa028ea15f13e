-- Who takes a class in the place of who is absent, from a day to a day, both included. No feed says it. While it lasts
-- it is an enseignement and, for whom the school does not have, a fonction of code REM, like any other: whoever asks
-- who teaches knows nothing more. The row says when these begin and end.
create table annuaire.remplacement (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    personnel_id uuid not null,
    du date not null,
    au date not null,
    nomme_le timestamptz not null,
    nomme_par text not null,          -- personnel or agent; '' once forgotten
    ouvert_le timestamptz,            -- null: it has not begun
    enseignement_id uuid,             -- what it opened, which ends with it
    fini_le timestamptz,              -- its last day is over, or it was ended before
    fini_par text,                    -- '': by itself, or forgotten
    check (au >= du),
    check ((fini_le is null) = (fini_par is null))
);
create index on annuaire.remplacement (ecole_id) where fini_le is null;
create index on annuaire.remplacement (personnel_id);
create index on annuaire.remplacement (du) where fini_le is null;
create index on annuaire.remplacement (fini_le);
