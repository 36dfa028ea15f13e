-- By when a report is to be read, whether somebody says that someone is in danger, and that those who decide were told
-- once more because it was late.
alter table signalement.dossier add column danger_le timestamptz;
alter table signalement.dossier add column due_le timestamptz;
alter table signalement.dossier add column rappele_le timestamptz;
update signalement.dossier set due_le = ouvert_le + interval '1 day';
alter table signalement.dossier alter column due_le set not null;
create index on signalement.dossier (due_le) where clos_le is null;
