package fr.entecole.redaction;

import java.util.List;

/// What a text is made of, one under the other. Nothing else exists in a text: what HTML may bring beside it has
/// become one of these, or is gone.
sealed interface Bloc {

    record Paragraphe(List<Mots> mots) implements Bloc {}

    /// @param rang 1 for a heading of the text, 2 for one below it; the page says which `h…` that is there
    record Titre(int rang, List<Mots> mots) implements Bloc {}

    /// @param points what each item holds: words first, then lists below it if any
    record Liste(boolean numerotee, List<List<Bloc>> points) implements Bloc {}

    /// @param lignes as many cells in each; the first line heads the columns
    record Tableau(List<List<List<Mots>>> lignes) implements Bloc {}

    /// @param source `/documents/{id}`
    /// @param alternative what it shows, empty when it only decorates
    record Image(String source, String alternative) implements Bloc {}

    /// Words of one look.
    ///
    /// @param texte `\n` is the end of a line inside the paragraph
    /// @param lien where they lead, empty for nowhere
    record Mots(String texte, boolean gras, String lien) {

        boolean looksAs(Mots other) {
            return gras == other.gras && lien.equals(other.lien);
        }
    }
}
