package fr.entecole.annuaire.aaf.lecture;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request of a file, whatever the order of its attributes: the union of the non-empty values of each attribute.
/// An attribute that is listed with nothing in it is there with an empty list.
public record Enregistrement(Operation operation, String id, Map<String, List<String>> attributs) {

    public enum Operation {
        ADD,
        MODIFY,
        DELETE
    }

    public boolean lists(String attribut) {
        return operation == Operation.ADD || attributs.containsKey(attribut);
    }

    public List<String> values(String attribut) {
        return attributs.getOrDefault(attribut, List.of());
    }

    @Nullable
    public String first(String attribut) {
        var valeurs = values(attribut);
        return valeurs.isEmpty() ? null : valeurs.getFirst();
    }
}
