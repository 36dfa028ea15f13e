-- socle says the words for all rooms; they are those of before, and what the school has seen and answered of what
-- families say.
select socle.fait_annoncer(q.quoi::regclass, q.mots)
  from (values
        ('liaison.mot', 'select ''mots.'' || ecole_id from t union all select ''mots.'' || auteur_id from t'),
        ('liaison.version', 'select ''mots.'' || ecole_id from t'),
        ('liaison.destination', 'select ''mots.'' || ecole_id from t'),
        ('liaison.masque', 'select ''mots.'' || ecole_id from t'),
        ('liaison.lecture', 'select ''mots.'' || personne_id from t union all
            select ''mots.'' || m.auteur_id from t join liaison.mot m on m.id = t.mot_id where t.principale'),
        ('liaison.reponse', 'select ''mots.'' || personne_id from t'),
        ('liaison.parole', 'select ''paroles.'' || ecole_id from t union all select ''paroles.'' || auteur_id from t'),
        ('liaison.parole_vue', 'select ''paroles.'' || unnest(array[p.ecole_id, p.auteur_id]) from t
            join liaison.parole p on p.id = t.parole_id'),
        ('liaison.parole_suite', 'select ''paroles.'' || unnest(array[p.ecole_id, p.auteur_id]) from t
            join liaison.parole p on p.id = t.parole_id'))
       q (quoi, mots);
drop function liaison.annonce();
