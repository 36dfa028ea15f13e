package fr.entecole.socle;

import java.util.List;

/// One bar of a bar chart: its length is its share of the longest one, and its number is always written.
public record Barre(String libelle, long valeur) {

    /// @return 0 to 100, at least 1 for what is not nothing
    public int part(List<Barre> barres) {
        long max = barres.stream().mapToLong(Barre::valeur).max().orElse(0);
        if (valeur <= 0 || max <= 0) {
            return 0;
        }
        return (int) Math.max(1, Math.round(100.0 * valeur / max));
    }
}
