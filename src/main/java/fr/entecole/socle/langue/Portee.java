package fr.entecole.socle.langue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What is promised in each language that the house offers: the files of `langues/portee.txt`, whose sentences no
/// language lacks.
public final class Portee {

    static final List<String> FICHIERS = read();

    private Portee() {}

    /// Whether a page that this template draws is in its reader's language; else it has stayed in French.
    ///
    /// @param gabarit below `src/main/jte`, without its extension
    public static boolean holds(String gabarit) {
        var fichier = "jte/" + gabarit + ".jte";
        return FICHIERS.stream().anyMatch(one -> one.endsWith("/") ? fichier.startsWith(one) : fichier.equals(one));
    }

    private static List<String> read() {
        try (var in = Objects.requireNonNull(Portee.class.getResourceAsStream("/langues/portee.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
