-- Most children are there in most half-days: the first version of a roll names the list that was called and says by
-- itself only of whom it is not « there ». What was written before stays as it was written.

-- The children of a class as a roll called them, shared by the rolls of a school year that called the same ones.
create table presences.liste (
    id uuid not null default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    jour date not null,                     -- the half-day that first called it; kept as long as its school year
    eleves uuid[] not null check (cardinality(eleves) > 0),
    primary key (ecole_id, classe_id, id)
);
create trigger append_only before update or delete on presences.liste
    for each row execute function presences.refuse_change();
create trigger append_only_whole before truncate on presences.liste
    for each statement execute function presences.refuse_change();

-- Only a first version has one: whatever is said later of a child is a line.
alter table presences.appel
    add column liste_id uuid check (liste_id is null or numero = 1);

drop index presences.appel_ecole_id_envoi_idx;
create unique index on presences.appel (ecole_id, envoi) where envoi is not null;

-- What holds: the last line of each child, and « there » for whoever was on the list and has no line.
create or replace view presences.dernier as
select q.* from (
    select distinct on (l.ecole_id, l.classe_id, l.jour, l.moment, l.eleve_id)
           l.id, l.ecole_id, l.classe_id, l.jour, l.moment, l.eleve_id, l.numero, l.etat, l.arrive, l.parti
      from presences.ligne l
     order by l.ecole_id, l.classe_id, l.jour, l.moment, l.eleve_id, l.numero desc) q
union all
select null, a.ecole_id, a.classe_id, a.jour, a.moment, e.eleve_id, a.numero, 'PRESENT', null, null
  from presences.appel a
  join presences.liste k on k.ecole_id = a.ecole_id and k.classe_id = a.classe_id and k.id = a.liste_id
 cross join unnest(k.eleves) e (eleve_id)
 where not exists (select 1 from presences.ligne l
                    where l.ecole_id = a.ecole_id and l.classe_id = a.classe_id and l.jour = a.jour
                      and l.moment = a.moment and l.eleve_id = e.eleve_id);

-- Who is missing, by the lines alone.
create view presences.absence as
select l.id, l.ecole_id, l.classe_id, l.jour, l.moment, l.eleve_id
  from presences.ligne l
 where l.etat = 'ABSENT'
   and not exists (select 1 from presences.ligne s
                    where s.ecole_id = l.ecole_id and s.classe_id = l.classe_id and s.jour = l.jour
                      and s.moment = l.moment and s.eleve_id = l.eleve_id and s.numero > l.numero);

-- The classes of a school on whose rolls someone of these stands: where to look before the rolls are read.
create function presences.classes_of(ecole uuid, eleves uuid[]) returns uuid[] language sql stable as $$
    select coalesce(array_agg(q.classe_id), '{}')
      from (select k.classe_id from presences.liste k where k.ecole_id = ecole and k.eleves && classes_of.eleves
            union select l.classe_id from presences.ligne l
             where l.ecole_id = ecole and l.eleve_id = any(classes_of.eleves)) q
$$;
