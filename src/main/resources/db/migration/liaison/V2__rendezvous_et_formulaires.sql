-- Two kinds of mots that one answers otherwise than by signing: meetings to book, and small forms.

-- The meetings that a mot proposes.
create table liaison.proposition (
    mot_id uuid primary key references liaison.mot on delete cascade,
    ecole_id uuid not null,
    lieu text not null,
    pour text not null check (pour in ('ENFANT', 'RESPONSABLE')),  -- one meeting a child, or one a guardian and child
    jusqu_au timestamptz not null     -- until when families book, change and give up
);
create index on liaison.proposition (ecole_id);

create table liaison.creneau (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    mot_id uuid not null references liaison.proposition on delete cascade,
    debut timestamptz not null,
    fin timestamptz not null check (fin > debut),
    annule_le timestamptz
);
create unique index on liaison.creneau (mot_id, debut) where annule_le is null;
create index on liaison.creneau (ecole_id, mot_id);

-- Who has which slot, and what became of it. A slot has one family at a time, a family one slot.
create table liaison.reservation (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    mot_id uuid not null references liaison.proposition on delete cascade,
    creneau_id uuid not null references liaison.creneau on delete cascade,
    eleve_id uuid not null,
    pour_id uuid not null,            -- the child, or the guardian where each has their own
    responsable_id uuid,              -- who comes; null where the directory knows no guardian
    prise_par_id uuid,                -- a guardian, or the member of staff who was told on the telephone or on paper
    prise_le timestamptz not null,
    finie_le timestamptz,
    motif text check (motif in ('CHANGEE', 'RENDUE', 'DEPLACEE', 'ANNULEE')),
    check ((finie_le is null) = (motif is null))
);
create unique index reservation_d_un_creneau on liaison.reservation (creneau_id) where finie_le is null;
create unique index reservation_d_une_famille on liaison.reservation (mot_id, eleve_id, pour_id) where finie_le is null;
create index on liaison.reservation (ecole_id, mot_id);
create index on liaison.reservation (eleve_id);
create index on liaison.reservation (responsable_id);
create index on liaison.reservation (pour_id);
create index on liaison.reservation (prise_par_id);

-- Who would like a slot that is taken, or any where none is left: told when one is free again.
create table liaison.souhait (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    mot_id uuid not null references liaison.proposition on delete cascade,
    creneau_id uuid references liaison.creneau on delete cascade,   -- null: any
    eleve_id uuid not null,
    responsable_id uuid not null,
    fait_le timestamptz not null,
    fini_le timestamptz
);
create unique index souhait_d_un_responsable on liaison.souhait (mot_id, eleve_id, responsable_id)
    where fini_le is null;
create index on liaison.souhait (ecole_id, mot_id);
create index on liaison.souhait (eleve_id);
create index on liaison.souhait (responsable_id);
create index on liaison.souhait (creneau_id);

-- The small form that a mot carries.
create table liaison.formulaire (
    mot_id uuid primary key references liaison.mot on delete cascade,
    ecole_id uuid not null,
    reponses text not null check (reponses in ('NOMMEES', 'ANONYMES')),
    pour text not null check (pour in ('ENFANT', 'RESPONSABLE')),   -- one answer a child, or one a guardian
    jusqu_au timestamptz not null,
    ferme_le timestamptz                                              -- by its author, before
);
create index on liaison.formulaire (ecole_id);

create table liaison.question (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    mot_id uuid not null references liaison.formulaire on delete cascade,
    rang int not null,                -- 1, 2, …
    nature text not null check (nature in ('CHOIX', 'PLUSIEURS', 'TEXTE', 'NOMBRE')),
    libelle text not null,
    options text[] not null,
    minimum int,
    maximum int,
    unique (mot_id, rang)
);
create index on liaison.question (ecole_id, mot_id);

-- Who has answered. Of an anonymous form it says neither what nor when: no row of liaison.bulletin leads here, and none
-- from here to there.
create table liaison.participation (
    ecole_id uuid not null,
    mot_id uuid not null references liaison.formulaire on delete cascade,
    pour_id uuid not null,            -- the child, or the guardian
    eleve_id uuid,                    -- for whom, where it is one answer a child
    responsable_id uuid not null,     -- who has answered
    repondu_le timestamptz,           -- null: anonymous
    primary key (mot_id, pour_id)
);
create index on liaison.participation (ecole_id, mot_id);
create index on liaison.participation (pour_id);
create index on liaison.participation (eleve_id);
create index on liaison.participation (responsable_id);

-- What was answered to one question. An anonymous one has a random id, no person and no instant, and all those of its
-- form are written again with each new one, in another order: neither the place nor the transaction of a row tells
-- which came with whom, or with which answer to another question.
create table liaison.bulletin (
    id uuid primary key default gen_random_uuid(),
    ecole_id uuid not null,
    mot_id uuid not null references liaison.formulaire on delete cascade,
    question_id uuid not null references liaison.question on delete cascade,
    pour_id uuid,                     -- null: anonymous
    choix int[] not null,             -- from 1 on, of the question's options
    texte text not null,
    nombre int
);
create unique index on liaison.bulletin (question_id, pour_id) where pour_id is not null;
create index on liaison.bulletin (ecole_id, mot_id);
create index on liaison.bulletin (pour_id);
