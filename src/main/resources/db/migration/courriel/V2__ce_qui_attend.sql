-- What waits, oldest first, for who watches over it.
create index on courriel.envoi (created_at) where etat = 'A_ENVOYER';
