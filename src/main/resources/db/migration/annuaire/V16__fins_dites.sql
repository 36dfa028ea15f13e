-- What a head says is over, with its day, its reason and who said it (docs/adr/0094-what-ends-by-hand-says-why.md).

-- A pupil whom no feed brings has left; taken back as long as they are in the directory.
create table annuaire.depart (
    id uuid primary key,
    ecole_id uuid not null,
    eleve_id uuid not null,
    dernier_jour date not null,
    motif text not null,
    classes uuid[] not null,          -- those that were left then: they are given back
    dit_le timestamptz not null,
    auteur_personnel_id uuid,         -- null once forgotten
    annule_le timestamptz,
    annule_par uuid
);
create index on annuaire.depart (ecole_id, dit_le);
create index on annuaire.depart (eleve_id);
create index on annuaire.depart (auteur_personnel_id) where auteur_personnel_id is not null;
create index on annuaire.depart (annule_par) where annule_par is not null;

-- A link by hand that was ended by hand.
alter table annuaire.lien
    add column fin_source text check (fin_source in ('JUSTICE', 'DEMANDE', 'ERREUR', 'AUTRE')),
    add column fin_motif text,
    add column fin_decision date,     -- of the court, or of whoever decided
    add column fin_auteur uuid;       -- null once forgotten
create index on annuaire.lien (fin_auteur) where fin_auteur is not null;

-- How a name sounds, roughly: Ann and Anne, Lucy and Lucie, Mathieu and Matthieu. It only proposes.
create function annuaire.son(nom text) returns text language sql immutable parallel safe
return nullif(regexp_replace(regexp_replace(replace(replace(replace(annuaire.colle(nom), 'y', 'i'), 'ph', 'f'), 'h', ''),
                                            '([a-z])\1+', '\1', 'g'), '(.{2,})e$', '\1'), '');

-- Two guardians who sound alike and answer at one address, of whom a school has entered one.
create function annuaire.presque(a annuaire.responsable, b annuaire.responsable) returns boolean
    language sql immutable parallel safe
return lower(a.prenom) <> 'organisme' and annuaire.son(a.prenom) = annuaire.son(b.prenom)
       and annuaire.son(a.nom) = annuaire.son(b.nom) and (a.civilite = b.civilite) is not false
       and (a.aaf_id is null or b.aaf_id is null) and annuaire.signes(a, b) && array['TELEPHONE', 'COURRIEL']
       and not 'NOMS' = any(annuaire.signes(a, b));
