-- The words are those of before; socle says them for all rooms.
select socle.fait_annoncer(q.quoi::regclass, q.mots)
  from (values
        ('liaison.mot', 'select ''mots.'' || ecole_id from t union all select ''mots.'' || auteur_id from t'),
        ('liaison.version', 'select ''mots.'' || ecole_id from t'),
        ('liaison.destination', 'select ''mots.'' || ecole_id from t'),
        ('liaison.masque', 'select ''mots.'' || ecole_id from t'),
        ('liaison.lecture', 'select ''mots.'' || personne_id from t union all
            select ''mots.'' || m.auteur_id from t join liaison.mot m on m.id = t.mot_id where t.principale'),
        ('liaison.reponse', 'select ''mots.'' || personne_id from t'),
        ('liaison.parole', 'select ''paroles.'' || ecole_id from t union all select ''paroles.'' || auteur_id from t'))
       q (quoi, mots);
drop function liaison.annonce();
