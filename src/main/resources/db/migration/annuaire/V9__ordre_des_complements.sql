-- Whom a file is about, as it was read or answered: several are confirmed in an order, pupils before their guardians
-- (docs/adr/0075-what-a-school-adds-to-the-feed.md).
alter table annuaire.complement
    add column genre text check (genre in ('ELEVES', 'RESPONSABLES', 'ENSEIGNANTS', 'PERSONNELS'));
