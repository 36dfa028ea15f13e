-- Nodes remember what of this room awaits someone: they hear, once it is committed, of which words this has changed
-- (docs/adr/0077). `mots.<school>` for what is said there, `mots.<person>` for who has read or answered, and for who
-- wrote what was read; `paroles.<school>` and `paroles.<author>` for what families say.

create function liaison.annonce() returns trigger language plpgsql as $$
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
        ('mot', 'select ''mots.'' || ecole_id from t union all select ''mots.'' || auteur_id from t'),
        ('version', 'select ''mots.'' || ecole_id from t'),
        ('destination', 'select ''mots.'' || ecole_id from t'),
        ('masque', 'select ''mots.'' || ecole_id from t'),
        ('lecture', 'select ''mots.'' || personne_id from t union all
                     select ''mots.'' || m.auteur_id from t join liaison.mot m on m.id = t.mot_id where t.principale'),
        ('reponse', 'select ''mots.'' || personne_id from t'),
        ('parole', 'select ''paroles.'' || ecole_id from t union all select ''paroles.'' || auteur_id from t') loop
        execute format('create trigger annonce_ajout after insert on liaison.%I referencing new table as apres
                        for each statement execute function liaison.annonce(%L)', quoi, dit);
        execute format('create trigger annonce_change after update on liaison.%I
                        referencing old table as avant new table as apres
                        for each statement execute function liaison.annonce(%L)', quoi, dit);
        execute format('create trigger annonce_retrait after delete on liaison.%I referencing old table as avant
                        for each statement execute function liaison.annonce(%L)', quoi, dit);
    end loop;
end $$;
