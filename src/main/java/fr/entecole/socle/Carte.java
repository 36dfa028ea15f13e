package fr.entecole.socle;

import java.util.List;
import java.util.Map;

/// The thirteen départements of Occitanie as a map of tiles, each with a share written on it. A share is drawn on four
/// levels; a département without a value is left white and says so.
public record Carte(List<Carreau> carreaux) {

    private static final List<Carreau> OCCITANIE = List.of(
            place("46", "Lot", 2, 0),
            place("12", "Aveyron", 3, 0),
            place("48", "Lozère", 4, 0),
            place("32", "Gers", 1, 1),
            place("82", "Tarn-et-Garonne", 2, 1),
            place("81", "Tarn", 3, 1),
            place("34", "Hérault", 4, 1),
            place("30", "Gard", 5, 1),
            place("65", "Hautes-Pyrénées", 1, 2),
            place("31", "Haute-Garonne", 2, 2),
            place("11", "Aude", 3, 2),
            place("09", "Ariège", 2, 3),
            place("66", "Pyrénées-Orientales", 3, 3));

    /// @param parts share of each département, 0 to 100, by its code
    public static Carte occitanie(Map<String, Integer> parts) {
        return new Carte(OCCITANIE.stream()
                .map(c -> new Carreau(c.code, c.nom, c.colonne, c.rangee, parts.getOrDefault(c.code, -1)))
                .toList());
    }

    private static Carreau place(String code, String nom, int colonne, int rangee) {
        return new Carreau(code, nom, colonne, rangee, -1);
    }

    /// @param part 0 to 100, or -1 when it is not known
    public record Carreau(String code, String nom, int colonne, int rangee, int part) {

        public int palier() {
            return part < 70 ? 0 : part < 80 ? 1 : part < 90 ? 2 : 3;
        }

        public String ecrit() {
            return part < 0 ? "–" : part + "\u00a0%";
        }
    }
}
