-- A filed conversation that somebody goes on with comes back into the list: it is kept all the same, with its reason
-- and its folder. `classe_le`: it is out of the list; `garde_le`: since when it is kept.
alter table messagerie.participant add column garde_le timestamptz;
update messagerie.participant set garde_le = coalesce(classe_le, dernier_le) where classe_motif is not null;
drop index messagerie.participant_classe;
create index participant_garde on messagerie.participant (personne_id, dernier_le desc, conversation_id desc)
    where garde_le is not null;
