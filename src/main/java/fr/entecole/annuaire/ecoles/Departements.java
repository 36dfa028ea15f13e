package fr.entecole.annuaire.ecoles;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The départements of the region: feeds write three characters (`011`), people two (`11`).
final class Departements {

    private Departements() {}

    /// @return the share of open schools, 0 to 100, by the code that people write; 0 when none is open and 100 when all
    /// are, never because it was rounded
    static Map<String, Integer> parts(List<LectureDesEcoles.Departement> departements) {
        return departements.stream()
                .filter(d -> d.ecoles() > 0)
                .collect(Collectors.toMap(
                        d -> d.code().replaceFirst("^0", ""), d -> part(d.ouvertes(), d.ecoles()), (a, _) -> a));
    }

    private static int part(int open, int all) {
        if (open == 0 || open == all) {
            return open == 0 ? 0 : 100;
        }
        return (int) Math.clamp(Math.round(100.0 * open / all), 1, 99);
    }
}
