package fr.entecole.socle;

/// A fact in three words: an icon, what it is about, and what it says. Labels and counts are made of them.
///
/// @param icone name in the icon set, or nothing where the component draws none
public record Fait(String icone, String libelle, String valeur) {

    public static Fait compte(String libelle, long nombre) {
        return new Fait("", libelle, Mots.t("{0, number}", nombre));
    }
}
