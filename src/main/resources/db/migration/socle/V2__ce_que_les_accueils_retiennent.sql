-- Nodes remember what rooms have said to homes: they hear, once it is committed, of which words what was written has
-- changed (docs/adr/0077). This module's migrations run before those of the rooms.

create function socle.annonce_salles() returns trigger language plpgsql as $$
begin
    execute format($q$
        with t as (%s), m (mot) as (%s)
        select pg_notify('salles', string_agg(q.mot, ' '))
          from (select d.mot, (row_number() over (order by d.mot) - 1) / 150 as paquet
                  from (select distinct mot from m where mot is not null) d) q
         group by q.paquet$q$,
        case tg_op when 'INSERT' then 'table apres' when 'DELETE' then 'table avant'
             else 'table avant union all table apres' end, tg_argv[0]);
    return null;
end $$;

create function socle.fait_annoncer(quoi regclass, mots text) returns void language plpgsql as $$
begin
    execute format('create or replace trigger annonce_ajout after insert on %s referencing new table as apres
                    for each statement execute function socle.annonce_salles(%L)', quoi, mots);
    execute format('create or replace trigger annonce_change after update on %s
                    referencing old table as avant new table as apres
                    for each statement execute function socle.annonce_salles(%L)', quoi, mots);
    execute format('create or replace trigger annonce_retrait after delete on %s referencing old table as avant
                    for each statement execute function socle.annonce_salles(%L)', quoi, mots);
end $$;
comment on function socle.fait_annoncer is
    'publiée: from now on, whatever is written in this table is told by its words, a select from t, the rows written (`mots.<school>`)';
