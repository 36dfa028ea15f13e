-- What a head knows better than the feed, with the reason that she gave. The directory says `valeur`, and a feed that
-- still says `dit` changes nothing; when it says something else, it has been mended at its source and the row ends
-- (docs/adr/0075-what-a-school-adds-to-the-feed.md).
create table annuaire.correction (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    personne_id uuid not null,
    nature text not null check (nature in ('ELEVE', 'RESPONSABLE')),
    champ text not null check (champ in ('prenom', 'nom', 'date_naissance', 'telephone_mobile', 'courriel')),
    dit text not null,                -- what the feed says, '' for nothing
    valeur text not null,
    motif text not null,
    auteur_personnel_id uuid,         -- null once forgotten
    posee_le timestamptz not null,
    finie_le timestamptz,
    finie text check (finie in ('SOURCE', 'RETIREE')),
    check ((finie is null) = (finie_le is null))
);
create unique index on annuaire.correction (personne_id, champ) where finie_le is null;
create index on annuaire.correction (personne_id);
create index on annuaire.correction (ecole_id) where finie_le is null;
create index on annuaire.correction (auteur_personnel_id) where auteur_personnel_id is not null;

-- The last day of a link by hand, when a decision gives it one.
alter table annuaire.lien add column jusque date;
create index on annuaire.lien (jusque) where jusque is not null and retire_le is null;
create or replace function annuaire.autorite(jour date) returns table (responsable_id uuid, eleve_id uuid, code text)
    language sql stable parallel safe as $$
select l.responsable_id, l.eleve_id, l.code
  from annuaire.lien l
  join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
 where l.retire_le is null and (l.jusque is null or l.jusque >= jour)
   and not exists (select 1 from annuaire.restriction r
                    where r.responsable_id = l.responsable_id and r.eleve_id = l.eleve_id and r.levee_le is null
                      and r.depuis <= jour and (r.jusque is null or r.jusque >= jour))
$$;
