-- What people report of what others have published, what was decided, and what the thing said.

-- A thing that was reported, until it is decided about. Reported again afterwards, it is another one.
create table signalement.dossier (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    genre text not null,              -- socle.contrats.Contenu.genre
    chose uuid not null,
    titre text not null,
    adresse text not null,
    auteur_id uuid,                   -- null: unknown, or forgotten
    auteur text not null,             -- as readers see it; empty once forgotten
    classes uuid[] not null,          -- whose teachers decide
    echelon text not null check (echelon in ('ECOLE', 'AU_DESSUS')),
    circonscription_id uuid,
    ouvert_le timestamptz not null,
    masque_le timestamptz,            -- its readers find it no more since
    masque_par text check (masque_par in ('ECOLE', 'LECTEURS')),
    remontre_le timestamptz,          -- somebody who decides has shown it again: readers hide it no more
    clos_le timestamptz
);
create unique index on signalement.dossier (genre, chose) where clos_le is null;
create index on signalement.dossier (ecole_id, ouvert_le desc);
create index on signalement.dossier (auteur_id);
create index on signalement.dossier (circonscription_id) where echelon = 'AU_DESSUS';

-- Who says so: told to nobody but those who decide.
create table signalement.signalement (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    dossier_id uuid not null references signalement.dossier on delete cascade,
    par_id uuid,                      -- person of the directory; null once forgotten
    qualite text not null check (qualite in ('RESPONSABLES', 'ELEVES', 'EQUIPE')),
    categorie text not null,
    mots text not null,
    fait_le timestamptz not null
);
create unique index on signalement.signalement (dossier_id, par_id);
create index on signalement.signalement (par_id, fait_le);
create index on signalement.signalement (ecole_id, dossier_id);

-- Dated, with a reason; the last one holds.
create table signalement.decision (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    dossier_id uuid not null references signalement.dossier on delete cascade,
    sens text not null check (sens in ('RIEN', 'MASQUE', 'RETIRE')),
    motif text not null,
    par_id uuid,
    decidee_le timestamptz not null
);
create index on signalement.decision (ecole_id, dossier_id, id);
create index on signalement.decision (dossier_id, id);
create index on signalement.decision (par_id);

-- What a thing said when it was reported, chained: each print covers the one before. Rows are added, never changed.
create table signalement.preuve (
    numero bigint primary key,
    ecole_id uuid not null,
    dossier_id uuid not null,
    auteur_id uuid,
    contenu text not null,            -- JSON: title, text, version, author's name, names of what is attached
    scellee_le timestamptz not null,
    precedente bytea not null,
    empreinte bytea not null
);
create index on signalement.preuve (ecole_id, dossier_id);
create index on signalement.preuve (dossier_id);
create index on signalement.preuve (auteur_id);

-- Where the chain begins once its oldest rows have gone at their term.
create table signalement.origine (
    numero bigint primary key,        -- of the last one that has gone
    empreinte bytea not null,
    partie_le timestamptz not null
);

-- They go at the end of their term, and never before eleven months, whatever a setting or the application's clock says.
create function signalement.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.scellee_le < now() - interval '11 months' then
        return old;
    end if;
    raise exception 'signalement.% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete on signalement.preuve
    for each row execute function signalement.refuse_change();
create trigger append_only_whole before truncate on signalement.preuve
    for each statement execute function signalement.refuse_change();
