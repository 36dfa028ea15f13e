-- Which lines were applied, by their numbers: none is done twice. Of files that were applied before, it is not known.
alter table annuaire.complement
    add column appliquees bigint[] not null default '{}';

-- How many disagreements of each sort, in the order of the page: jsonb keeps none of its keys.
update annuaire.officielle_recue
   set apercu = jsonb_set(apercu, '{desaccords}', (
           select coalesce(jsonb_agg(jsonb_build_object('sorte', d.key, 'nombre', d.value) order by array_position(
                      array['fermee', 'renommee', 'sans-flux', 'sans-annuaire', 'commune', 'circonscription', 'siret'],
                      d.key)), '[]')
             from jsonb_each(apercu -> 'desaccords') d))
 where jsonb_typeof(apercu -> 'desaccords') = 'object';

comment on table annuaire.officielle_recue is
    'after a day a file is taken no more; it goes, and after a month what it did, when the next one is given';
