-- Who has left, by when: each night those whose term is over are looked for among everyone.
create index on annuaire.eleve (suspendu_le) where suspendu_le is not null;
create index on annuaire.responsable (suspendu_le) where suspendu_le is not null;
create index on annuaire.personnel (suspendu_le) where suspendu_le is not null;
