package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One way to answer, to refuse and to ask on the web (ADR 0025): what follows is written in `socle` and nowhere else.
class IdiomeDuWebTests {

    private static final Path GABARITS = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java/fr/entecole");

    static List<Regle> regles() {
        return List.of(
                new Regle(
                        GABARITS,
                        "name=\"_csrf\"",
                        "_formulaire\\.jte",
                        "the token of a form is written once: @template.socle.formulaire or @template.socle.geste",
                        "<form><input type=\"hidden\" name=\"_csrf\" value=\"${page.csrf()}\"></form>"),
                new Regle(
                        GABARITS,
                        "method=\"post\"",
                        "_formulaire\\.jte",
                        "what changes something is sent by @template.socle.formulaire or @template.socle.geste",
                        "<form action=\"/annuaire\" method=\"post\"></form>"),
                new Regle(
                        GABARITS,
                        "<textarea|<select|type=\"file\"|class=\"ent-(champ|choix|libelle|groupe|erreur)\\b",
                        "\\w+\\.jte",
                        "a field is wired to its label, hint and error once: @template.socle.champ, zone, liste, choix,"
                                + " coche, fichier, troisCases, motDePasse",
                        "<label class=\"ent-libelle\" for=\"x\">Mot</label><textarea id=\"x\"></textarea>"),
                new Regle(
                        GABARITS,
                        "aria-invalid|\\w-erreur\"",
                        "\\w+\\.jte",
                        "the error of a field is shown by its component, from the page: page.with(erreurs)",
                        "<input id=\"x\" aria-invalid=\"true\" aria-describedby=\"x-erreur\">"),
                new Regle(
                        SOURCES,
                        "RedirectView|\"redirect:|SEE_OTHER",
                        "Adresse\\.java",
                        "a page of ours is asked for by Adresse.go(\"/annuaire/agents\")",
                        "return \"redirect:/annuaire/agents\";"),
                new Regle(
                        SOURCES,
                        "HttpStatus\\.NOT_FOUND|ResponseEntity\\.notFound",
                        "Introuvable\\.java",
                        "what is not for someone is not there: orElseThrow(Introuvable::new)",
                        "throw new ResponseStatusException(HttpStatus.NOT_FOUND);"),
                new Regle(
                        SOURCES,
                        "Map<String, String> (erreurs|errors|refusals)\\b",
                        "Erreurs\\.java",
                        "what is to be corrected is an Erreurs, which the page carries: page.with(erreurs)",
                        "Map<String, String> erreurs = new LinkedHashMap<>();"),
                new Regle(
                        SOURCES,
                        "getLast\\(\\)\\.cle\\(",
                        "Tranche\\.java",
                        "a page of a long list is a Tranche, and goes on by @template.socle.suite",
                        "found.size() > PAGE ? shown.getLast().cle() : \"\""));
    }

    @ParameterizedTest
    @MethodSource("regles")
    void isWrittenInOnePlace(Regle regle) throws IOException {
        assertThat(regle.faults()).as(regle.because()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("regles")
    void seesAViolation(Regle regle) {
        assertThat(regle.found(Path.of("annuaire/essai.jte"), regle.violation()))
                .isNotEmpty();
        assertThat(regle.found(Path.of("annuaire/essai.jte"), "<p>${t(\"Rien\")}</p>"))
                .isEmpty();
    }

    @Test
    void looksAtEveryPage() throws IOException {
        try (var files = Files.walk(GABARITS)) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThan(100);
        }
    }

    /// @param home name of the files of `socle` that may
    record Regle(Path root, String forbidden, String home, String because, String violation) {

        List<String> faults() throws IOException {
            var faults = new ArrayList<String>();
            try (var files = Files.walk(root)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    faults.addAll(found(root.relativize(file), Files.readString(file)));
                }
            }
            return faults;
        }

        List<String> found(Path file, String text) {
            return file.startsWith("socle") && file.getFileName().toString().matches(home)
                    ? List.of()
                    : Pattern.compile(forbidden)
                            .matcher(text)
                            .results()
                            .map(m -> file + ": " + m.group())
                            .toList();
        }

        @Override
        public String toString() {
            return because;
        }
    }
}
