package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build's check of styles and templates, on a copy of what the browser loads and a template of our own.
class RessourcesTests {

    @TempDir
    static Path program;

    @TempDir
    Path base;

    /// What the build compiles each time that it runs it (`java build/Ressources.java`), compiled once for all here.
    @BeforeAll
    static void compile() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new ByteArrayOutputStream();
        int code = compiler.run(
                null,
                said,
                said,
                "-proc:none",
                "-d",
                program.toString(),
                "--class-path",
                System.getProperty("java.class.path"),
                "--source-path",
                "build",
                "build/Ressources.java");
        assertThat(code).as(() -> said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void stopsTheBuildOnWhatDoesNotExistOrIsNotAllowed() throws Exception {
        var said = prepare("""
                <p class="ent-inconnue ent-avis" style="color: red" onclick="x()">@template.socle.icone(page = page, nom = "licorne")</p>
                <svg><rect fill="var(--absent)"/></svg>
                <p class="ent-camarades">@template.socle.icone(page = page, nom = "maison")</p>
                """);

        assertThat(said)
                .startsWith("1\n")
                .contains("class without rule: ent-inconnue", "no icon i-licorne", "token without value: --absent")
                .contains(
                        "drawn by 40-annuaire.css for its module alone, move its rule to 35-pieces.css: ent-camarades")
                .contains("a style or a script in the page")
                .doesNotContain("class without rule: ent-avis");
    }

    @Test
    void preparesWhatIsInOrderAndLeavesItAloneUntilItChanges() throws Exception {
        var said = prepare("<p class=\"ent-avis\">@template.socle.icone(page = page, nom = \"maison\")</p>");
        var list = base.resolve("classes/statique/empreintes.txt");
        var written = Files.getLastModifiedTime(list);

        assertThat(said).startsWith("0\n").contains("ent.css");
        assertThat(Files.readString(list)).containsPattern("ent\\.css=ent\\.[0-9a-f]{10}\\.css");
        assertThat(run()).isEqualTo("0\n");
        assertThat(Files.getLastModifiedTime(list)).isEqualTo(written);
    }

    /// A room's sheet is its pages' own, but for what a tile of the room shows on a home; what pieces draw goes where
    /// it is used, and a page that uses none of it loads nothing more.
    @Test
    void givesEachPageTheSheetsThatItShows() throws Exception {
        prepare("<p class=\"ent-avis\"></p>");
        write(
                "src/main/statique/css/35-essai.css",
                "@layer ecrans { .ent-piece { top: 1px; } .ent-carte { top: 2px; } }");
        write("src/main/statique/css/40-salle.css", """
                @layer ecrans {
                  .ent-salle { top: 3px; } .ent-salle b, .ent-carte-salle { top: 4px; }
                  @media (min-width: 48em) { .ent-carte-salle { top: 5px; } .ent-salle { top: 6px; } }
                }""");
        write("src/main/jte/salle/page.jte", "<p class=\"ent-salle\"></p>@template.essai._piece()");
        write("src/main/jte/salle/seule.jte", "<p></p>");
        write("src/main/jte/salle/_tuile.jte", "<p class=\"ent-carte-salle\"><b class=\"ent-carte\"></b></p>");
        write("src/main/jte/salle/liste.jte", "@template.salle._tuile()");
        write("src/main/jte/essai/_piece.jte", "<p class=\"ent-piece\"></p>");
        write("src/main/java/salle/Tuile.java", "class Tuile { String shown = \"salle/_tuile\"; }");

        assertThat(run()).startsWith("0\n");
        var served = base.resolve("classes/statique");
        assertThat(Files.readString(served.resolve("feuilles.txt")))
                .contains("salle/liste\tsalle.css\n", "salle/page\tessai.css salle.css\n", "salle/seule\tsalle.css\n")
                .doesNotContain("essai/page");
        assertThat(sheet("salle"))
                .isEqualTo("@layer ecrans{.ent-salle{top:3px}@media (min-width:48em){.ent-salle{top:6px}}}");
        assertThat(sheet("essai")).isEqualTo("@layer ecrans{.ent-piece{top:1px}}");
        assertThat(sheet("ent"))
                .contains(".ent-carte{top:2px}", ".ent-salle b,.ent-carte-salle{top:4px}", ".ent-carte-salle{top:5px}")
                .doesNotContain(".ent-piece", "top:3px", "top:6px");
    }

    @Test
    void refusesTheSheetOfARoomThatGrowsTooHeavy() throws Exception {
        prepare("<p class=\"ent-avis\"></p>");
        var rules = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            rules.append(".ent-")
                    .append(Integer.toHexString(i * 7_919))
                    .append(" { top: ")
                    .append(i)
                    .append("px; }\n");
        }
        write("src/main/statique/css/40-salle.css", "@layer ecrans { " + rules + " }");

        assertThat(run()).startsWith("1\n").contains("too heavy: salle.css");
    }

    private String sheet(String name) throws IOException {
        try (var files = Files.list(base.resolve("classes/statique"))) {
            var file = files.filter(f -> f.getFileName().toString().matches(name + "\\.[0-9a-f]{10}\\.css"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file).strip();
        }
    }

    private void write(String file, String text) throws IOException {
        var path = base.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String prepare(String template) throws Exception {
        copy("src/main/statique");
        copy("build");
        copy("target/editeur");
        var gabarits = Files.createDirectories(base.resolve("src/main/jte/essai"));
        Files.writeString(gabarits.resolve("page.jte"), template);
        Files.createDirectories(base.resolve("classes"));
        return run();
    }

    private String run() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--class-path",
                        program + File.pathSeparator + System.getProperty("java.class.path"),
                        "Ressources",
                        base.toString(),
                        base.resolve("classes").toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + said;
    }

    private void copy(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                var target = base.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
