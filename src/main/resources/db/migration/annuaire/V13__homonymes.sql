-- Guardians of one name who may be one person are looked for among those born the same day.
create index on annuaire.responsable (date_naissance) where date_naissance is not null and suspendu_le is null;
