-- What was corrected on the screen in lines that did not read, by line and by column, over what the file says. It names
-- children: it goes with the contents of the file.
alter table annuaire.complement
    add column corrigees jsonb not null default '{}',
    add constraint corrigees_avec_contenu check (contenu is not null or corrigees = '{}');

-- Somebody who was entered by mistake and never came: hidden and out at once, forgotten at the term of those who left.
alter table annuaire.agent
    add column retire_le timestamptz,
    add column retire_raison text check (retire_raison in ('ERREUR', 'DOUBLE', 'RENONCE')),
    add constraint retrait_dit check ((retire_le is null) = (retire_raison is null));
