package fr.entecole.liaison;

/// Of whom an answer is awaited for a child.
public enum Repondants {
    /// each guardian for themself; of two who differ, no is no
    CHACUN,
    /// whichever of them comes first
    UN
}
