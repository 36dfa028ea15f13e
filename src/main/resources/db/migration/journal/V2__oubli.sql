-- Facts go at the end of their term, and never before six months, whatever a setting says.
drop trigger append_only on journal.fait;

create or replace function journal.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.fait_le < now() - interval '6 months' then
        return old;
    end if;
    raise exception 'journal.fait is append-only';
end $$;

create trigger append_only before update or delete on journal.fait
    for each row execute function journal.refuse_change();
create trigger append_only_whole before truncate on journal.fait
    for each statement execute function journal.refuse_change();
create index on journal.fait (fait_le);
create index on journal.fait (acteur_compte, id) where acteur_compte is not null;
