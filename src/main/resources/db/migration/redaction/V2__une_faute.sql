-- One mistyped letter in a word of six letters or more: another one, one too many, one forgotten, two that changed
-- places. What begins a word is enough, as in redaction.demande; shorter words and figures must be right, since half
-- of a dictionary is one letter away from them.
create function redaction.fautes(saisie text) returns text[]
    language plpgsql immutable strict parallel safe as $$
declare
    petits constant text[] := array['avec', 'dans', 'des', 'les', 'leur', 'leurs', 'mais', 'mes', 'nos', 'notre', 'nous',
        'par', 'pas', 'pour', 'que', 'qui', 'ses', 'son', 'sont', 'sur', 'une', 'vos', 'votre', 'vous'];
    mots text[] := (string_to_array(redaction.cle(left(saisie, 300)), ' '))[1:12];
    mot text;
    formes text[];
    fautes text[] := '{}';
begin
    foreach mot in array mots loop
        continue when length(mot) < 3 or mot = any (petits);
        formes := array[mot];
        if length(mot) between 6 and 24 and mot !~ '[0-9]' then
            for i in 1..length(mot) loop
                formes := formes || (left(mot, i - 1) || '[^ ]?' || substr(mot, i + 1));
                formes := formes || (left(mot, i - 1) || '[^ ]' || substr(mot, i));
                if i < length(mot) then
                    formes := formes || (left(mot, i - 1) || substr(mot, i + 1, 1) || substr(mot, i, 1) || substr(mot, i + 2));
                end if;
            end loop;
        end if;
        fautes := fautes || ('(^| )(' || array_to_string(formes, '|') || ')');
    end loop;
    return case when cardinality(fautes) = 0 then array['^$'] else fautes end;
end $$;
comment on function redaction.fautes is
    'publiée: what one typed to search with, whatever letter of it is wrong, compared by redaction.ressemble; asked once, in a select of its own';

create function redaction.ressemble(mots tsvector, fautes text[]) returns boolean
    language sql immutable strict parallel safe
return array_to_string(tsvector_to_array(mots), ' ') ~ all (fautes);
comment on function redaction.ressemble is
    'publiée: whether words made by redaction.mots are what was typed but for one letter of each long word';
