-- A child whom feeds have forgotten for three months leaves; should they come back, whoever was kept out still is.
-- What stays meanwhile are the two numbers of the feed and the dates, without the words of the decision.
alter table annuaire.restriction
    add column eleve_academie text,
    add column eleve_aaf_id text,
    add column oubliee_le date;
create index on annuaire.restriction (eleve_academie, eleve_aaf_id) where eleve_aaf_id is not null;
