package fr.entecole.annuaire;

import java.util.Map;

/// The thirteen départements of the region, by the code that feeds use (`011`); another code is shown as it is.
public final class Departements {

    private static final Map<String, String> NOMS = Map.ofEntries(
            Map.entry("009", "Ariège"),
            Map.entry("011", "Aude"),
            Map.entry("012", "Aveyron"),
            Map.entry("030", "Gard"),
            Map.entry("031", "Haute-Garonne"),
            Map.entry("032", "Gers"),
            Map.entry("034", "Hérault"),
            Map.entry("046", "Lot"),
            Map.entry("048", "Lozère"),
            Map.entry("065", "Hautes-Pyrénées"),
            Map.entry("066", "Pyrénées-Orientales"),
            Map.entry("081", "Tarn"),
            Map.entry("082", "Tarn-et-Garonne"));

    private Departements() {}

    public static String nom(String code) {
        return NOMS.getOrDefault(code, code);
    }
}
