-- A restriction outlives the guardian's absence from the feed: when a guardian is forgotten while the child is still
-- there, it keeps the number under which the feed would bring them back.
alter table annuaire.restriction
    add column responsable_academie text,
    add column responsable_aaf_id text;
create index on annuaire.restriction (responsable_academie, responsable_aaf_id) where responsable_aaf_id is not null;
