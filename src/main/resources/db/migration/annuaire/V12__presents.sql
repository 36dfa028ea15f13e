-- Published to module comptes (read-only): pupils of a school who are here, whatever their class. A head's home counts
-- them without the classes that annuaire.famille reads with them.
create view annuaire.present as
select structure_id as ecole_id, id as eleve_id, niveau from annuaire.eleve where suspendu_le is null;
