-- A second proof besides the password: codes of a telephone (TOTP, RFC 6238), or a passkey (WebAuthn). It lasts until
-- it ends; one whose first code was never typed proves nothing, and leaves with the nightly purge.
create table comptes.facteur (
    id uuid primary key default uuidv7(),
    compte_id uuid not null references comptes.compte on delete cascade,
    sorte text not null check (sorte in ('CODES', 'CLE')),
    nom text not null,                      -- as its owner calls it
    secret bytea,                           -- CODES: sealed under ent.secret
    pas bigint,                             -- CODES: the last step of thirty seconds whose code was typed
    cle bytea unique,                       -- CLE: what names it to the browser
    cle_publique bytea,
    compteur bigint,                        -- CLE: how often it has signed, where it counts
    voies text[] not null default '{}',     -- CLE: how a device reaches it (usb, internal…)
    pose_le timestamptz not null,
    prouve_le timestamptz,                  -- its first code was typed; a passkey proves itself when it is added
    servi_le timestamptz,
    fini_le timestamptz,
    check (fini_le is not null
           or case sorte when 'CODES' then secret is not null else cle is not null and cle_publique is not null end)
);
create index on comptes.facteur (compte_id) where fini_le is null;
create index on comptes.facteur (compte_id);

-- Ten codes to keep on paper, for the day on which the telephone is lost: each serves once. Prints under ent.secret.
create table comptes.code_secours (
    id uuid primary key default uuidv7(),
    compte_id uuid not null references comptes.compte on delete cascade,
    empreinte bytea not null unique,
    fait_le timestamptz not null,
    utilise_le timestamptz,
    annule_le timestamptz
);
create index on comptes.code_secours (compte_id);

-- Since when an account that must have a second factor has been told so: its days of grace begin there.
create table comptes.sursis_facteur (
    compte_id uuid primary key references comptes.compte on delete cascade,
    depuis timestamptz not null
);

-- A lost telephone, and no code left: asked by one person for another, done by a third.
create table comptes.depannage (
    id uuid primary key default uuidv7(),
    compte_id uuid not null references comptes.compte on delete cascade,
    demandeur_id uuid not null references comptes.compte on delete cascade,
    motif text not null,
    demande_le timestamptz not null,
    expire_le timestamptz not null,
    decideur_id uuid references comptes.compte on delete set null,
    fini_le timestamptz,
    fin text check (fin in ('FAIT', 'REFUSE', 'CADUC')),
    check ((fini_le is null) = (fin is null))
);
create unique index on comptes.depannage (compte_id) where fini_le is null;
create index on comptes.depannage (compte_id);
create index on comptes.depannage (demandeur_id);
create index on comptes.depannage (decideur_id) where decideur_id is not null;

-- A device on which its holder is not asked for the second proof for some days: known by the print of its mark.
create table comptes.appareil_sur (
    id uuid primary key default uuidv7(),
    compte_id uuid not null references comptes.compte on delete cascade,
    empreinte text not null,
    depuis timestamptz not null,
    jusque timestamptz not null,
    fini_le timestamptz
);
create index on comptes.appareil_sur (compte_id) where fini_le is null;
create index on comptes.appareil_sur (compte_id);
create index on comptes.appareil_sur (jusque);
