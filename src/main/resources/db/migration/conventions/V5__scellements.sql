-- What was signed in the application: the print of the document that was shown, and a seal of it with who signed, when,
-- under the installation's secret. Whoever changes the file, or this row, breaks it.
create table conventions.scellement (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    convention_id uuid not null references conventions.convention,
    avenant_id uuid references conventions.avenant,
    empreinte bytea not null,         -- SHA-256 of the document
    signataire text not null,         -- as they are called that day
    signe_le timestamptz not null,
    sceau bytea not null,
    par_id uuid
);
create index on conventions.scellement (convention_id);
create index on conventions.scellement (par_id);
create trigger append_only before update on conventions.scellement for each row
    execute function conventions.refuse_change();
