-- Who did what to whom, when: ids and codes only. Rows are added, never changed.
create table journal.fait (
    id uuid primary key default uuidv7(),
    fait_le timestamptz not null,
    action text not null,             -- 'connexion', 'connexion-refusee', 'import-aaf', 'ecole-ouverte', …
    acteur_compte uuid,               -- null: the system or a command
    objet_type text,                  -- 'ecole', 'compte', 'lot', …
    objet_id text,
    adresse text,                     -- client address, sign-ins only
    details jsonb not null default '{}'
);
-- The region reads all facts in the order of time, whole or by action.
create index on journal.fait (fait_le, id);
create index on journal.fait (action, fait_le, id);
create index on journal.fait (objet_id, id desc) where objet_id is not null;
create index on journal.fait (acteur_compte, id) where acteur_compte is not null;

-- A fact may concern several schools (whoever works in two, a parent of three): a row for each, which a head's page
-- reads in the order of the index. The moment and the action are repeated so that it is.
create table journal.fait_ecole (
    ecole_id uuid not null,
    fait_le timestamptz not null,
    fait_id uuid not null,
    action text not null,
    primary key (ecole_id, fait_le, fait_id)
);
create index on journal.fait_ecole (ecole_id, action, fait_le, fait_id);
create index on journal.fait_ecole using brin (fait_le);  -- the purge

-- Facts go at the end of their term, and never before six months, whatever a setting, or the application's clock, says.
create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.fait_le < now() - interval '6 months' then
        return old;
    end if;
    raise exception 'journal.% is append-only', tg_table_name;
end $$;

create trigger append_only before update or delete on journal.fait
    for each row execute function journal.refuse_change();
create trigger append_only_whole before truncate on journal.fait
    for each statement execute function journal.refuse_change();
create trigger append_only before update or delete on journal.fait_ecole
    for each row execute function journal.refuse_change();
create trigger append_only_whole before truncate on journal.fait_ecole
    for each statement execute function journal.refuse_change();
