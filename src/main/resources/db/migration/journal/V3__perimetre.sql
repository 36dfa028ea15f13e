-- A fact may concern several schools (whoever works in two, a parent of three): the one school of V1 becomes a row for
-- each, which a head's page reads in the order of the index. The moment and the action are repeated so that it is.
create table journal.fait_ecole (
    ecole_id uuid not null,
    fait_le timestamptz not null,
    fait_id uuid not null,
    action text not null,
    primary key (ecole_id, fait_le, fait_id)
);
create index on journal.fait_ecole (ecole_id, action, fait_le, fait_id);
create index on journal.fait_ecole using brin (fait_le);  -- the purge

insert into journal.fait_ecole (ecole_id, fait_le, fait_id, action)
select ecole_id, fait_le, id, action from journal.fait where ecole_id is not null;

alter table journal.fait drop column ecole_id;

-- The region reads all facts in the order of time, whole or by action.
drop index journal.fait_fait_le_idx;
drop index journal.fait_action_id_idx;
create index on journal.fait (fait_le, id);
create index on journal.fait (action, fait_le, id);

-- The same law for both: added, never changed, forgotten at the end of the term only.
create or replace function journal.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.fait_le < now() - interval '6 months' then
        return old;
    end if;
    raise exception 'journal.% is append-only', tg_table_name;
end $$;

create trigger append_only before update or delete on journal.fait_ecole
    for each row execute function journal.refuse_change();
create trigger append_only_whole before truncate on journal.fait_ecole
    for each statement execute function journal.refuse_change();
