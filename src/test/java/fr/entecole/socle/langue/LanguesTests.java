package fr.entecole.socle.langue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each language says what the house says: nothing that it no longer says, nothing with other arguments. What it lacks
/// of the way of a family (`PorteeDesLangues`) is a fault; whatever else it lacks is listed in `target/langues`.
class LanguesTests {

    static List<Langue> langues() {
        return Langue.toutes().stream().filter(l -> l != Langue.FRANCAIS).toList();
    }

    private static final Map<String, String> PROMISED = new TreeMap<>();

    /// Read once: each source is parsed for it.
    private static Map<String, String> promised() throws IOException {
        if (PROMISED.isEmpty()) {
            PROMISED.putAll(PorteeDesLangues.phrases(Path.of("src/main")));
        }
        return PROMISED;
    }

    @Test
    void readsEverySentenceInTheSources() throws IOException {
        var house = PhrasesDuCode.read(Path.of("src/main"));
        assertThat(house.phrases).hasSizeGreaterThan(900);
        assertThat(house.opaques)
                .as("t() is given its sentence where it is called, so that translators find it")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("langues")
    void saysWhatTheHouseSays(Langue langue) throws IOException {
        var house = PhrasesDuCode.read(Path.of("src/main"));
        house.phrases.putAll(PorteeDesLangues.chartes(Path.of("src/main")));
        assertThat(faults(langue, house)).isEmpty();
        report(langue, house);
    }

    @Test
    void offersTheLanguagesOfTheFamilies() {
        assertThat(langues()).extracting(Langue::code).contains("ar", "ca", "en", "es", "oc", "pt", "tr", "uk");
        assertThat(langues()).extracting(Langue::nom).doesNotHaveDuplicates().doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("langues")
    void saysTheWholeWayOfAFamily(Langue langue) throws IOException {
        var promised = promised();
        assertThat(promised).hasSizeGreaterThan(700);
        assertThat(lacks(langue, promised)).isEmpty();
    }

    @Test
    void namesNoFileAndNoSentenceThatHasGone() throws IOException {
        var main = Path.of("src/main");
        assertThat(PorteeDesLangues.missing(main)).isEmpty();
        assertThat(PhrasesDuCode.read(main).phrases.keySet()).containsAll(PorteeDesLangues.POUR_LES_EQUIPES);
    }

    @Test
    void seesASentenceThatALanguageLacks() throws IOException {
        var promised = promised();
        assertThat(promised)
                .containsKeys(
                        "Mot de passe oublié",
                        "Mon entrée est à moi",
                        "Photographiez le carré, ou allez sur {0}.",
                        "Bonjour {0}")
                .doesNotContainKey("Remis à");
        var langue = Langue.read("xx", new ByteArrayInputStream("""
                phrases:
                  "Mot de passe oublié": "x"
                """.getBytes(StandardCharsets.UTF_8)));
        assertThat(lacks(langue, promised))
                .contains("parent.txt: Mon entrée est à moi")
                .doesNotContain("oubli.jte: Mot de passe oublié");
    }

    @Test
    void writesFiguresOfFranceInEveryLanguage() {
        for (var langue : Langue.toutes()) {
            assertThat(langue.fill("{0, plural, other {#}}", 12))
                    .as(langue.nom())
                    .isEqualTo("12");
        }
    }

    @Test
    void knowsWhichWayALanguageGoes() {
        assertThat(Langue.toutes())
                .filteredOn(Langue::droiteAGauche)
                .extracting(Langue::code)
                .containsExactly("ar");
    }

    @Test
    void seesATranslationThatNoLongerFits() {
        var house = new PhrasesDuCode();
        for (var said : List.of("Aide", "{0} sur {1}", "Le {0}", "{0, plural, one {# an} other {# ans}}", "De {0}")) {
            house.phrases.put(said, "essai.jte");
        }
        var langue = Langue.read("oc", new ByteArrayInputStream("""
                phrases:
                  "Aide": "Ajuda"
                  "Aides": "Ajudas"
                  "{0} sur {1}": "{1} de {0}"
                  "Le {0}": "Lo {1}"
                  "De {0}": "{0, plural, other {#}}"
                  "{0, plural, one {# an} other {# ans}}": "{0, plural, one {# an} other {# ans}"
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(faults(langue, house))
                .hasSize(4)
                .anyMatch(f -> f.startsWith("« Aides » n’est plus dit"))
                .anyMatch(f -> f.startsWith("« Le {0} » a d’autres arguments"))
                .anyMatch(f -> f.startsWith("« De {0} » a d’autres arguments"))
                .anyMatch(f -> f.startsWith("« {0, plural, one {# an} other {# ans}} » est illisible"));
    }

    @Test
    void findsSentencesHoweverTheyAreWritten(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("A.java"), """
                class A {
                    String a() { return t("un") + Phrases.t("de" + "ux", n) + t(x ? "trois" : ("quatre\\u00a0!")); }
                    String b() { return t(phrase) + t("cinq" + n) + other.t("non") + start("non"); }
                }
                """);
        Files.writeString(root.resolve("a.jte"), """
                <%-- t("non") --%>
                ${t("six")} ${oui ? t("sept {0}", t("huit")) : Phrases.t("neuf \\"dix\\"")} ${t(phrase)}
                """);
        var house = PhrasesDuCode.read(root);
        assertThat(house.phrases.keySet())
                .containsExactlyInAnyOrder(
                        "un", "deux", "trois", "quatre\u00a0!", "six", "sept {0}", "huit", "neuf \"dix\"");
        assertThat(house.opaques).hasSize(3);
    }

    @Test
    void refusesAFileThatSaysASentenceTwice() {
        var file = "phrases:\n  \"Aide\": \"Ajuda\"\n  \"Aide\": \"Ajudas\"\n";
        assertThatThrownBy(() -> Langue.read("oc", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("duplicate key Aide");
    }

    @Test
    void refusesToOfferALanguageWithoutFile() {
        assertThatThrownBy(() -> new LanguesReglages(List.of("xx"))).hasMessageContaining("langues/xx.yaml");
    }

    private static List<String> faults(Langue langue, PhrasesDuCode house) {
        var faults = new ArrayList<String>();
        langue.phrases().forEach((francais, own) -> {
            if (!house.phrases.containsKey(francais)) {
                faults.add("« %s » n’est plus dit : l’ôter de langues/%s.yaml".formatted(francais, langue.code()));
                return;
            }
            try {
                var asked = arguments(francais);
                var given = arguments(own);
                if (!given.keySet().equals(asked.keySet())
                        || given.keySet().stream().anyMatch(n -> given.get(n) && !asked.get(n))) {
                    faults.add("« %s » a d’autres arguments : %s".formatted(francais, own));
                }
            } catch (IllegalArgumentException e) {
                faults.add("« %s » est illisible : %s".formatted(francais, e.getMessage()));
            }
        });
        return faults;
    }

    private static List<String> lacks(Langue langue, Map<String, String> promised) {
        return promised.entrySet().stream()
                .filter(phrase -> !langue.translates(phrase.getKey()))
                .map(phrase -> phrase.getValue() + ": " + phrase.getKey())
                .toList();
    }

    /// Number of each argument, and whether it is counted or written as a number.
    private static Map<Integer, Boolean> arguments(String phrase) {
        var plain = phrase.replace("'", "''");
        new MessageFormat(plain);
        var pattern = new MessagePattern(plain);
        Map<Integer, Boolean> arguments = new TreeMap<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                arguments.merge(
                        pattern.getPart(i + 1).getValue(),
                        part.getArgType() != MessagePattern.ArgType.NONE,
                        Boolean::logicalOr);
            }
        }
        return arguments;
    }

    private static void report(Langue langue, PhrasesDuCode house) throws IOException {
        var missing = house.phrases.entrySet().stream()
                .filter(e -> !langue.phrases().containsKey(e.getKey()))
                .map(e -> e.getValue() + ": " + e.getKey())
                .sorted()
                .toList();
        var lines = new ArrayList<String>();
        lines.add("%s: %d sentences of %d; missing:"
                .formatted(langue.nom(), langue.phrases().size(), house.phrases.size()));
        lines.addAll(missing);
        Files.createDirectories(Path.of("target/langues"));
        Files.write(Path.of("target/langues", langue.code() + ".txt"), lines);
    }
}
