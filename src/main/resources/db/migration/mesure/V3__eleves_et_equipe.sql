-- Beside the families, the same night: pupils and those who work there, and how many of them have an account in use.
alter table mesure.jointe
    add column eleves int not null default 0,
    add column eleves_venus int not null default 0,
    add column equipe int not null default 0,
    add column equipe_venus int not null default 0,
    add check (eleves_venus <= eleves and equipe_venus <= equipe);
