package fr.entecole.socle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the build prepared for the browser: style sheet, script, fonts and images, each served under a name that
/// changes with its content, and the symbols and drawings that pages carry inside themselves. Templates write
/// `Statique.adresse("ent.css")`; an unknown name is an error, not an empty picture.
public final class Statique {

    private static final Map<String, String> NOMS = read("empreintes.txt", '=');
    private static final Map<String, String> FEUILLES = read("feuilles.txt", '\t');
    private static final Map<String, String> VOIX = read("voix.txt", '\t');
    private static final Map<String, String> SYMBOLES = read("symboles.txt", '\t');

    private Statique() {}

    /// Address of a file, by the name it has in `src/main/statique`.
    public static String adresse(String nom) {
        return "/statique/" + known(NOMS, nom);
    }

    /// The style sheets of a page besides the one of all pages, in their order, by its template and register.
    static List<String> feuilles(String gabarit, String registre) {
        var names = FEUILLES.get(gabarit);
        Set<String> feuilles = new LinkedHashSet<>(names == null ? List.of() : List.of(names.split(" ")));
        if (!registre.equals("adulte")) {
            feuilles.add("registres.css");
        }
        return List.copyOf(feuilles);
    }

    /// A `<symbol>` element, by its identifier: `i-maison` for an icon, `p-chat` for a child's picture.
    public static String symbole(String id) {
        return known(SYMBOLES, id);
    }

    /// An `<svg>` drawing that decorates and says nothing.
    public static String dessin(String nom) {
        return known(SYMBOLES, "d-" + nom);
    }

    /// Where the recording of this sentence is, for a device without a French voice; null when there is none, as of a
    /// sentence in another language. Which ones, and how they are made: `src/main/statique/voix`.
    public static @Nullable String voix(String phrase) {
        var fichier = VOIX.get(phrase.replace('\u00a0', ' '));
        return fichier == null ? null : adresse(fichier);
    }

    static Collection<String> servis() {
        return NOMS.values();
    }

    static byte[] bytes(String fichier) {
        try (var input = Statique.class.getResourceAsStream("/statique/" + fichier)) {
            if (input == null) {
                throw new IllegalArgumentException("not prepared by the build: " + fichier);
            }
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String known(Map<String, String> names, String name) {
        var found = names.get(name);
        if (found == null) {
            throw new IllegalArgumentException("unknown: " + name);
        }
        return found;
    }

    private static Map<String, String> read(String fichier, char separator) {
        Map<String, String> lines = new LinkedHashMap<>();
        new String(bytes(fichier), StandardCharsets.UTF_8).lines().forEach(line -> {
            int at = line.indexOf(separator);
            lines.put(line.substring(0, at), line.substring(at + 1));
        });
        return Map.copyOf(lines);
    }
}
