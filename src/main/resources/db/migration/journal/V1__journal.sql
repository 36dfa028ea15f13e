-- Who did what to whom, when: ids and codes only. Rows are added, never changed.
create table journal.fait (
    id uuid primary key default uuidv7(),
    fait_le timestamptz not null default now(),
    action text not null,             -- 'connexion', 'connexion-refusee', 'import-aaf', 'ecole-ouverte', …
    acteur_compte uuid,               -- null: the system or a command
    objet_type text,                  -- 'ecole', 'compte', 'lot', …
    objet_id text,
    ecole_id uuid,                    -- perimeter in which a head may read it
    adresse text,                     -- client address, sign-ins only
    details jsonb not null default '{}'
);
create index on journal.fait (ecole_id, id desc);
create index on journal.fait (action, id desc);
create index on journal.fait (objet_id, id desc) where objet_id is not null;

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'journal.fait is append-only';
end $$;
create trigger append_only before update or delete or truncate on journal.fait
    for each statement execute function journal.refuse_change();
