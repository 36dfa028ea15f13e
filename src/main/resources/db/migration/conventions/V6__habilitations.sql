-- Who of the region signs in the application: named by somebody else of the region, by an act of delegation, for a time.
create table conventions.habilitation (
    id uuid primary key default uuidv7(),
    agent_id uuid not null,
    qualite text not null,            -- « Secrétaire générale de la région académique »
    acte text not null,               -- « arrêté du 3 septembre 2026 »
    du date not null,
    au date not null,
    accordee_le timestamptz not null,
    par_id uuid,
    retiree_le timestamptz,
    retiree_par uuid,
    check (au >= du),
    check (agent_id <> par_id)        -- nobody names themselves
);
create index on conventions.habilitation (agent_id);
create index on conventions.habilitation (par_id);
create index on conventions.habilitation (retiree_par);

-- A seal says for which side it was made, and in which quality.
alter table conventions.scellement add column region boolean not null default false;
alter table conventions.scellement add column qualite text not null default '';
