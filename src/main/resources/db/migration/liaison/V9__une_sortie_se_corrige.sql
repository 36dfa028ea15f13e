-- An outing as each version of its note says it: a version that says nothing of it keeps what the one before said.
alter table liaison.precaution drop constraint precaution_mot_id_fkey;
alter table liaison.sortie add column numero int not null default 1;
alter table liaison.sortie alter column numero drop default;
alter table liaison.sortie drop constraint sortie_pkey;
alter table liaison.sortie add primary key (mot_id, numero);
alter table liaison.precaution add foreign key (mot_id) references liaison.mot on delete cascade;

-- The last day of the answers as the version said it; that of the note is the one that holds.
alter table liaison.version add column avant date;
update liaison.version v set avant = m.avant from liaison.mot m where m.id = v.mot_id and m.avant is not null;
