-- Outgoing mail: written in the transaction that wants it sent, emptied by whichever node is free.
create table courriel.envoi (
    id uuid primary key default uuidv7(),
    destinataire text not null,
    sujet text not null,
    texte text not null,
    desabonnement text,                -- where one touch asks to write no more (RFC 8058)
    reference uuid,                    -- what the writer knows the recipient by
    etat text not null default 'A_ENVOYER' check (etat in ('A_ENVOYER', 'ENVOYE', 'ABANDONNE')),
    essais int not null default 0,
    prochain_le timestamptz not null,
    motif text,                        -- class of the last failure, never its words
    created_at timestamptz not null default now(),
    fini_le timestamptz                -- sent or given up
);
create index on courriel.envoi (prochain_le) where etat = 'A_ENVOYER';
create index on courriel.envoi (fini_le) where etat <> 'A_ENVOYER';
create index on courriel.envoi (lower(destinataire));
