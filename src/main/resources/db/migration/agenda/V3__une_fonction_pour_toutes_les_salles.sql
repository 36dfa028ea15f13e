-- The words are those of before; socle says them for all rooms.
select socle.fait_annoncer(quoi::regclass, 'select ''agenda.'' || ecole_id from t')
  from unnest(array['agenda.evenement', 'agenda.seance', 'agenda.destination']) quoi;
drop function agenda.annonce();
