-- A declaration that came on the public page: it changes nothing before the link sent to its address has come back.
create table conventions.annonce (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    annee int not null,
    contenu jsonb not null,           -- conventions.Declaration
    ecoles uuid[] not null,
    payeurs text[] not null,          -- INSEE codes of the other communes of its RPI that pay
    empreinte bytea not null unique,  -- of the link, which stands in the letter alone
    faite_le timestamptz not null,
    expire_le timestamptz not null,
    suivie_le timestamptz             -- the link was used
);
create index on conventions.annonce (expire_le);

-- The list of a commune of many schools, as its IEN has established it; the last one counts.
create table conventions.liste (
    id uuid primary key default uuidv7(),
    commune_insee text not null,
    annee int not null,
    ecoles uuid[] not null,
    etablie_le timestamptz not null,
    par_id uuid
);
create index on conventions.liste (commune_insee, annee);
create index on conventions.liste (par_id);
create trigger append_only before update on conventions.liste for each row
    execute function conventions.refuse_change();

-- Communes that pay for the same RPI: what one has declared is proposed to the others.
create table conventions.proposition (
    id uuid primary key default uuidv7(),
    commune_insee text not null,      -- to whom
    annee int not null,
    de_insee text not null,           -- who has declared
    denomination text not null,       -- of the RPI, as they said it
    forme text not null,
    faite_le timestamptz not null,
    unique (commune_insee, annee, de_insee)
);
