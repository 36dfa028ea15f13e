-- Counted each night, school by school: children, and those of whom a guardian has come in. Nobody stands in it.
create table mesure.jointe (
    ecole_id uuid primary key,
    jour date not null,               -- when it was counted
    enfants int not null,
    joints int not null,
    check (joints <= enfants)
);
