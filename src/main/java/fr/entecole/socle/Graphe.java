package fr.entecole.socle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lines over time, on a scale of 0 to `max`, drawn as SVG by the server: at most three, told apart by their dashes as
/// well as by their colour, each with its name and last value written, and a table that says everything again.
///
/// @param reperes what each point stands for, such as a week; every series has as many values
public record Graphe(String titre, List<String> reperes, List<Serie> series, int max) {

    private static final int HAUT = 26;
    private static final int BAS = 216;
    private static final int GAUCHE = 34;
    private static final int MARGE_DROITE = 40;

    public Graphe {
        for (var serie : series) {
            if (serie.valeurs().size() != reperes.size() || reperes.isEmpty()) {
                throw new IllegalArgumentException("as many values as marks are needed");
            }
        }
    }

    public double x(int rang, int largeur) {
        int droite = droite(largeur);
        return reperes.size() == 1 ? GAUCHE : GAUCHE + (double) (droite - GAUCHE) * rang / (reperes.size() - 1);
    }

    public double y(int valeur) {
        return BAS - (double) (BAS - HAUT) * Math.clamp(valeur, 0, max) / max;
    }

    public int droite(int largeur) {
        return largeur - MARGE_DROITE;
    }

    /// Five levels of the scale.
    public List<Integer> niveaux() {
        return IntStream.rangeClosed(0, 4).mapToObj(i -> max * i / 4).toList();
    }

    /// The coordinates of a series, as `points` of a `<polyline>`.
    public String points(Serie serie, int largeur) {
        return IntStream.range(0, reperes.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.0f,%.0f",
                        x(i, largeur),
                        y(serie.valeurs().get(i))))
                .collect(Collectors.joining(" "));
    }

    public record Serie(String nom, List<Integer> valeurs) {

        public int derniere() {
            return valeurs.getLast();
        }
    }
}
