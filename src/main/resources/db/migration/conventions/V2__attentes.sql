-- A signed document that was the wrong one is followed by another, which is a fact too; who was told of an end that
-- comes, as well.
alter table conventions.fait drop constraint fait_sorte_check;
alter table conventions.fait add constraint fait_sorte_check check (sorte in ('TRANSMISE', 'RENVOYEE', 'SIGNEE_COMMUNE',
    'SIGNEE_REGION', 'PREAVIS', 'MISE_EN_DEMEURE', 'CONCILIATION', 'ACCORD', 'ECHEC', 'RESILIATION', 'RELANCE',
    'REMPLACEE_COMMUNE', 'REMPLACEE_REGION', 'AVERTIE'));

-- What the region answers to a contestation and keeps its titre; else a counter-entry answers.
create table conventions.reponse (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    contestation_id uuid not null unique references conventions.contestation,
    motif text not null,
    faite_le timestamptz not null,
    par_id uuid
);
create index on conventions.reponse (par_id);
create trigger append_only before update on conventions.reponse for each row
    execute function conventions.refuse_change();

-- The same, with the steps since the last settlement alone, and what is still awaited: avenants that count and lack a
-- signature, contestations without an answer.
create or replace view conventions.situation as
select c.id, c.commune_insee, c.annee, c.rang, c.numero, c.cree_le,
       d.id as declaration_id, d.genre, d.denomination, d.forme, d.siret, d.adresse, d.signataire, d.qualite, d.contact,
       d.courriel,
       f.transmise, f.commune, f.region, f.relance,
       v.parametres_id,
       f.parametres_id is not null as fige,
       f.etapes,
       exists (select 1 from conventions.acte a where a.convention_id = c.id) as acte,
       (select jsonb_agg(jsonb_build_object('ecole', i.ecole_id, 'uai', i.uai, 'type', i.type, 'nom', i.nom,
                                            'commune', i.commune, 'departement', i.departement) order by i.uai)
          from conventions.inscription i where i.liste_id = d.id) as ecoles,
       (select jsonb_agg(jsonb_build_object('id', a.id, 'numero', a.numero, 'sorte', a.sorte, 'motif', a.motif,
                 'recuLe', to_char(a.recu_le at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                 'commune', (select max(x.jour) from conventions.fait x
                              where x.avenant_id = a.id and x.sorte = 'SIGNEE_COMMUNE'),
                 'region', (select max(x.jour) from conventions.fait x
                             where x.avenant_id = a.id and x.sorte = 'SIGNEE_REGION'),
                 'ecoles', (select jsonb_agg(jsonb_build_object('ecole', i.ecole_id, 'uai', i.uai, 'type', i.type,
                                   'nom', i.nom, 'commune', i.commune, 'departement', i.departement) order by i.uai)
                              from conventions.inscription i where i.liste_id = a.id)) order by a.numero)
          from conventions.avenant a where a.convention_id = c.id) as avenants,
       n.commune as avenants_commune, n.region as avenants_region,
       (select count(*)::int from conventions.contestation k join conventions.titre t on t.id = k.titre_id
         where t.convention_id = c.id
           and not exists (select 1 from conventions.titre x where x.annule_id = t.id)
           and not exists (select 1 from conventions.reponse r where r.contestation_id = k.id)) as contestees
  from conventions.convention c
  join lateral (select * from conventions.declaration x where x.convention_id = c.id
                 order by x.version desc limit 1) d on true
  left join lateral (
       select max(x.jour) filter (where x.sorte = 'TRANSMISE') as transmise,
              max(x.jour) filter (where x.sorte = 'SIGNEE_COMMUNE') as commune,
              max(x.jour) filter (where x.sorte = 'SIGNEE_REGION') as region,
              max(x.jour) filter (where x.sorte = 'RELANCE') as relance,
              (array_agg(x.parametres_id order by x.id desc) filter (where x.sorte = 'TRANSMISE'))[1] as parametres_id,
              jsonb_object_agg(x.sorte, x.jour order by x.id) filter (where x.sorte in ('PREAVIS', 'MISE_EN_DEMEURE',
                  'CONCILIATION', 'ACCORD', 'ECHEC', 'RESILIATION')
                  and x.id >= coalesce((select r.id from conventions.fait r
                                         where r.convention_id = c.id and r.sorte = 'ACCORD'
                                         order by r.id desc limit 1), '00000000-0000-0000-0000-000000000000')) as etapes
         from conventions.fait x
        where x.convention_id = c.id and x.avenant_id is null
          and x.id > coalesce((select r.id from conventions.fait r
                                where r.convention_id = c.id and r.sorte = 'RENVOYEE'
                                order by r.id desc limit 1), '00000000-0000-0000-0000-000000000000')) f on true
  cross join lateral (
       select coalesce(f.parametres_id, (select p.id from conventions.parametres p where p.annee = c.annee
                                          order by p.version desc limit 1)) as parametres_id) v
  cross join lateral (
       select count(*) filter (where not q.commune)::int as commune,
              count(*) filter (where q.commune and not q.region)::int as region
         from (select exists (select 1 from conventions.fait x
                               where x.avenant_id = a.id and x.sorte = 'SIGNEE_COMMUNE') as commune,
                      exists (select 1 from conventions.fait x
                               where x.avenant_id = a.id and x.sorte = 'SIGNEE_REGION') as region
                 from conventions.avenant a join conventions.parametres p on p.id = v.parametres_id
                where a.convention_id = c.id
                  and coalesce((a.recu_le at time zone 'Europe/Paris')::date
                               between (p.contenu #>> '{fenetre,du}')::date and (p.contenu #>> '{fenetre,au}')::date,
                               true)) q) n;
