package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the style sheets say of colours, measured as WCAG 2.2 measures (1.4.3, 1.4.11) on a light and on a dark
/// background, and with strong contrast: the pairs that rules write themselves, what is read on each surface, and the
/// haze of the board, which a checker in a browser leaves aside because it is a gradient.
class ContrastesTests {

    private static final Path STATIQUE = Path.of("src/main/statique");
    private static final double TEXT = 4.5;
    private static final double STRONG = 7;
    private static final double DRAWN = 3;
    private static final String FORT = ":root[data-contraste=\"fort\"]";

    private static final List<String> READ = List.of(
            "texte",
            "texte-doux",
            "lien",
            "action",
            "bien",
            "attente",
            "souci",
            "note",
            "encre-900",
            "encre-800",
            "encre-700",
            "encre-600",
            "tableau-900",
            "tableau-700");
    private static final List<String> SURFACES = List.of("fond", "fond-feuille", "fond-doux", "craie", "encre-50");

    private static final Map<String, List<String>> DRAWN_ON = Map.of(
            "craie", List.of("trait-champ", "encre-400", "focus", "souci-trait", "bien-trait", "attente-trait"),
            "fond", List.of("trait-champ", "focus", "souci-trait"),
            "ardoise-fond", List.of("focus-sombre"),
            "pied-fond", List.of("focus-sombre"),
            "evitement-fond", List.of("focus-sombre"));

    enum Schema {
        CLAIR("css/10-jetons.css", false),
        CLAIR_FORT("css/10-jetons.css", true),
        SOMBRE("sombre.css", false),
        SOMBRE_FORT("sombre.css", true);

        private final String sheet;
        private final boolean strong;

        Schema(String sheet, boolean strong) {
            this.sheet = sheet;
            this.strong = strong;
        }

        Map<String, String> tokens() throws IOException {
            var light = read("css/10-jetons.css");
            Map<String, String> tokens = new HashMap<>(block(light, ":root"));
            tokens.putAll(block(read(sheet), ":root"));
            if (strong) {
                tokens.putAll(block(read(sheet), FORT));
            }
            return tokens;
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsWordsOnEverySurface(Schema schema) throws IOException {
        var tokens = schema.tokens();
        List<String> weak = new ArrayList<>();
        for (var surface : SURFACES) {
            for (var word : READ) {
                weigh(weak, TEXT, word + " on " + surface, hex(tokens, word), hex(tokens, surface));
            }
            if (schema.strong && !surface.startsWith("encre")) {
                for (var word : List.of("texte", "texte-doux", "lien", "action")) {
                    weigh(weak, STRONG, word + " on " + surface, hex(tokens, word), hex(tokens, surface));
                }
            }
        }
        DRAWN_ON.forEach((surface, drawn) -> drawn.forEach(
                line -> weigh(weak, DRAWN, line + " on " + surface, hex(tokens, line), hex(tokens, surface))));
        assertThat(weak).isEmpty();
    }

    /// A rule that writes a colour and a background has chosen a pair.
    @ParameterizedTest
    @EnumSource
    void readsWhatEachRuleWritesOnItsOwnBackground(Schema schema) throws IOException {
        var tokens = schema.tokens();
        List<String> weak = new ArrayList<>();
        int pairs = 0;
        for (var rule : rules()) {
            var color = declared(rule.group(2), "color");
            var back = declared(rule.group(2), "background");
            // What lies on a cover is an icon, or has a sheet of its own.
            if (color.isEmpty() || back.isEmpty() || back.contains("--couv")) {
                continue;
            }
            var over = colors(resolve(tokens, back));
            var words = colors(resolve(tokens, color));
            if (!over.isEmpty() && !words.isEmpty()) {
                pairs++;
                weigh(weak, TEXT, rule.group(1).strip(), words.getLast(), over.getLast());
            }
        }
        assertThat(pairs).as("pairs found in the sheets").isGreaterThan(20);
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheBoardThroughItsHaze(Schema schema) throws IOException {
        var tokens = schema.tokens();
        var board = hex(tokens, "ardoise-fond");
        var haze = colors(tokens.get("--ardoise-voile"));
        assertThat(haze).hasSizeGreaterThan(1);
        List<String> weak = new ArrayList<>();
        var thickest = haze.stream().reduce(board, ContrastesTests::over);
        for (var word : List.of("ardoise-texte", "ardoise-doux", "ardoise-date", "ardoise-fort")) {
            weigh(weak, TEXT, word, hex(tokens, word), thickest);
        }
        for (var cover : rules().stream()
                .filter(rule -> rule.group(2).contains("--couv:"))
                .toList()) {
            var own = declarations(cover.group(2));
            var icon = own.getOrDefault("--sur-couv", "#fff");
            weigh(weak, DRAWN, cover.group(1), icon, own.getOrDefault("--couv", ""));
            weigh(weak, DRAWN, cover.group(1) + " spine", icon, over(own.getOrDefault("--couv", ""), "#0003"));
        }
        assertThat(weak).isEmpty();
    }

    @Test
    void givesEveryColourItsDarkTwinAndTheSystemsContrastTheSameAsTheChosenOne() throws IOException {
        var light = read("css/10-jetons.css");
        var dark = read("sombre.css");
        var alone = new TreeSet<String>();
        block(light, ":root").forEach((token, value) -> {
            if (value.startsWith("#") && !block(dark, ":root").containsKey(token)) {
                alone.add(token);
            }
        });
        assertThat(alone).as("colours without a dark twin in sombre.css").isEmpty();
        for (var sheet : List.of(light, dark)) {
            var asked = sheet.substring(sheet.indexOf("@media (prefers-contrast: more)"));
            assertThat(block(asked, ":root")).isEqualTo(block(sheet, FORT)).isNotEmpty();
        }
    }

    @Test
    void measuresAsTheNormDoes() {
        assertThat(ratio("#000", "#fff")).isEqualTo(21);
        assertThat(ratio("#777", "#ffffff")).isBetween(4.47, 4.48);
        assertThat(over("#000000", "#ffffff80")).isEqualTo("#808080");
    }

    private static void weigh(List<String> weak, double least, String what, String words, String back) {
        double ratio = ratio(words, back);
        if (ratio < least) {
            weak.add("%s: %s on %s, %.2f, at least %s".formatted(what, words, back, ratio, least));
        }
    }

    private static List<MatchResult> rules() throws IOException {
        var sheets = new StringBuilder();
        try (var files = Files.list(STATIQUE.resolve("css"))) {
            for (var file : files.sorted().toList()) {
                sheets.append(Files.readString(file));
            }
        }
        var bare = bare(sheets.toString());
        return Pattern.compile("([^{};]+)\\{([^{}]*)\\}")
                .matcher(bare)
                .results()
                .toList();
    }

    private static String read(String sheet) throws IOException {
        return bare(Files.readString(STATIQUE.resolve(sheet)));
    }

    private static String bare(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("url\\(\"[^\"]*\"\\)", "none");
    }

    private static Map<String, String> block(String css, String selector) {
        var found = Pattern.compile("(?<![\\w\\]\\[])" + Pattern.quote(selector) + "\\s*\\{([^}]*)\\}")
                .matcher(css);
        return found.find() ? declarations(found.group(1)) : Map.of();
    }

    private static Map<String, String> declarations(String body) {
        Map<String, String> declared = new HashMap<>();
        for (var line : body.split(";")) {
            int at = line.indexOf(':');
            if (at > 0) {
                declared.put(
                        line.substring(0, at).strip(), line.substring(at + 1).strip());
            }
        }
        return declared;
    }

    private static String declared(String body, String property) {
        return declarations(body).getOrDefault(property, "");
    }

    private static String resolve(Map<String, String> tokens, String value) {
        var var = Pattern.compile("var\\((--[\\w-]+)(?:,\\s*([^()]*(?:\\([^()]*\\))?))?\\)");
        var resolved = value;
        for (var found = var.matcher(resolved); found.find(); found = var.matcher(resolved)) {
            var fallback = found.group(2) == null ? "" : found.group(2);
            resolved = resolved.substring(0, found.start())
                    + tokens.getOrDefault(found.group(1), fallback)
                    + resolved.substring(found.end());
        }
        return resolved;
    }

    private static List<String> colors(String value) {
        return Pattern.compile("#[0-9a-fA-F]{3,8}\\b")
                .matcher(value)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String hex(Map<String, String> tokens, String token) {
        return colors(resolve(tokens, "var(--" + token + ")")).getLast();
    }

    /// The second one laid over the first, which hides what is behind it.
    private static String over(String below, String above) {
        var under = channels(below);
        var upper = channels(above);
        var mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            mixed.append("%02x".formatted(Math.round(upper[i] * upper[3] + under[i] * (1 - upper[3]))));
        }
        return mixed.toString();
    }

    private static double[] channels(String hex) {
        var digits = hex.substring(1);
        if (digits.length() < 6) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        var channels = new double[] {0, 0, 0, 1};
        for (int i = 0; i < digits.length() / 2; i++) {
            int value = Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
            channels[i] = i < 3 ? value : value / 255.0;
        }
        return channels;
    }

    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        var channels = channels(hex);
        double light = 0;
        for (int i = 0; i < weights.length; i++) {
            double c = channels[i] / 255;
            light += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return light;
    }
}
