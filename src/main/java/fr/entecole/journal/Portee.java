package fr.entecole.journal;

/// Who reads an act beside the region, which reads all (ADR 0021).
public enum Portee {
    /// The heads of the schools that the fact names. It must name them, if only to say that there is none.
    ECOLES,

    /// Nobody: the fact may name no school.
    REGION
}
