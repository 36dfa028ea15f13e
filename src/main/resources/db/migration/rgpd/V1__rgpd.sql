-- « C'est faux »: a person asks the school to correct a line of « Mes données » (RGPD, article 16). What a line of the
-- directory said that day is kept with it, as the asker read it: the head answers about that, and the directory changes.
-- Nothing of another module's lines is: where one came in from is not for a head.
create table rgpd.correction (
    id uuid primary key default uuidv7(),
    ecole_id uuid not null,
    personne_id uuid not null,              -- whom the line is about: the asker, or a child of theirs
    demandeur_id uuid not null,
    ligne text not null check (length(ligne) <= 80),
    valeur text not null default '' check (length(valeur) <= 500),  -- what the line said; empty where several rows do
    juste text not null check (length(juste) <= 300),      -- what would be right, in the asker's words
    demandee_le timestamptz not null,
    reponse text check (reponse in ('CORRIGEE', 'JUSTE')),
    mot text not null default '' check (length(mot) <= 300),
    repondue_par uuid,
    repondue_le timestamptz,
    lue_le timestamptz,                     -- the asker has read the answer
    check ((reponse is null) = (repondue_le is null)),
    check (lue_le is null or reponse is not null)
);
-- One at a time for a line: asking again says it better.
create unique index on rgpd.correction (demandeur_id, personne_id, ligne) where reponse is null;
create index on rgpd.correction (ecole_id, id) where reponse is null;
create index on rgpd.correction (personne_id);
create index on rgpd.correction (demandeur_id);
create index on rgpd.correction (repondue_par);
create index on rgpd.correction (demandee_le);
