-- The roll. What was said of a child in a half-day is never changed: another version is added, with who, when and why.
-- The register is kept for ten years from the end of the school year, whatever becomes of accounts.

-- A version of the roll of a class in a half-day.
create table presences.appel (
    ecole_id uuid not null,
    classe_id uuid not null,
    jour date not null,
    moment text not null check (moment in ('MATIN', 'APRES_MIDI')),
    numero int not null check (numero > 0),
    geste text not null check (geste in ('APPEL', 'CORRECTION', 'RETOUR', 'CONTRE_ECRITURE')),
    motif text not null default '' check (length(motif) <= 300),
    auteur_id uuid not null,
    auteur text not null,                   -- as they were called: the register says who, years later
    fait_le timestamptz not null,
    primary key (ecole_id, classe_id, jour, moment, numero),
    check (geste <> 'CONTRE_ECRITURE' or motif <> '')
);
create index on presences.appel (ecole_id, jour);
create index on presences.appel (auteur_id);

-- What a version says of the children of whom it says something else than the one before. RETIRE: said nothing any more.
create table presences.ligne (
    id uuid not null default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    jour date not null,
    moment text not null,
    eleve_id uuid not null,
    numero int not null,
    etat text not null check (etat in ('PRESENT', 'ABSENT', 'RETARD', 'NON_ATTENDU', 'RETIRE')),
    arrive time,
    parti time,
    primary key (ecole_id, classe_id, jour, moment, eleve_id, numero),
    foreign key (ecole_id, classe_id, jour, moment, numero) references presences.appel on delete cascade,
    check ((arrive is null) or etat = 'RETARD')
);
create unique index on presences.ligne (id);
create index on presences.ligne (eleve_id, jour);
create index on presences.ligne (ecole_id, jour) where etat = 'ABSENT';

-- What holds: the last thing said of each child.
create view presences.dernier as
select distinct on (l.ecole_id, l.classe_id, l.jour, l.moment, l.eleve_id)
       l.id, l.ecole_id, l.classe_id, l.jour, l.moment, l.eleve_id, l.numero, l.etat, l.arrive, l.parti
  from presences.ligne l
 order by l.ecole_id, l.classe_id, l.jour, l.moment, l.eleve_id, l.numero desc;

create function presences.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.jour < (now() - interval '10 years')::date then
        return old;
    end if;
    raise exception 'presences.% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete on presences.appel
    for each row execute function presences.refuse_change();
create trigger append_only before update or delete on presences.ligne
    for each row execute function presences.refuse_change();
create trigger append_only_whole before truncate on presences.appel
    for each statement execute function presences.refuse_change();
create trigger append_only_whole before truncate on presences.ligne
    for each statement execute function presences.refuse_change();

-- Names of the register's own, for its term: the directory forgets sooner.
create table presences.nom (
    ecole_id uuid not null,
    eleve_id uuid not null,
    annee int not null,
    prenom text not null,
    nom text not null,
    niveau text not null default '',
    inscrit_le timestamptz not null,
    primary key (ecole_id, eleve_id, annee)
);
create index on presences.nom (eleve_id);

-- Why a child is not there, as someone says it: a guardian, or the school that was told. It covers half-days: a day,
-- days, every Tuesday. Each guardian's is theirs.
create table presences.excuse (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    eleve_id uuid not null,
    responsable_id uuid,                    -- null: written down by the school
    note_par uuid,                          -- null: said by a guardian, here
    mode text not null check (mode in ('ENT', 'ORAL', 'ECRIT', 'TELEPHONE')),
    motif text not null,                    -- code of a reason
    precisions text not null default '' check (length(precisions) <= 300),
    du date not null,
    au date not null check (au >= du),
    jour_semaine smallint check (jour_semaine between 1 and 6),   -- 1: Monday; null: every day from one to the other
    moment text check (moment in ('MATIN', 'APRES_MIDI')),        -- null: the whole day
    dite_le timestamptz not null,
    retiree_le timestamptz
);
create index on presences.excuse (ecole_id, au, du) where retiree_le is null;
create index on presences.excuse (eleve_id);
create index on presences.excuse (responsable_id);
create index on presences.excuse (note_par);

-- What the head decided of one absence, against what the law computes from its reason. The last one holds.
create table presences.decision (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    eleve_id uuid not null,
    jour date not null,
    moment text not null check (moment in ('MATIN', 'APRES_MIDI')),
    sens text not null check (sens in ('LEGITIME', 'NON_LEGITIME', 'LOI')),
    motivation text not null check (length(motivation) between 1 and 300),
    auteur_id uuid,
    decidee_le timestamptz not null
);
create index on presences.decision (ecole_id, jour);
create index on presences.decision (eleve_id);
create index on presences.decision (auteur_id);

-- Half-days in which a child is not expected: adapted hours of the first maternelle year (R131-1-1), part-time schooling.
create table presences.amenagement (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    eleve_id uuid not null,
    du date not null,
    au date not null check (au >= du),
    jour_semaine smallint check (jour_semaine between 1 and 6),
    moment text check (moment in ('MATIN', 'APRES_MIDI')),
    motif text not null check (length(motif) between 1 and 300),
    auteur_id uuid,
    pose_le timestamptz not null,
    fini_le timestamptz
);
create index on presences.amenagement (ecole_id, au, du) where fini_le is null;
create index on presences.amenagement (eleve_id);
create index on presences.amenagement (auteur_id);

-- What was done for a child with four half-days without legitimate reason in a month (R131-7).
create table presences.etape (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    eleve_id uuid not null,
    mois date not null check (extract(day from mois) = 1),
    sorte text not null check (sorte in ('CONTACT', 'ENTRETIEN', 'DOSSIER')),
    jour date not null,
    note text not null default '' check (length(note) <= 600),
    auteur_id uuid,
    notee_le timestamptz not null
);
create index on presences.etape (ecole_id, mois);
create index on presences.etape (eleve_id);
create index on presences.etape (auteur_id);

-- What the head wants in their school: the whole team may call rolls; meals, care and study are counted beside them.
create table presences.choix (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    quoi text not null check (quoi in ('EQUIPE', 'CANTINE', 'GARDERIE', 'ETUDE')),
    auteur_id uuid,
    fait_le timestamptz not null,
    fini_le timestamptz
);
create unique index on presences.choix (ecole_id, quoi) where fini_le is null;
create index on presences.choix (auteur_id);

-- How many of a class, never who. The last one of a day holds.
create table presences.nombre (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    classe_id uuid not null,
    jour date not null,
    service text not null check (service in ('CANTINE', 'GARDERIE', 'ETUDE')),
    nombre int not null check (nombre between 0 and 60),
    auteur_id uuid,
    dit_le timestamptz not null
);
create index on presences.nombre (ecole_id, jour, classe_id, service, dit_le desc);
create index on presences.nombre (auteur_id);

-- A month of a class, signed: what it said, sealed onto what the school signed before. A counter-entry after it makes
-- another one.
create table presences.signature (
    ecole_id uuid not null,
    rang int not null check (rang > 0),     -- in the chain of the school
    classe_id uuid not null,
    jour date not null,                     -- first day of the month
    contenu text not null,
    precedente text not null,               -- hexadecimal; empty for the first of the school
    empreinte text not null,                -- SHA-256 of the one before and of what it says
    auteur_id uuid not null,
    auteur text not null,
    signee_le timestamptz not null,
    primary key (ecole_id, rang)
);
create index on presences.signature (ecole_id, classe_id, jour, rang desc);
create index on presences.signature (auteur_id);
create trigger append_only before update or delete on presences.signature
    for each row execute function presences.refuse_change();
create trigger append_only_whole before truncate on presences.signature
    for each statement execute function presences.refuse_change();
