package fr.entecole.calendrier.fichiers;

/// A zone of the national calendar, which says when an académie has its winter and spring holidays.
public enum Zone {
    A,
    B,
    C
}
