-- How somebody reads: the language of their pages and what they set for their eyes, found again on each device where
-- they come in. null: as the device does.
alter table comptes.compte
    add column langue text,                 -- 'ar'
    add column confort text,                -- 'grande.fort'; empty: pages as they are drawn
    add column regle_le timestamptz;        -- when they last said so

-- Nodes hear whose pages change, and forget that account alone.
create function comptes.annonce_lecture() returns trigger language plpgsql as $$
begin
    perform pg_notify('comptes', new.id::text);
    return null;
end $$;
create trigger annonce_lecture after update of langue, confort on comptes.compte
    for each row execute function comptes.annonce_lecture();
