-- What the password was worth when it was chosen, beside its hash: whoever has gained powers since is asked for another.
-- null: no password, a pupil's, or one chosen before this was kept, of which the next sign-in tells.
alter table comptes.compte add column force text check (force in ('BITS_50', 'BITS_80'));
