-- Where the commune itself serves meals, care or study, it reads who is there: a head's choice, by service.
alter table presences.choix drop constraint choix_quoi_check;
alter table presences.choix add constraint choix_quoi_check check
    (quoi in ('EQUIPE', 'CANTINE', 'GARDERIE', 'ETUDE', 'NOMS_CANTINE', 'NOMS_GARDERIE', 'NOMS_ETUDE'));

-- A child who eats, stays or studies that day, for some weeks. A row ends when the list is said anew without them.
create table presences.servi (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    jour date not null,
    service text not null check (service in ('CANTINE', 'GARDERIE', 'ETUDE')),
    eleve_id uuid not null,
    auteur_id uuid,
    dit_le timestamptz not null,
    fini_le timestamptz
);
create unique index on presences.servi (ecole_id, jour, classe_id, service, eleve_id) where fini_le is null;
create index on presences.servi (ecole_id, classe_id, service, jour);
create index on presences.servi (eleve_id);
create index on presences.servi (auteur_id);
create index on presences.servi (jour);
