-- For whom a code was handed (a joined account is several people), how often a birth date was wrong with it, and why it
-- serves no more: another was given instead, another was used, or five dates were wrong.
alter table comptes.code add column personne_id uuid,
                         add column erreurs int not null default 0,
                         add column annule_pour text check (annule_pour in ('REDONNE', 'AUTRE', 'DATES'));
create index on comptes.code (personne_id) where personne_id is not null;

-- Where people have come in before, counted by address: a school whose people are known there is slowed later.
alter table comptes.essai add column adresse bytea;
create index on comptes.essai (adresse) where adresse is not null;
