-- Who has opened it is read too: a rule closes what it had opened itself.
create or replace view annuaire.ouverte as
select structure_id as ecole_id, ouverte_le, ouverte_par from annuaire.ouverture where fermee_le is null;
