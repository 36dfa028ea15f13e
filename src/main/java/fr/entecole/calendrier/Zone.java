package fr.entecole.calendrier;

/// A zone of the national calendar, which says when an académie has its winter and spring holidays.
enum Zone {
    A,
    B,
    C
}
