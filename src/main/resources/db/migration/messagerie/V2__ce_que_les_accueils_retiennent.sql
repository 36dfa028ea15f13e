-- Nodes remember what a home shows of messages (docs/adr/0077): `messages.<person>` for what is unread in their box.
-- Who has nothing unread shows nothing, whatever becomes of a message.
select socle.fait_annoncer(q.quoi::regclass, q.mots)
  from (values
        ('messagerie.participant', 'select ''messages.'' || personne_id from t'),
        ('messagerie.message', 'select ''messages.'' || p.personne_id from t
            join messagerie.participant p on p.conversation_id = t.conversation_id where p.non_lus > 0'),
        ('messagerie.conversation', 'select ''messages.'' || p.personne_id from t
            join messagerie.participant p on p.conversation_id = t.id where p.non_lus > 0'),
        ('messagerie.lecture_retiree', 'select ''messages.'' || personne_id from t'))
       q (quoi, mots);
