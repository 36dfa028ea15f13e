package fr.entecole.journal;

/// What an act is about, and whose name the page puts on it.
///
/// @param code as the database keeps it
public record Objet(String code, Nom nom) {

    public static final Objet COMPTE = new Objet("compte", Nom.PERSONNE);
    public static final Objet PERSONNE = new Objet("personne", Nom.PERSONNE);
    public static final Objet ECOLE = new Objet("ecole", Nom.ECOLE);

    /// A decision that keeps a guardian from a child: both are named, for the head who decides it only (ADR 0021).
    public static final Objet RESTRICTION = new Objet("restriction", Nom.RESTRICTION);

    /// A thing that nobody names: « Classe demandée ».
    public static Objet chose(String code) {
        return new Objet(code, Nom.AUCUN);
    }

    /// Which name the id leads to.
    public enum Nom {
        PERSONNE,
        ECOLE,
        RESTRICTION,
        AUCUN
    }
}
