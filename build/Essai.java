import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The quick loop: compiles what changed with javac alone, then runs the named test classes, without Maven, Error
/// Prone or NullAway; `./ent test` without a name stays the judge.
///
/// A source is compiled again when its content changed, or when something that it names changed for others: a member
/// that is not private, a supertype, an annotation. A constant is copied into who reads it, so a constant that changed,
/// like a source that went, has everything compiled again.
///
/// Usage, from the root, with its two folders of classes before the class path of the tests: `java -cp …
/// build/Essai.java NAMES`, where names are those of Surefire: `JournalTests`, `Journal*`,
/// `JournalTests#keeps*+refuses*`, with commas.
class Essai {

    static final Path HOME = Path.of("target/essai");
    /// ArchUnit knows what is a test by its folder, `target/test-classes`.
    private static final Path CLASSES = HOME.resolve("target/classes");
    static final Path TEST_CLASSES = HOME.resolve("target/test-classes");
    private static final Path TEMPLATES = HOME.resolve("jte");
    static final Path LOG = HOME.resolve("journal.txt");

    public static void main(String[] args) throws Exception {
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        var names = String.join(",", args);
        var asked = Stream.of(names.split(",")).map(Choix::of).toList();
        for (var choice : asked) {
            if (choice.classes().isEmpty()) {
                System.err.println("Aucun test ne s’appelle " + choice.name() + ".");
                System.exit(2);
            }
        }
        try (var lock = FileChannel.open(
                HOME.resolve("verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!build()) {
                System.exit(1);
            }
        }
        System.exit(run(asked));
    }

    // --- building ---------------------------------------------------------------------------------------------------

    private static boolean build() throws Exception {
        var begun = System.nanoTime();
        templates();
        var main = new Racine(List.of(Path.of("src/main/java"), TEMPLATES), CLASSES, "");
        var tests = new Racine(
                List.of(Path.of("src/test/java")), TEST_CLASSES, CLASSES + File.pathSeparator);
        if (!main.compile(Set.of(), false) || !tests.compile(main.touched, main.constants)) {
            return false;
        }
        copy(Path.of("src/main/resources"), CLASSES);
        copy(Path.of("src/test/resources"), TEST_CLASSES);
        if (!resources()) {
            return false;
        }
        if (main.compiled + tests.compiled > 0) {
            System.out.printf("%d sources compilées en %.1f s%n", main.compiled + tests.compiled, seconds(begun));
        }
        return true;
    }

    /// As pom.xml configures jte; a template whose Java is the same keeps its file.
    private static void templates() throws IOException {
        var source = Path.of("src/main/jte");
        if (unchanged("jte.sha256", List.of(source))) {
            return;
        }
        var fresh = HOME.resolve("jte.neuf");
        Fichiers.deleteTree(fresh);
        Files.createDirectories(CLASSES);
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(source), fresh, ContentType.Html, Essai.class.getClassLoader(), "fr.entecole");
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        engine.setTargetResourceDirectory(CLASSES);
        engine.generateAll();
        Fichiers.deleteTree(TEMPLATES);
        Files.move(fresh, TEMPLATES);
        changed("jte.sha256", List.of(source));
    }

    private static boolean resources() throws IOException, InterruptedException {
        var inputs = List.of(Path.of("src/main/statique"), Path.of("src/main/jte"), Path.of("build"));
        if (unchanged("statique.sha256", inputs)) {
            return true;
        }
        var prepared = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "build/Ressources.java",
                        ".",
                        CLASSES.toString())
                .redirectErrorStream(true)
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (prepared.waitFor() != 0) {
            return false;
        }
        changed("statique.sha256", inputs);
        return true;
    }

    private static void copy(Path source, Path target) throws IOException {
        for (var file : Fichiers.files(source, "")) {
            var copy = target.resolve(source.relativize(file));
            if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var list = HOME.resolve(source.toString().replace('/', '.') + ".liste");
        var now = Fichiers.files(source, "").stream().map(f -> source.relativize(f).toString()).toList();
        if (Files.exists(list)) {
            for (var gone : Files.readAllLines(list)) {
                if (!now.contains(gone)) {
                    Files.deleteIfExists(target.resolve(gone));
                }
            }
        }
        Files.write(list, now);
    }

    private static boolean unchanged(String mark, Collection<Path> inputs) throws IOException {
        var file = HOME.resolve(mark);
        return Files.exists(file) && Files.readString(file).equals(state(inputs));
    }

    private static void changed(String mark, Collection<Path> inputs) throws IOException {
        Files.writeString(HOME.resolve(mark), state(inputs));
    }

    private static String state(Collection<Path> inputs) throws IOException {
        var state = new StringBuilder();
        for (var input : inputs) {
            for (var file : Fichiers.files(input, "")) {
                state.append(Fichiers.sha256(Files.readAllBytes(file))).append(' ').append(file).append('\n');
            }
        }
        return state.toString();
    }

    private static int run(List<Choix> asked) throws IOException {
        var classes = asked.stream().flatMap(c -> c.classes().stream()).distinct().toList();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
                .filters((PostDiscoveryFilter) d -> FilterResult.includedIf(d.getSource().stream()
                        .filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .allMatch(m -> asked.stream().allMatch(c -> c.takes(m)))))
                .build();
        var recit = new Recit();
        var console = System.err;
        try (var log = new PrintStream(new FileOutputStream(LOG.toFile()), true, StandardCharsets.UTF_8)) {
            System.setOut(log);
            System.setErr(log);
            LauncherFactory.create().execute(request, recit);
        } finally {
            System.setOut(recit.out);
            System.setErr(console);
        }
        return recit.end();
    }

    static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
