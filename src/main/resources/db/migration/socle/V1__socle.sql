-- What this installation is: marked once, read at each start.
create table socle.installation (
    cle text primary key,
    valeur text not null,
    pose_le timestamptz not null default now()
);

-- What the region says of itself (socle.Region): dated rows, an empty one gives back what the operator set.
create table socle.reglage (
    id uuid primary key default uuidv7(),
    cle text not null,
    valeur text not null,
    pose_le timestamptz not null,
    remplace_le timestamptz
);
create unique index on socle.reglage (cle) where remplace_le is null;

create function socle.annonce() returns trigger language plpgsql as $$
begin
    perform pg_notify('reglages', '');
    return null;
end $$;
create trigger annonce after insert or update or delete on socle.reglage
    for each statement execute function socle.annonce();
