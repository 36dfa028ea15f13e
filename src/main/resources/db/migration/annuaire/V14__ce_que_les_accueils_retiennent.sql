-- Nodes remember the number of each school until they are told that it has moved (docs/adr/0091): `remaniement.<school>`,
-- the nil one for the schools themselves.
select socle.fait_annoncer('annuaire.remaniement', 'select ''remaniement.'' || ecole_id from t');
