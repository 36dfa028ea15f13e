package fr.entecole.annuaire.noms;

import static fr.entecole.socle.Phrases.t;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who teaches, as families name them.
///
/// @param civil "Mme Estève"
public record Enseignant(String civil, String nom) {

    public static String joined(List<Enseignant> enseignants) {
        return enseignants.stream().map(Enseignant::civil).collect(Collectors.joining(t(" et ")));
    }

    /// Who teaches, where the class's label does not already name them all.
    public static String unsaid(@Nullable String label, List<Enseignant> enseignants) {
        return label != null && enseignants.stream().allMatch(e -> label.contains(e.civil()))
                ? ""
                : joined(enseignants);
    }
}
