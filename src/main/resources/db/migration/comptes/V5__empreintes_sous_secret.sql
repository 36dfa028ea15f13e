-- Prints of codes and of tries are from now on keyed with the installation's secret (ent.secret): those before cannot be
-- checked any more. Codes of adults that were not used are printed again; where people came in before is learnt again.
update comptes.code set annule_le = now()
 where empreinte is not null and utilise_le is null and annule_le is null;
delete from comptes.essai;
comment on column comptes.code.empreinte is 'HMAC-SHA-256 of sixty random bits under ent.secret; null for a pupil';
