-- A right that somebody exercises (RGPD, articles 15 to 21), until the data protection officer has answered it, with
-- what proves it. Due within a month (article 12), which may be put off once.
create table rgpd.droit (
    id uuid primary key default uuidv7(),
    personne_id uuid,                       -- null: came by letter, from somebody who has no account, or forgotten
    nom text not null default '' check (length(nom) <= 200),   -- of who wrote, where no account did
    droit text not null check (droit in ('ACCES', 'RECTIFICATION', 'EFFACEMENT', 'OPPOSITION', 'LIMITATION', 'AUTRE')),
    texte text not null check (length(texte) between 1 and 2000),
    recu_le date not null,
    du_le date not null,                    -- the day on which an answer is due
    enregistre_le timestamptz not null,
    prolonge text not null default '' check (length(prolonge) <= 500),  -- why it was put off, said to who asks
    pris_par uuid,                          -- the officer who takes care of it
    pris_le timestamptz,
    issue text check (issue in ('FAIT', 'EN_PARTIE', 'REFUSE')),
    reponse text not null default '' check (length(reponse) <= 2000),
    preuve text not null default '' check (length(preuve) <= 500),      -- what shows that it was done
    repondu_par uuid,
    repondu_le timestamptz,
    check ((issue is null) = (repondu_le is null))
);
create index on rgpd.droit (du_le) where issue is null;
create index on rgpd.droit (personne_id);
create index on rgpd.droit (pris_par) where pris_par is not null;
create index on rgpd.droit (repondu_par) where repondu_par is not null;
create index on rgpd.droit (repondu_le);

-- What becomes of somebody's data after their death, and who may ask for it (loi informatique et libertés, article 85):
-- the last one said holds.
create table rgpd.directive (
    id uuid primary key default uuidv7(),
    personne_id uuid not null,
    sort text not null check (sort in ('EFFACER', 'REMETTRE')),
    contact text not null default '' check (length(contact) <= 300),    -- to whom they are handed
    depuis timestamptz not null,
    finie_le timestamptz
);
create unique index on rgpd.directive (personne_id) where finie_le is null;
create index on rgpd.directive (personne_id);

-- A breach of data (RGPD, articles 33 and 34): known at an instant, told to the CNIL within 72 hours or with the reason
-- why not. What is written of it is added, never changed.
create table rgpd.violation (
    id uuid primary key default uuidv7(),
    connue_le timestamptz not null,
    titre text not null check (length(titre) between 1 and 150),
    nature text not null check (nature in ('CONFIDENTIALITE', 'INTEGRITE', 'DISPONIBILITE')),
    personnes int not null check (personnes >= 0),
    ouverte_le timestamptz not null,
    ouverte_par uuid,
    close_le timestamptz,
    close_par uuid
);
create index on rgpd.violation (connue_le);
create index on rgpd.violation (ouverte_par) where ouverte_par is not null;
create index on rgpd.violation (close_par) where close_par is not null;

create table rgpd.violation_note (
    id uuid primary key default uuidv7(),
    violation_id uuid not null references rgpd.violation,
    genre text not null check (genre in ('CONSTAT', 'MESURE', 'CNIL', 'PAS_DE_CNIL', 'PERSONNES')),
    texte text not null check (length(texte) between 1 and 2000),
    ecrite_le timestamptz not null,
    ecrite_par uuid
);
create index on rgpd.violation_note (violation_id, id);
create index on rgpd.violation_note (ecrite_par) where ecrite_par is not null;

-- What rooms obey, from an instant to another: somebody's visits are no longer counted (COMPTAGE, article 21, by
-- themselves), or nothing of theirs is forgotten while it is verified (LIMITATION, article 18, by the officer).
create table rgpd.reserve (
    id uuid primary key default uuidv7(),
    personne_id uuid not null,
    genre text not null check (genre in ('COMPTAGE', 'LIMITATION')),
    depuis timestamptz not null,
    posee_par uuid,
    finie_le timestamptz,
    finie_par uuid
);
create unique index on rgpd.reserve (personne_id, genre) where finie_le is null;
create index on rgpd.reserve (personne_id);
create index on rgpd.reserve (posee_par) where posee_par is not null;
create index on rgpd.reserve (finie_par) where finie_par is not null;
create index on rgpd.reserve (finie_le);
