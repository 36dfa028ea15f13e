-- Nodes remember the number of each school until they are told that it has moved (docs/adr/0091): `mouvement.<school>`;
-- of a new version of the charter, all of them.
select socle.fait_annoncer('comptes.mouvement', 'select ''mouvement.'' || ecole_id from t');
select socle.fait_annoncer('comptes.charte', 'select ''mouvement'' from t');
