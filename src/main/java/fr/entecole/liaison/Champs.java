package fr.entecole.liaison;

import java.util.List;
import java.util.Map;

/// What a form has sent, by the names of its fields: a kind reads its own.
public record Champs(Map<String, List<String>> valeurs) {

    public static final Champs VIDES = new Champs(Map.of());

    /// @return stripped; empty where it was not sent
    public String one(String nom) {
        var sent = valeurs.get(nom);
        return sent == null || sent.isEmpty() ? "" : sent.getFirst().strip().replace("\r\n", "\n");
    }

    /// As people write one; empty is none.
    public static boolean isTelephone(String typed) {
        return typed.matches("\\+?[0-9 .]{6,20}");
    }

    public List<String> all(String nom) {
        return valeurs.getOrDefault(nom, List.of());
    }
}
