package fr.entecole.annuaire;

/// Which kind of person of the directory: the four that have accounts.
public enum Nature {
    ELEVE,
    RESPONSABLE,
    PERSONNEL,
    AGENT
}
