package fr.entecole.mesure.ecoles;

import java.util.List;
import java.util.Objects;

/// Schools on a plane: longitudes shrink with the latitude, north is up, the widest side fills the picture.
final class Points {

    static final int LARGEUR = 600;
    static final int HAUTEUR = 400;
    private static final int MARGE = 20;

    private Points() {}

    /// @param palier of what is said of the school, 0 to 3; -1 for nothing
    record Point(EcoleSuivie ecole, int x, int y, int palier) {}

    static List<Point> of(List<EcoleSuivie> ecoles) {
        var placed = ecoles.stream()
                .filter(e -> e.latitude() != null && e.longitude() != null)
                .toList();
        if (placed.isEmpty()) {
            return List.of();
        }
        double shrink = Math.cos(Math.toRadians(placed.stream()
                .mapToDouble(e -> Objects.requireNonNull(e.latitude()))
                .average()
                .orElse(0)));
        double west = placed.stream().mapToDouble(e -> east(e, shrink)).min().orElse(0);
        double east = placed.stream().mapToDouble(e -> east(e, shrink)).max().orElse(0);
        double south = placed.stream().mapToDouble(Points::north).min().orElse(0);
        double north = placed.stream().mapToDouble(Points::north).max().orElse(0);
        double scale = Math.min(
                (LARGEUR - 2 * MARGE) / Math.max(east - west, 0.01),
                (HAUTEUR - 2 * MARGE) / Math.max(north - south, 0.01));
        double left = (LARGEUR - (east - west) * scale) / 2;
        double top = (HAUTEUR - (north - south) * scale) / 2;
        return placed.stream()
                .map(e -> new Point(
                        e,
                        (int) Math.round(left + (east(e, shrink) - west) * scale),
                        (int) Math.round(top + (north - north(e)) * scale),
                        e.familles().palier()))
                .toList();
    }

    private static double east(EcoleSuivie ecole, double shrink) {
        return Objects.requireNonNull(ecole.longitude()) * shrink;
    }

    private static double north(EcoleSuivie ecole) {
        return Objects.requireNonNull(ecole.latitude());
    }
}
