-- The name that people write, when a feed's capitals have lost it ("École élémentaire Frédéric Mistral").
alter table annuaire.structure add column nom_usage text;
