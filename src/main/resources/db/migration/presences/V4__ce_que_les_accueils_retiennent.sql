-- Nodes remember what a home shows of absences (docs/adr/0077): `absences.<pupil>` for their guardians,
-- `absences.<school>` for who directs it or works there.
select socle.fait_annoncer(q.quoi::regclass, q.mots)
  from (values
        ('presences.ligne', 'select ''absences.'' || ecole_id from t union all select ''absences.'' || eleve_id from t'),
        ('presences.excuse', 'select ''absences.'' || ecole_id from t union all select ''absences.'' || eleve_id from t'),
        ('presences.decision', 'select ''absences.'' || ecole_id from t'),
        ('presences.nom', 'select ''absences.'' || ecole_id from t'),
        ('presences.choix', 'select ''absences.'' || ecole_id from t'))
       q (quoi, mots);
