package fr.entecole.annuaire.ecoles;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The départements of the region: feeds write three characters (`011`), people two (`11`).
final class Departements {

    private Departements() {}

    /// @return the share of open schools, 0 to 100, by the code that people write
    static Map<String, Integer> parts(List<LectureDesEcoles.Departement> departements) {
        return departements.stream()
                .filter(d -> d.ecoles() > 0)
                .collect(Collectors.toMap(
                        d -> d.code().replaceFirst("^0", ""), d -> 100 * d.ouvertes() / d.ecoles(), (a, _) -> a));
    }
}
