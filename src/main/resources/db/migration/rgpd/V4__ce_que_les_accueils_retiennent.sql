-- Nodes remember what is said to be wrong (docs/adr/0091): `corrections.<school>` for who answers,
-- `corrections.<person>` for who has asked.
select socle.fait_annoncer('rgpd.correction', 'select ''corrections.'' || ecole_id from t union all
    select ''corrections.'' || demandeur_id from t');
