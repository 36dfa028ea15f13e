-- The words of a person's name, each key computed once and no text parser: half of what V4's function cost an import
-- (docs/adr/0018-search-by-name.md).
create or replace function annuaire.mots(prenom text, nom text) returns tsvector
    language plpgsql immutable strict parallel safe as $$
declare
    p text := annuaire.cle(prenom);
    n text := annuaire.cle(nom);
begin
    return array_to_tsvector(array_remove(
        string_to_array(p || ' ' || n, ' ') || replace(p, ' ', '') || replace(n, ' ', ''), ''));
end $$;

reindex index annuaire.eleve_mots;
reindex index annuaire.responsable_mots;
reindex index annuaire.personnel_mots;
