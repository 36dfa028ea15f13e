-- A question goes as a message where the school lets families write to who teaches their child (docs/adr/0098): this
-- row says where it stands, its words are answered there.
alter table liaison.parole
    add column conversation_id uuid,                -- null: read and answered here
    add column reponse_le timestamptz;              -- the last answer that has reached its author there
create unique index on liaison.parole (conversation_id) where conversation_id is not null;
