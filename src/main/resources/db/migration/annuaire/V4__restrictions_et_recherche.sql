-- A restriction ends early by a fact of its own: dated, with who and why; the row stays as its own history.
alter table annuaire.restriction
    add column levee_le timestamptz,
    add column levee_par uuid,        -- personnel
    add column levee_motif text;

-- The scanned decision, apart: read by no list, only by heads of the school who ask for it.
create table annuaire.restriction_piece (
    restriction_id uuid primary key references annuaire.restriction on delete cascade,
    genre text not null check (genre in ('PDF', 'JPEG', 'PNG')),   -- from its first bytes
    octets bytea not null
);

create or replace view annuaire.autorite as
select l.responsable_id, l.eleve_id, l.code
  from annuaire.lien l
  join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
 where l.retire_le is null
   and not exists (select 1 from annuaire.restriction r
                    where r.responsable_id = l.responsable_id and r.eleve_id = l.eleve_id and r.levee_le is null
                      and r.depuis <= current_date and (r.jusque is null or r.jusque >= current_date));

-- Search by name (docs/adr/0018-search-by-name.md). unaccent may already stand in another schema of the base.
create extension if not exists unaccent schema annuaire;
do $$
declare place text := (select n.nspname from pg_extension x join pg_namespace n on n.oid = x.extnamespace
                        where x.extname = 'unaccent');
begin
    -- Immutable as the rules of a version of PostgreSQL are: after a major upgrade the indexes are rebuilt.
    execute format('create function annuaire.sans_accent(mots text) returns text '
        || 'language sql immutable strict parallel safe return %I.unaccent(%L::regdictionary, normalize(mots, NFC))',
        place, place || '.unaccent');
end $$;

-- Lower case, no accent, words parted by one space: "D’ESTÈVE--PUJOL" is "d esteve pujol".
create function annuaire.cle(mots text) returns text language sql immutable strict parallel safe
return btrim(regexp_replace(lower(annuaire.sans_accent(mots) collate "und-x-icu"), '[^[:alnum:]]+', ' ', 'g'));

-- The words of a person's name, and each name without its spaces ("desteve" finds "d’Estève").
create function annuaire.mots(prenom text, nom text) returns tsvector language sql immutable strict parallel safe
return to_tsvector('simple'::regconfig, annuaire.cle(prenom) || ' ' || annuaire.cle(nom) || ' '
    || replace(annuaire.cle(prenom), ' ', '') || ' ' || replace(annuaire.cle(nom), ' ', ''));

-- What one typed: each word begins a word of the name, in any order, or all together they begin one. A single letter
-- is a whole name. Only letters, figures and spaces are left in a key: nothing to escape.
create function annuaire.demande(saisie text) returns tsquery language sql immutable strict parallel safe
return case
    when length(annuaire.cle(saisie)) = 0 then ''::tsquery
    when length(annuaire.cle(saisie)) = 1 then annuaire.cle(saisie)::tsquery
    else ('(' || replace(annuaire.cle(saisie), ' ', ':* & ') || ':*) | '
         || replace(annuaire.cle(saisie), ' ', '') || ':*')::tsquery
end;

create index eleve_mots on annuaire.eleve using gin (annuaire.mots(prenom, nom)) where suspendu_le is null;
create index responsable_mots on annuaire.responsable using gin (annuaire.mots(prenom, nom)) where suspendu_le is null;
create index personnel_mots on annuaire.personnel using gin (annuaire.mots(prenom, nom)) where suspendu_le is null;
