-- Which lines were applied, by their numbers: none is done twice. Of files that were applied before, it is not known.
alter table annuaire.complement
    add column appliquees bigint[] not null default '{}';
