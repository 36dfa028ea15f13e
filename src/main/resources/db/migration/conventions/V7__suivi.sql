-- Where each convention stands, narrowed to what a list of all of them asks: the days of its facts, what is awaited,
-- the words by which it is searched. It is read from `situation` again whenever a row is written that it depends on, in
-- the same transaction, so that a board of a year reads one narrow row a convention. The state itself is not kept: it
-- depends on the day.
create table conventions.suivi (
    convention_id uuid primary key references conventions.convention on delete cascade,
    commune_insee text not null,
    annee int not null,
    numero text collate "C" not null,
    declaration_id uuid not null,
    mots text not null,               -- denomination, number and SIRET, small letters without accents
    transmise date,
    commune date,
    region date,
    fin date,                         -- last day; null as long as nothing was sent
    resiliee date,                    -- first day without it
    acte boolean not null,
    avenants_commune int not null,
    avenants_region int not null,
    contestees int not null
);
create unique index on conventions.suivi (annee, numero);
create index on conventions.suivi (commune_insee, annee);

create function conventions.sans_accents(mots text) returns text language sql immutable strict parallel safe
    return regexp_replace(normalize(lower(replace(mots, '’', '''')), NFD), '[\u0300-\u036f]', '', 'g');

create function conventions.suivre(quelle uuid) returns void language sql as $$
insert into conventions.suivi (convention_id, commune_insee, annee, numero, declaration_id, mots, transmise, commune, region,
                               fin, resiliee, acte, avenants_commune, avenants_region, contestees)
select s.id, s.commune_insee, s.annee, s.numero, s.declaration_id,
       conventions.sans_accents(s.denomination) || ' ' || s.numero || ' ' || s.siret,
       s.transmise, s.commune, s.region,
       case when s.fige then (p.contenu ->> 'fin')::date end,
       least(case when (p.contenu ->> 'preavis')::int > 0
                  then ((s.etapes ->> 'PREAVIS')::date + make_interval(months => (p.contenu ->> 'preavis')::int))::date end,
             (s.etapes ->> 'RESILIATION')::date + 15),
       s.acte, s.avenants_commune, s.avenants_region, s.contestees
  from conventions.situation s left join conventions.parametres p on p.id = s.parametres_id
 where s.id = quelle
on conflict (convention_id) do update
   set declaration_id = excluded.declaration_id, mots = excluded.mots, transmise = excluded.transmise,
       commune = excluded.commune, region = excluded.region, fin = excluded.fin, resiliee = excluded.resiliee,
       acte = excluded.acte, avenants_commune = excluded.avenants_commune, avenants_region = excluded.avenants_region,
       contestees = excluded.contestees
$$;

create function conventions.suit() returns trigger language plpgsql as $$
begin
    if tg_argv[0] = 'titre' then
        perform conventions.suivre(t.convention_id) from conventions.titre t where t.id = new.titre_id;
    elsif tg_argv[0] = 'contestation' then
        perform conventions.suivre(t.convention_id)
           from conventions.contestation k join conventions.titre t on t.id = k.titre_id where k.id = new.contestation_id;
    else
        perform conventions.suivre(new.convention_id);
    end if;
    return null;
end $$;

create trigger suit after insert on conventions.declaration for each row execute function conventions.suit('convention');
create trigger suit after insert on conventions.fait for each row execute function conventions.suit('convention');
create trigger suit after insert on conventions.acte for each row execute function conventions.suit('convention');
create trigger suit after insert on conventions.avenant for each row execute function conventions.suit('convention');
create trigger suit after insert on conventions.titre for each row when (new.annule_id is not null)
    execute function conventions.suit('convention');
create trigger suit after insert on conventions.contestation for each row execute function conventions.suit('titre');
create trigger suit after insert on conventions.reponse for each row execute function conventions.suit('contestation');

select conventions.suivre(id) from conventions.convention;

-- Their state on a day, as `conventions.regles.Etat` says it, and what is awaited, as `Attente` does: a test holds them
-- together.
create function conventions.suivie(jour date)
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
                                           where n.commune_insee = s.commune_insee and n.annee = s.annee + 1
                                             and n.commune is not null and n.region is not null) then 'RENOUVELEE'
                             else 'ECHUE' end
                   when s.commune is not null then 'SIGNEE_COMMUNE'
                   when s.region is not null then 'SIGNEE_REGION'
                   when s.transmise is not null then 'TRANSMISE'
                   else 'BROUILLON' end as etat) e
$$;
