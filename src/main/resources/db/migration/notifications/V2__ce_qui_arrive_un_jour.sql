-- What reaches a school that day, of all rooms: who writes to its families is told how much that is.
create index on notifications.remise (ecole_id, due_le) where annulee_le is null;
