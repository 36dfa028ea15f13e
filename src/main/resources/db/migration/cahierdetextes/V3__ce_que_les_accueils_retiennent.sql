-- Nodes remember what of the notebooks a home shows: they hear, once it is committed, of which words this has changed
-- (docs/adr/0077). `travaux.<school>` and `travaux.<class>` for what is given, `travaux.<pupil>` and the class for what
-- a pupil does with it and gets back.

create function cahierdetextes.annonce() returns trigger language plpgsql as $$
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

do $$
declare
    quoi text;
    dit text;
begin
    for quoi, dit in values
        ('travail', 'select ''travaux.'' || ecole_id from t union all select ''travaux.'' || classe_id from t'),
        ('destination', 'select ''travaux.'' || ecole_id from t'),
        ('coche', 'select ''travaux.'' || eleve_id from t'),
        ('remise', 'select ''travaux.'' || t.eleve_id from t union all
                    select ''travaux.'' || w.classe_id from t join cahierdetextes.travail w on w.id = t.travail_id'),
        ('retour', 'select ''travaux.'' || r.eleve_id from t join cahierdetextes.remise r on r.id = t.remise_id union all
                    select ''travaux.'' || w.classe_id from t join cahierdetextes.remise r on r.id = t.remise_id
                      join cahierdetextes.travail w on w.id = r.travail_id'),
        ('cahier', 'select ''travaux.'' || classe_id from t') loop
        execute format('create trigger annonce_ajout after insert on cahierdetextes.%I referencing new table as apres
                        for each statement execute function cahierdetextes.annonce(%L)', quoi, dit);
        execute format('create trigger annonce_change after update on cahierdetextes.%I
                        referencing old table as avant new table as apres
                        for each statement execute function cahierdetextes.annonce(%L)', quoi, dit);
        execute format('create trigger annonce_retrait after delete on cahierdetextes.%I referencing old table as avant
                        for each statement execute function cahierdetextes.annonce(%L)', quoi, dit);
    end loop;
end $$;
