-- What the application does by itself. Nobody stands in these tables.

-- When each work is due, and which node does it now: db-scheduler's table, its columns are its own.
create table travaux.tache (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on travaux.tache (execution_time);
create index on travaux.tache (last_heartbeat);

-- What each run did.
create table travaux.execution (
    id uuid primary key default uuidv7(),
    travail text not null,
    noeud text not null,
    etat text not null check (etat in ('EN_COURS', 'REUSSIE', 'ECHOUEE', 'INTERROMPUE')),
    commencee_le timestamptz not null,
    finie_le timestamptz,
    compte jsonb not null default '{}',
    motif text,                        -- class of the failure, never its words
    check ((etat = 'EN_COURS') = (finie_le is null))
);
create index on travaux.execution (travail, commencee_le desc);
