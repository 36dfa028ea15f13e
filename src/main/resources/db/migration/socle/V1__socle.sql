-- What this installation is: marked once, read at each start.
create table socle.installation (
    cle text primary key,
    valeur text not null,
    pose_le timestamptz not null default now()
);
