package fr.entecole.comptes.images;

/// What a child has to do between their own picture and their page.
public enum Besoin {
    RIEN,
    /// none yet, or the teacher has asked for others
    CHOISIR,
    DEMANDER,
    /// too many wrong pairs: the teacher, or half an hour
    ATTENDRE
}
