-- Nodes remember how many reports await someone (docs/adr/0077): `signalements.<place>`, of the school, the classes, the
-- circonscription; the nil one for the region.
select socle.fait_annoncer('signalement.dossier', 'select ''signalements.'' || lieu from t
    cross join unnest(array[t.ecole_id, t.circonscription_id, ''00000000-0000-0000-0000-000000000000''] || t.classes) lieu');
