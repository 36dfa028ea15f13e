-- How it is written and read (docs/adr/0043-written-once-read-by-all.md). This module's migrations run before those of
-- the rooms, whose tables may have columns made by redaction.mots.

-- Search in French. unaccent may already stand in another schema of the base.
create extension if not exists unaccent schema redaction;
do $$
declare place text := (select n.nspname from pg_extension x join pg_namespace n on n.oid = x.extnamespace
                        where x.extname = 'unaccent');
begin
    -- Immutable as the rules of a version of PostgreSQL are: after a major upgrade the columns are written again.
    execute format('create function redaction.sans_accent(texte text) returns text '
        || 'language sql immutable strict parallel safe return %I.unaccent(%L::regdictionary, normalize(texte, NFC))',
        place, place || '.unaccent');
end $$;

-- Stems of words that have lost their accents already; no list of words to leave out, which would miss « a » for « à ».
create text search configuration redaction.francais (copy = pg_catalog.simple);
alter text search configuration redaction.francais
    alter mapping for asciiword, word with pg_catalog.french_stem;

-- Lower case, no accent, no markup, words parted by one space. What is inside a word (bold, a link) does not part it;
-- the end of a paragraph does.
create function redaction.cle(texte text) returns text language sql immutable strict parallel safe
return btrim(regexp_replace(
    lower(redaction.sans_accent(regexp_replace(regexp_replace(
        texte, '</?(?:strong|a)(?: [^<>]*)?>', '', 'g'), '<[^<>]*>|&[a-z]+;', ' ', 'g')) collate "und-x-icu"),
    '[^[:alnum:]]+', ' ', 'g'));

-- The words of a text, plain or as TexteRiche keeps it: each as it is, for what begins it, and its stem, for its
-- plural and its feminine.
create function redaction.mots(texte text) returns tsvector
    language plpgsql immutable strict parallel safe as $$
declare
    cle text := redaction.cle(texte);
begin
    return to_tsvector('pg_catalog.simple'::regconfig, cle) || to_tsvector('redaction.francais'::regconfig, cle);
end $$;
comment on function redaction.mots is
    'publiée: the words of a text, to be kept in a column beside it: generated always as (redaction.mots(titre || '' '' || texte)) stored';

-- What one typed: every word begins a word of the text, or is the same but for its ending. The small words that are in
-- every text count only when there are no others. Only letters, figures and spaces are left in a key: nothing to escape.
create function redaction.demande(saisie text) returns tsquery
    language plpgsql immutable strict parallel safe as $$
declare
    petits constant text[] := string_to_array(
        'a au aux avec c ce ces cet cette d dans de des du elle en est et eux il ils j je l la le les leur leurs lui m ma '
        'mais me mes mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sont sur t ta te tes toi ton tu '
        'un une vos votre vous y', ' ');
    tous text[] := (string_to_array(redaction.cle(left(saisie, 300)), ' '))[1:12];
    mots text[] := array(select m from unnest(tous) with ordinality u (m, rang)
                          where m <> '' and m <> all (petits) order by rang);
    mot text;
    demande tsquery;
    un tsquery;
begin
    if cardinality(mots) = 0 then
        mots := array_remove(tous, '');
    end if;
    foreach mot in array mots loop
        un := case when length(mot) = 1 then mot::tsquery
                   else (mot || ':*')::tsquery || to_tsquery('redaction.francais'::regconfig, mot) end;
        demande := case when demande is null then un else demande && un end;
    end loop;
    return coalesce(demande, ''::tsquery);
end $$;
comment on function redaction.demande is
    'publiée: what one typed to search with, compared by @@ with redaction.mots; finds nothing when nothing was typed';

-- What somebody is typing and has not sent. One for each place where they write; gone when it is sent, or given up.
create table redaction.brouillon (
    personne_id uuid not null,
    lieu text not null check (length(lieu) between 1 and 120),
    version int not null,                 -- of the draft: a tab that is behind is told so
    base text not null,                   -- version of the thing that was being changed, in its room's words; '': new
    champs jsonb not null,                -- fields of the form by their name
    ecrit_le timestamptz not null,
    primary key (personne_id, lieu)
);
create index on redaction.brouillon (ecrit_le);

-- What the region writes for everyone, by a word of ours: « aide ». What is replaced stays, dated; who is in the journal.
create table redaction.texte (
    id uuid primary key default uuidv7(),
    cle text not null,
    version int not null,
    html text not null,
    ecrit_le timestamptz not null,
    remplace_le timestamptz,
    unique (cle, version)
);
create unique index on redaction.texte (cle) where remplace_le is null;
