-- An absence is announced where the roll is; families' words show it. Reasons have the same codes there and here.
alter table liaison.parole
    add column absence_id uuid,                                             -- the announcement
    add column chaque smallint check (chaque between 1 and 6),              -- 1: Monday; null: every day
    add column moment text check (moment in ('MATIN', 'APRES_MIDI'));       -- null: from one half-day to the other
create unique index on liaison.parole (absence_id);

update liaison.parole
   set motif = case motif when 'MALADIE' then 'MAL' when 'CONTAGION' then 'MALCONT' when 'REUNION' then 'REUFAM'
                          when 'EMPECHEMENT' then 'TRANSP' when 'PARENTS' then 'ACCRESP' else motif end
 where motif is not null;
