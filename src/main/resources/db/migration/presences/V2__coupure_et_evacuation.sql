-- A roll that was called while the line was cut: what it is known by when it is sent again, and when it was entered.
alter table presences.appel
    add column envoi uuid,
    add column saisi_le timestamptz;
create unique index on presences.appel (ecole_id, envoi);

-- An evacuation, for practice or not, kept for the safety plan of the school (PPMS). One at a time in a school.
create table presences.exercice (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    annee int not null,                     -- of the rentrée that opens its school year
    genre text not null check (genre in ('INCENDIE', 'INTRUSION', 'RISQUE', 'REEL')),
    debut_le timestamptz not null,
    fini_le timestamptz,
    attendus int not null check (attendus >= 0),            -- who was there when it began
    manquants int check (manquants >= 0),                   -- of them, who had not been found when it ended
    remarques text not null default '' check (length(remarques) <= 600),
    auteur_id uuid,
    check ((fini_le is null) = (manquants is null))
);
create unique index on presences.exercice (ecole_id) where fini_le is null;
create index on presences.exercice (ecole_id, annee, debut_le desc);
create index on presences.exercice (auteur_id);

-- A child whom somebody has in front of them, while it lasts. Each says it for themself.
create table presences.retrouve (
    ecole_id uuid not null,
    exercice_id uuid not null references presences.exercice on delete cascade,
    eleve_id uuid not null,
    auteur_id uuid not null,
    trouve_le timestamptz not null,
    repris_le timestamptz,                  -- ticked by mistake
    primary key (exercice_id, eleve_id, auteur_id)
);
create index on presences.retrouve (ecole_id, exercice_id);
create index on presences.retrouve (eleve_id);
create index on presences.retrouve (auteur_id);
