package fr.entecole.socle.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person is asked to correct in a form: a sentence for each field, in the order in which they were judged,
/// which is the order of the form. The page carries them to the list on top and to the fields.
public final class Erreurs {

    private final Map<String, String> phrases = new LinkedHashMap<>();

    /// @param champ identifier of the field, to which the list on top leads
    public static Erreurs of(String champ, String phrase) {
        return new Erreurs().add(champ, phrase);
    }

    /// The first sentence about a field stays: one thing to correct at a time. An empty one says that all is well.
    public Erreurs add(String champ, String phrase) {
        if (!phrase.isEmpty()) {
            phrases.putIfAbsent(champ, phrase);
        }
        return this;
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    public int size() {
        return phrases.size();
    }

    /// @return an empty sentence where nothing is to be corrected
    public String of(String champ) {
        return phrases.getOrDefault(champ, "");
    }

    public Set<Map.Entry<String, String>> entries() {
        return phrases.entrySet();
    }

    /// Identifiers of what describes a field: its hint and its error, where they stand; null where neither does.
    ///
    /// @param indice identifier of a hint which is not in the label, or empty
    public @Nullable String describing(String champ, String indice) {
        var error = phrases.containsKey(champ) ? champ + "-erreur" : "";
        var ids = (indice + " " + error).strip();
        return ids.isEmpty() ? null : ids;
    }

    /// Value of `aria-invalid`.
    public @Nullable String invalid(String champ) {
        return phrases.containsKey(champ) ? "true" : null;
    }

    @Override
    public String toString() {
        return phrases.toString();
    }
}
