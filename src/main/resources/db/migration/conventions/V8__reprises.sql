-- What changes in the middle of a school year, as the region says it: a school that another one takes up, or that closes;
-- a commune that another one succeeds (commune nouvelle: code général des collectivités territoriales, L2113-5). The last
-- word of each holds; what was signed, and what is billed for its year, stays.
create table conventions.reprise (
    id uuid primary key default uuidv7(),
    commune_insee text not null,      -- where the school stands
    ecole_id uuid not null,
    par_ecole_id uuid,                -- who takes it up; null: nobody, it closes
    jour date not null,               -- first day
    motif text not null,
    retiree boolean not null,         -- the word before is taken back
    dite_le timestamptz not null,
    par_id uuid,
    check (par_ecole_id <> ecole_id)
);
create index on conventions.reprise (ecole_id, id);
create index on conventions.reprise (par_id);
create trigger append_only before update on conventions.reprise for each row
    execute function conventions.refuse_change();

create table conventions.succession (
    id uuid primary key default uuidv7(),
    commune_insee text not null,      -- that is no more
    nouvelle_insee text not null,     -- who answers for its conventions
    denomination text not null,       -- of the new one, as a titre names it
    siret text not null,
    jour date not null,
    motif text not null,
    retiree boolean not null,
    dite_le timestamptz not null,
    par_id uuid,
    check (nouvelle_insee <> commune_insee)
);
create index on conventions.succession (commune_insee, id);
create index on conventions.succession (par_id);
create trigger append_only before update on conventions.succession for each row
    execute function conventions.refuse_change();

create view conventions.reprise_dite as
select r.* from (select distinct on (ecole_id) * from conventions.reprise order by ecole_id, id desc) r where not r.retiree;
create view conventions.succession_dite as
select s.* from (select distinct on (commune_insee) * from conventions.succession order by commune_insee, id desc) s
 where not s.retiree;

-- What a day opens and closes is worked out from one narrow row a convention too: its window, until when it keeps open the
-- schools of the one before, its list, the avenants that both have signed. Schools are written after the declaration or
-- the avenant that lists them; both count from a later fact on, which reads them again.
alter table conventions.suivi add column fenetre_du date, add column fenetre_au date, add column tolerance date,
    add column ecoles uuid[] not null default '{}', add column avenants jsonb;

create or replace function conventions.suivre(quelle uuid) returns void language sql as $$
insert into conventions.suivi (convention_id, commune_insee, annee, numero, declaration_id, mots, transmise, commune, region,
                               fin, resiliee, acte, avenants_commune, avenants_region, contestees, fenetre_du, fenetre_au,
                               tolerance, ecoles, avenants)
select s.id, s.commune_insee, s.annee, s.numero, s.declaration_id,
       conventions.sans_accents(s.denomination) || ' ' || s.numero || ' ' || s.siret,
       s.transmise, s.commune, s.region,
       case when s.fige then (p.contenu ->> 'fin')::date end,
       least(case when (p.contenu ->> 'preavis')::int > 0
                  then ((s.etapes ->> 'PREAVIS')::date + make_interval(months => (p.contenu ->> 'preavis')::int))::date end,
             (s.etapes ->> 'RESILIATION')::date + 15),
       s.acte, s.avenants_commune, s.avenants_region, s.contestees,
       (p.contenu #>> '{fenetre,du}')::date, (p.contenu #>> '{fenetre,au}')::date, (p.contenu ->> 'tolerance')::date,
       array(select i.ecole_id from conventions.inscription i where i.liste_id = s.declaration_id order by i.ecole_id),
       (select jsonb_agg(jsonb_build_object('recuLe', a ->> 'recuLe',
                                            'signeLe', greatest((a ->> 'commune')::date, (a ->> 'region')::date),
                                            'ecoles', (select jsonb_agg(e ->> 'ecole')
                                                         from jsonb_array_elements(a -> 'ecoles') e)))
          from jsonb_array_elements(s.avenants) a
         where a ->> 'commune' is not null and a ->> 'region' is not null)
  from conventions.situation s left join conventions.parametres p on p.id = s.parametres_id
 where s.id = quelle
on conflict (convention_id) do update
   set declaration_id = excluded.declaration_id, mots = excluded.mots, transmise = excluded.transmise,
       commune = excluded.commune, region = excluded.region, fin = excluded.fin, resiliee = excluded.resiliee,
       acte = excluded.acte, avenants_commune = excluded.avenants_commune, avenants_region = excluded.avenants_region,
       contestees = excluded.contestees, fenetre_du = excluded.fenetre_du, fenetre_au = excluded.fenetre_au,
       tolerance = excluded.tolerance, ecoles = excluded.ecoles, avenants = excluded.avenants
$$;

select conventions.suivre(id) from conventions.convention;

-- The board is searched by the code of a school too, and a convention says which others list its schools.
create index on conventions.inscription (uai);
create index on conventions.suivi (declaration_id);

-- The same, renewed by who succeeds the commune as well.
create or replace function conventions.suivie(jour date)
    returns table (convention_id uuid, commune_insee text, annee int, numero text, declaration_id uuid, mots text,
                   etat text, attentes text[])
    language sql stable parallel safe as $$
select s.convention_id, s.commune_insee, s.annee, s.numero, s.declaration_id, s.mots, e.etat,
       array_remove(array[
           case e.etat when 'BROUILLON' then 'TRANSMISSION'
                       when 'TRANSMISE' then 'SIGNATURE_COMMUNE'
                       when 'SIGNEE_REGION' then 'SIGNATURE_COMMUNE'
                       when 'SIGNEE_COMMUNE' then 'SIGNATURE_REGION' end,
           case when e.etat = 'ACTIVE' and not s.acte then 'ACTE' end,
           case when e.etat = 'ACTIVE' and s.avenants_commune > 0 then 'AVENANT_COMMUNE' end,
           case when e.etat = 'ACTIVE' and s.avenants_region > 0 then 'AVENANT_REGION' end,
           case when s.contestees > 0 then 'CONTESTATION' end], null)
  from conventions.suivi s
 cross join lateral (
       select case when s.resiliee <= jour then 'RESILIEE'
                   when s.commune is not null and s.region is not null then
                        case when s.fin >= jour then 'ACTIVE'
                             when exists (select 1 from conventions.suivi n
                                           where n.commune_insee in (s.commune_insee,
                                                     (select x.nouvelle_insee from conventions.succession_dite x
                                                       where x.commune_insee = s.commune_insee))
                                             and n.annee = s.annee + 1
                                             and n.commune is not null and n.region is not null) then 'RENOUVELEE'
                             else 'ECHUE' end
                   when s.commune is not null then 'SIGNEE_COMMUNE'
                   when s.region is not null then 'SIGNEE_REGION'
                   when s.transmise is not null then 'TRANSMISE'
                   else 'BROUILLON' end as etat) e
$$;
