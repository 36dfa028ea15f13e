-- A class of the register's own: once the directory has archived it, its months are still read, printed and signed.
create table presences.classe (
    ecole_id uuid not null,
    classe_id uuid not null,
    annee int not null,                     -- of the rentrée
    libelle text not null,                  -- as its school named it when it was last called
    primary key (ecole_id, classe_id)
);
