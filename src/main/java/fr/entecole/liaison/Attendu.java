package fr.entecole.liaison;

/// What a mot asks of each guardian.
public enum Attendu {
    RIEN,
    SIGNATURE,
    OUI_NON,
    /// the kind asks in a way of its own, and says itself who has answered ([Reponses#record])
    PROPRE
}
