-- Nodes remember what awaits the decision of a head or of the region (docs/adr/0077): `surete.<school>`, the nil one for
-- the region.
select socle.fait_annoncer(quoi::regclass, 'select ''surete.'' || ecole_id from t union all
    select ''surete.00000000-0000-0000-0000-000000000000'' from t')
  from unnest(array['surete.sursis', 'surete.arret']) quoi;
