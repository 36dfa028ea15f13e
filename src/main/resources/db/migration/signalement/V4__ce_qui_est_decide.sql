-- The author of a thing reads there what was decided about it.
create index on signalement.dossier (genre, chose);
