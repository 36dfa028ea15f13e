-- A link for another password that was asked for by its holder, or by anyone who knows the login: so many a day, and
-- no more, reach a box.
create table comptes.oubli (
    id uuid primary key default uuidv7(),
    compte_id uuid not null references comptes.compte on delete cascade,
    ecrit_le timestamptz not null
);
create index on comptes.oubli (compte_id, ecrit_le);
create index on comptes.oubli (ecrit_le);
