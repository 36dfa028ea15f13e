import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The editor's script: ours (`src/main/statique/editeur`) and the modules of ProseMirror, which Maven brings as
/// WebJars, bundled and made small by Closure Compiler, without Node. Ten seconds, so it is made again only when one of
/// them has changed: the result stands in `target/editeur`, with the print of what it was made of.
final class Editeur {

    /// Where Maven puts the WebJars (`pom.xml`, execution `editeur`).
    static final String LIBRARIES = "target/editeur/webjars";

    private static final String WEBJARS = "META-INF/resources/webjars";
    private static final String BANNER = "/* ENT-École; ProseMirror et ses modules : licence MIT, editeur-licences.txt */\n";

    private final Path base;
    private final Path work;
    private final Path own;

    Editeur(Path base) {
        this.base = base;
        this.work = base.resolve("target/editeur");
        this.own = base.resolve("src/main/statique/editeur");
    }

    byte[] script() throws IOException {
        var made = work.resolve("editeur.js");
        var mark = work.resolve("editeur.sha256");
        var print = print();
        if (!Files.exists(made)
                || !Files.exists(mark)
                || !Files.readString(mark).equals(print)) {
            Files.deleteIfExists(mark);
            bundle(made);
            Files.writeString(mark, print);
        }
        return Files.readAllBytes(made);
    }

    /// The licence of each, which goes with every copy.
    byte[] licences() throws IOException {
        var all = new StringBuilder();
        for (var licence : files(base.resolve(LIBRARIES), "LICENSE")) {
            all.append("== ")
                    .append(base.resolve(LIBRARIES).resolve(WEBJARS).relativize(licence.getParent()))
                    .append("\n\n")
                    .append(Files.readString(licence))
                    .append("\n\n");
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void bundle(Path made) throws IOException {
        var sources = work.resolve("sources");
        deleteTree(sources);
        for (var file : files(base.resolve(LIBRARIES).resolve(WEBJARS), "")) {
            // prosemirror-view/1.41.3/dist/index.js: without its version
            var place = base.resolve(LIBRARIES).resolve(WEBJARS).relativize(file);
            copy(file, sources.resolve("node_modules").resolve(place.getName(0)).resolve(place.subpath(2, place.getNameCount())));
        }
        for (var file : files(own, ".js")) {
            copy(file, sources.resolve(own.relativize(file)));
        }
        var log = work.resolve("closure.txt");
        try {
            var compiled = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            work.resolve("closure.jar").toAbsolutePath().toString(),
                            "--module_resolution=NODE",
                            "--process_common_js_modules",
                            "--dependency_mode=PRUNE",
                            "--entry_point=./editeur.js",
                            "--language_in=ECMASCRIPT_NEXT",
                            "--language_out=ECMASCRIPT_2020",
                            "--rewrite_polyfills=false",
                            "--jscomp_off=*",
                            "--isolation_mode=IIFE",
                            "--js=*.js",
                            "--js=node_modules/**.js",
                            "--js=node_modules/**/package.json",
                            "--js_output_file=" + made.toAbsolutePath())
                    .directory(sources.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (compiled.waitFor() != 0) {
                throw new IllegalStateException("the editor does not compile: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Files.writeString(made, BANNER + Files.readString(made));
        deleteTree(sources);
    }

    private String print() throws IOException {
        if (!Files.exists(work.resolve("closure.jar")) || !Files.isDirectory(base.resolve(LIBRARIES))) {
            throw new IllegalStateException("target/editeur is not there: Maven makes it (generate-resources), or ./ent");
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var root : List.of(own, base.resolve(LIBRARIES), base.resolve("build/Editeur.java"))) {
                for (var file : files(root, "")) {
                    if (!file.toString().endsWith(".css")) {
                        digest.update(base.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> walk = Files.walk(root)) {
                for (var file : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
