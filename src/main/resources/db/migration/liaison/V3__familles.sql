-- What a guardian says to the school of one child: of its author and of those who teach or direct the child, never of
-- the other guardian.

create table liaison.parole (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    eleve_id uuid not null,
    auteur_id uuid not null,              -- the guardian
    nature text not null check (nature in ('ABSENCE', 'DEPART', 'QUESTION')),
    annee int not null,                   -- of the rentrée that opens its school year: its term counts from there
    dite_le timestamptz not null,
    remise_le timestamptz not null,       -- when bells ring at school
    changee_le timestamptz,               -- the last time its author changed it
    changements int not null default 0,   -- how often: each rings at school
    annulee_le timestamptz,
    masquee_le timestamptz,               -- kept from the teachers since, while a report about it is judged, or because it was
    retiree_le timestamptz,               -- taken away for good after a report: its author alone finds it
    debut date,                           -- of an absence; the day of a pick-up
    debut_moment text check (debut_moment in ('MATIN', 'APRES_MIDI')),
    fin date,
    fin_moment text check (fin_moment in ('MATIN', 'APRES_MIDI')),
    motif text,                           -- code de l'éducation, L131-8
    personne text,                        -- who collects the child
    lien text,
    telephone text,
    texte text not null,
    check ((nature = 'QUESTION') = (debut is null)),
    check ((debut is null) = (fin is null))
);
create index on liaison.parole (ecole_id, fin);
create index on liaison.parole (eleve_id, dite_le);
create index on liaison.parole (auteur_id, dite_le);

-- Who of the school has opened it, each time that it was new to them.
create table liaison.parole_vue (
    ecole_id uuid not null,
    parole_id uuid not null references liaison.parole on delete cascade,
    personne_id uuid not null,
    vue_le timestamptz not null,
    primary key (parole_id, personne_id)
);
create index on liaison.parole_vue (ecole_id, parole_id);
create index on liaison.parole_vue (personne_id);

create table liaison.parole_suite (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    parole_id uuid not null references liaison.parole on delete cascade,
    auteur_id uuid,                       -- null once forgotten
    de text not null check (de in ('FAMILLE', 'ECOLE')),
    texte text not null,
    ecrite_le timestamptz not null
);
create index on liaison.parole_suite (ecole_id, parole_id);
create index on liaison.parole_suite (parole_id, ecrite_le);
create index on liaison.parole_suite (auteur_id);
