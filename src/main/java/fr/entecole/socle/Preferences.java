package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.langue.Langue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The person's own text size, spacing, contrast, background and stillness: words of the style sheet, nothing where the
/// page is as drawn, and light or dark as the device is.
/// They are kept on the device, in a cookie that says nothing of the person, and with the account of who is signed in:
/// those words, joined by dots.
public record Preferences(
        @Nullable String taille,
        @Nullable String espace,
        @Nullable String contraste,
        @Nullable String fond,
        @Nullable String son,
        @Nullable String mouvement) {

    private static final Set<String> TAILLES = Set.of("grande", "tres-grande");
    private static final Set<String> ESPACES = Set.of("large");
    private static final Set<String> CONTRASTES = Set.of("fort");
    private static final Set<String> FONDS = Set.of("clair", "sombre");
    private static final Set<String> SONS = Set.of("muet");
    private static final Set<String> MOUVEMENTS = Set.of("immobile");

    /// Reads the cookie, or what a form sent joined the same way: an unknown word is left out.
    public static Preferences of(String cookie) {
        var words = List.of(cookie.split("\\."));
        return new Preferences(
                first(words, TAILLES),
                first(words, ESPACES),
                first(words, CONTRASTES),
                first(words, FONDS),
                first(words, SONS),
                first(words, MOUVEMENTS));
    }

    public String cookie() {
        return Stream.of(taille, espace, contraste, fond, son, mouvement)
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

    /// What an account keeps of how its holder reads (`langue`, `confort`), in words; anything else as it is.
    public static Object shown(String mot, Object valeur) {
        return switch (mot) {
            case "langue" -> Langue.of(valeur.toString()).map(Langue::nom).orElse(valeur.toString());
            case "confort" -> of(valeur.toString()).words();
            default -> valeur;
        };
    }

    private String words() {
        var words = Stream.of(
                        taille == null ? "" : taille.equals("grande") ? t("texte grand") : t("texte très grand"),
                        espace == null ? "" : t("lettres et lignes espacées"),
                        contraste == null ? "" : t("contraste fort"),
                        fond == null ? "" : fond.equals("clair") ? t("fond clair") : t("fond sombre"),
                        son == null ? "" : t("sans petits sons"),
                        mouvement == null ? "" : t("sans mouvements"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? t("pages telles qu’elles sont dessinées") : words;
    }

    private static @Nullable String first(List<String> words, Set<String> known) {
        return words.stream().filter(known::contains).findFirst().orElse(null);
    }
}
