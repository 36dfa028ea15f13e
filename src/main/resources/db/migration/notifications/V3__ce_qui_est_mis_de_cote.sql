-- What is put aside for now may come back as it was: meanwhile `titre` says that it is aside, this is what it said.
alter table notifications.depot add column titre_avant text check (length(titre_avant) <= 160);
