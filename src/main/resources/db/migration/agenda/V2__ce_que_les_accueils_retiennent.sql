-- Nodes remember what a home shows of the agenda: they hear, once it is committed, in which school something has
-- changed (docs/adr/0077).

create function agenda.annonce() returns trigger language plpgsql as $$
begin
    execute format($q$
        select pg_notify('salles', string_agg(q.mot, ' '))
          from (select d.mot, (row_number() over (order by d.mot) - 1) / 150 as paquet
                  from (select distinct 'agenda.' || t.ecole_id as mot from (%s) t) d) q
         group by q.paquet$q$,
        case tg_op when 'INSERT' then 'table apres' when 'DELETE' then 'table avant'
             else 'table avant union all table apres' end);
    return null;
end $$;

do $$
declare
    quoi text;
begin
    foreach quoi in array array['evenement', 'seance', 'destination'] loop
        execute format('create trigger annonce_ajout after insert on agenda.%I referencing new table as apres
                        for each statement execute function agenda.annonce()', quoi);
        execute format('create trigger annonce_change after update on agenda.%I
                        referencing old table as avant new table as apres
                        for each statement execute function agenda.annonce()', quoi);
        execute format('create trigger annonce_retrait after delete on agenda.%I referencing old table as avant
                        for each statement execute function agenda.annonce()', quoi);
    end loop;
end $$;
