-- The words are those of before; socle says them for all rooms.
select socle.fait_annoncer(q.quoi::regclass, q.mots)
  from (values
        ('cahierdetextes.travail',
         'select ''travaux.'' || ecole_id from t union all select ''travaux.'' || classe_id from t'),
        ('cahierdetextes.destination', 'select ''travaux.'' || ecole_id from t'),
        ('cahierdetextes.coche', 'select ''travaux.'' || eleve_id from t'),
        ('cahierdetextes.remise', 'select ''travaux.'' || t.eleve_id from t union all
            select ''travaux.'' || w.classe_id from t join cahierdetextes.travail w on w.id = t.travail_id'),
        ('cahierdetextes.retour',
         'select ''travaux.'' || r.eleve_id from t join cahierdetextes.remise r on r.id = t.remise_id union all
            select ''travaux.'' || w.classe_id from t join cahierdetextes.remise r on r.id = t.remise_id
              join cahierdetextes.travail w on w.id = r.travail_id'),
        ('cahierdetextes.cahier', 'select ''travaux.'' || classe_id from t'))
       q (quoi, mots);
drop function cahierdetextes.annonce();
