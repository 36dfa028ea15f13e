package fr.entecole.socle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sentences of the children's pages that were recorded, for devices without a French voice. Which ones, and how
/// they are made: `src/main/statique/voix`.
public final class Voix {

    private static final Map<String, String> FICHIERS = Statique.voix();

    private Voix() {}

    /// Where the recording of this sentence is, null when there is none: a sentence in another language has none.
    public static @Nullable String of(String phrase) {
        var fichier = FICHIERS.get(phrase.replace('\u00a0', ' '));
        return fichier == null ? null : Statique.adresse(fichier);
    }
}
