-- Of a guardian who is forgotten the feed's numbers alone stay; of who decided, nothing: the journal has it for a year.
alter table annuaire.restriction
    alter column responsable_id drop not null,
    alter column auteur_personnel_id drop not null;
