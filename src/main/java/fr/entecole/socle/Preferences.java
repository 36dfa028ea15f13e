package fr.entecole.socle;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The person's own text size, spacing, contrast and background: words of the style sheet, nothing where the page
/// is as drawn, and light or dark as the device is.
/// They are kept on the device, in a cookie that says nothing of the person: those words, joined by dots.
public record Preferences(
        @Nullable String taille,
        @Nullable String espace,
        @Nullable String contraste,
        @Nullable String fond,
        @Nullable String son) {

    private static final Set<String> TAILLES = Set.of("grande", "tres-grande");
    private static final Set<String> ESPACES = Set.of("large");
    private static final Set<String> CONTRASTES = Set.of("fort");
    private static final Set<String> FONDS = Set.of("clair", "sombre");
    private static final Set<String> SONS = Set.of("muet");

    /// Reads the cookie, or what a form sent joined the same way: an unknown word is left out.
    public static Preferences of(String cookie) {
        var words = List.of(cookie.split("\\."));
        return new Preferences(
                first(words, TAILLES),
                first(words, ESPACES),
                first(words, CONTRASTES),
                first(words, FONDS),
                first(words, SONS));
    }

    public String cookie() {
        return Stream.of(taille, espace, contraste, fond, son)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    /// Where the dark sheet applies, as a media query: never on paper.
    public String sombre() {
        return switch (fond) {
            case "sombre" -> "screen";
            case "clair" -> "not all";
            case null, default -> "screen and (prefers-color-scheme: dark)";
        };
    }

    private static @Nullable String first(List<String> words, Set<String> known) {
        return words.stream().filter(known::contains).findFirst().orElse(null);
    }
}
