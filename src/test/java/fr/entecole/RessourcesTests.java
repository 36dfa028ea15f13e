package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build's check of styles and templates, on a copy of what the browser loads and a template of our own.
class RessourcesTests {

    @TempDir
    Path base;

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
                        System.getProperty("java.class.path"),
                        base.resolve("build/Ressources.java").toString(),
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
