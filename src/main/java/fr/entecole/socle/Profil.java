package fr.entecole.socle;

/// What a person is to the ENT, as the agreements name it (article 2 of the conventions) and as the charter addresses
/// them. One account has one current profile; what it may reach is decided beside each thing, never from this alone.
public enum Profil {
    ELEVE,
    PARENT,
    ENSEIGNANT,
    DIRECTEUR,
    PERSONNEL,
    REFERENT_VILLE,
    CONTRIBUTEUR,
    FINANCES,
    MAIRE,
    ERUN,
    IEN,
    ASSISTANCE,
    ADMINISTRATEUR,
    DPO
}
