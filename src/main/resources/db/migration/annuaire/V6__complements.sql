-- Who said it first: a feed, a file of the school (ONDE, BE1D, any table), or someone by hand. A feed never touches what
-- is not its own, and nothing else touches what is (docs/adr/0075-what-a-school-adds-to-the-feed.md).
alter table annuaire.eleve
    add column source text not null default 'AAF' check (source in ('AAF', 'ONDE', 'BE1D', 'CSV', 'MANUEL'));
alter table annuaire.responsable
    add column source text not null default 'AAF' check (source in ('AAF', 'ONDE', 'BE1D', 'CSV', 'MANUEL'));
alter table annuaire.personnel
    add column source text not null default 'AAF' check (source in ('AAF', 'ONDE', 'BE1D', 'CSV', 'MANUEL'));
alter table annuaire.lien
    add column source text not null default 'AAF' check (source in ('AAF', 'ONDE', 'BE1D', 'CSV', 'MANUEL')),
    add column motif text;            -- of a link by hand: the decision or the reason, as the head wrote it
update annuaire.personnel set source = 'MANUEL' where aaf_id is null;
create index on annuaire.responsable (academie) where aaf_id is null;
create index on annuaire.eleve (structure_id) where aaf_id is null;

-- A file that a school or the region gave to complete the feed: read, shown, then applied or thrown away, once. Its
-- contents name children: they go after a week.
create table annuaire.complement (
    id uuid primary key,
    ecole_id uuid,                    -- null: of many schools, by the region
    fichier text not null,
    contenu bytea,                    -- null: erased
    reponses jsonb not null default '{}',  -- what was answered about its columns and classes
    depose_par uuid,                  -- personnel or agent; null once forgotten
    depose_le timestamptz not null,
    fini_le timestamptz,
    applique boolean not null default false,
    nouveaux int not null default 0,
    changes int not null default 0,
    refuses int not null default 0,
    check (fini_le is not null or not applique)
);
create index on annuaire.complement (ecole_id, depose_le);
create index on annuaire.complement (depose_par) where depose_par is not null;
