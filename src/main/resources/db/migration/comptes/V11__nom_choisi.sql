-- How somebody of a school is called by who reads what they write there: a title of a closed list before a name that
-- the directory holds, never a name of their own. null: as the directory calls them.
alter table comptes.compte
    add column civilite_choisie text
        check (civilite_choisie in ('Mme', 'M.', 'Maîtresse', 'Maître', 'Prénom')),
    add column civilite_le timestamptz;     -- when they last said so, or the head took it back
create index on comptes.compte (personne_id) where civilite_choisie is not null;

create view comptes.nomme as
select t.id,
       case when c.civilite_choisie is null or c.civilite_choisie = 'Prénom' then t.prenom
            else c.civilite_choisie end as prenom,
       case c.civilite_choisie when 'Prénom' then ''
            when 'Maîtresse' then t.prenom when 'Maître' then t.prenom else t.nom end as nom
  from annuaire.titulaire t left join comptes.compte c on c.personne_id = t.id;
comment on view comptes.nomme is
    'publiée: everyone for whom an account exists, as who reads what they wrote calls them';

-- Nodes remember names that homes show (docs/adr/0077).
create function comptes.annonce_nom() returns trigger language plpgsql as $$
begin
    perform pg_notify('salles', 'noms');
    return null;
end $$;
create trigger annonce_nom after update of civilite_choisie on comptes.compte
    for each row execute function comptes.annonce_nom();
