package fr.entecole.papier;

import java.util.List;
import java.util.Map;

/// A list on paper: a title, a table whose head comes back on each page, the number of each page. For rooms that need
/// no drawing of their own.
///
/// @param titre « CM1 Mme Estève »
/// @param lieu the school and its commune, above the title
/// @param chapeau below the title, one sentence; empty where there is none
/// @param colonnes the heads, at least one
/// @param lignes as many cells as heads, the first of which names the line; a cell of several lines has `\n` between
public record TableauImprime(
        String titre, String lieu, String chapeau, List<String> colonnes, List<List<String>> lignes) {

    private static final String STYLE = Impression.text("/fr/entecole/papier/tableau.css");

    public TableauImprime {
        colonnes = List.copyOf(colonnes);
        lignes = lignes.stream().map(List::copyOf).toList();
        int cells = colonnes.size();
        if (cells == 0 || lignes.stream().anyMatch(ligne -> ligne.size() != cells)) {
            throw new IllegalArgumentException("each line has as many cells as there are heads: " + cells);
        }
    }

    public Feuillet feuillet() {
        return new Feuillet("papier/tableau", Map.of("tableau", this), STYLE);
    }

    /// Several lists as one part, each from a page of its own, whose pages are numbered across the whole.
    ///
    /// @param tableaux at least one
    public static Feuillet together(List<TableauImprime> tableaux) {
        return new Feuillet("papier/tableaux", Map.of("tableaux", List.copyOf(tableaux)), STYLE);
    }
}
