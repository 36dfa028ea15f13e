package fr.entecole.documents;

/// Whether what is attached can be read.
public enum EtatDePiece {
    PRETE,
    /// The antivirus has not answered yet: shown by its name, served to nobody.
    EN_ANALYSE,
    /// The antivirus has found something: its bytes are gone.
    REFUSEE
}
