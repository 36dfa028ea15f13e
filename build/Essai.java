import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
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

    private static final Path HOME = Path.of("target/essai");
    /// ArchUnit knows what is a test by its folder, `target/test-classes`.
    private static final Path CLASSES = HOME.resolve("target/classes");
    private static final Path TEST_CLASSES = HOME.resolve("target/test-classes");
    private static final Path TEMPLATES = HOME.resolve("jte");
    private static final Path LOG = HOME.resolve("journal.txt");
    private static final Pattern OURS = Pattern.compile("fr/entecole/[\\w/$]+");
    private static final ClassFile FILE = ClassFile.of(
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.LineNumbersOption.DROP_LINE_NUMBERS);

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
        deleteTree(fresh);
        Files.createDirectories(CLASSES);
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(source), fresh, ContentType.Html, Essai.class.getClassLoader(), "fr.entecole");
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        engine.setTargetResourceDirectory(CLASSES);
        engine.generateAll();
        deleteTree(TEMPLATES);
        Files.move(fresh, TEMPLATES);
        changed("jte.sha256", List.of(source));
    }

    private static boolean resources() throws IOException, InterruptedException {
        var inputs = List.of(Path.of("src/main/statique"), Path.of("src/main/jte"), Path.of("build/Ressources.java"));
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
        for (var file : files(source, "")) {
            var copy = target.resolve(source.relativize(file));
            if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var list = HOME.resolve(source.toString().replace('/', '.') + ".liste");
        var now = files(source, "").stream().map(f -> source.relativize(f).toString()).toList();
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
            for (var file : files(input, "")) {
                state.append(sha256(Files.readAllBytes(file))).append(' ').append(file).append('\n');
            }
        }
        return state.toString();
    }

    /// The sources of main or of the tests, and the classes made of them.
    private static final class Racine {

        private final List<Path> roots;
        private final Path classes;
        private final Path fresh;
        private final Path mark;
        private final String before;
        private final Map<String, String> known = new TreeMap<>();

        /// Names of the classes that changed for others.
        final Set<String> touched = new TreeSet<>();

        boolean constants;
        int compiled;

        Racine(List<Path> roots, Path classes, String before) throws IOException {
            this.roots = roots;
            this.classes = classes;
            this.before = before;
            this.fresh = classes.resolveSibling(classes.getFileName() + ".neuf");
            this.mark = classes.resolveSibling(classes.getFileName() + ".sha256");
            if (Files.exists(mark)) {
                Files.readAllLines(mark).forEach(l -> known.put(l.substring(65), l.substring(0, 64)));
            }
        }

        /// @param above who changed for others below these sources; @return whether javac had nothing to say
        boolean compile(Set<String> above, boolean everything) throws IOException {
            Map<String, Path> sources = new TreeMap<>();
            Map<String, String> now = new TreeMap<>();
            for (var root : roots) {
                for (var file : files(root, ".java")) {
                    var name = root.relativize(file).toString();
                    sources.put(name, file);
                    now.put(name, sha256(Files.readAllBytes(file)));
                }
            }
            var all = everything || !now.keySet().containsAll(known.keySet());
            if (!all && above.isEmpty() && now.equals(known)) {
                return true;
            }
            var old = read(classes);
            var todo = now.keySet().stream()
                    .filter(s -> !now.get(s).equals(known.get(s)))
                    .collect(toCollection(TreeSet::new));
            todo.addAll(naming(above, old, sources.keySet()));
            if (todo.isEmpty() && !all) {
                save(now);
                return true;
            }
            do {
                all |= todo.size() > sources.size() / 2;
                if (all) {
                    todo.addAll(sources.keySet());
                }
                deleteTree(fresh);
                if (!javac(todo.stream().map(sources::get).toList(), all)) {
                    return false;
                }
                compare(old, read(fresh), todo);
                touched.addAll(above);
                if (all) {
                    break;
                }
                all = constants;
            } while (todo.addAll(naming(touched, old, sources.keySet())) || all);
            replace(old, n -> todo.contains(n) || !sources.containsKey(n));
            compiled = todo.size();
            save(now);
            return true;
        }

        private void save(Map<String, String> now) throws IOException {
            Files.write(mark, now.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
        }

        private boolean javac(Collection<Path> sources, boolean all) throws IOException {
            Files.createDirectories(fresh);
            Files.createDirectories(classes);
            var path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(p -> !p.startsWith(HOME.toString()))
                    .collect(joining(File.pathSeparator));
            var own = all ? "" : classes + File.pathSeparator;
            List<String> words = new ArrayList<>(List.of("-d", fresh.toString(), "-cp", own + before + path));
            words.addAll(List.of("-parameters", "-proc:none", "-implicit:none", "-nowarn", "-XDignore.symbol.file", "-g"));
            sources.forEach(s -> words.add(s.toString()));
            var said = new java.io.ByteArrayOutputStream();
            var done = ToolProvider.getSystemJavaCompiler().run(null, null, said, words.toArray(String[]::new)) == 0;
            if (!done) {
                System.err.print(said.toString(StandardCharsets.UTF_8).replaceAll("(?m)^Note: .*\\R", ""));
            }
            return done;
        }

        private void compare(Map<String, ClassModel> old, Map<String, ClassModel> made, Set<String> sources) {
            touched.clear();
            constants = false;
            for (var name : union(old, made)) {
                var was = old.get(name);
                var is = made.get(name);
                if (was == null || is == null ? was == null || sources.contains(source(was)) : !same(was, is)) {
                    touched.add(name);
                    constants |= was != null && is != null && !constants(is).containsAll(constants(was));
                }
            }
        }

        /// What is interrupted, or does not compile above, has everything compiled next time, since its mark is gone.
        private void replace(Map<String, ClassModel> old, Predicate<String> obsolete) throws IOException {
            Files.deleteIfExists(mark);
            if (!touched.isEmpty()) {
                Files.deleteIfExists(TEST_CLASSES.resolveSibling("test-classes.sha256"));
            }
            for (var model : old.values()) {
                if (obsolete.test(source(model))) {
                    Files.deleteIfExists(classes.resolve(name(model) + ".class"));
                }
            }
            for (var file : files(fresh, ".class")) {
                var target = classes.resolve(fresh.relativize(file));
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Set<String> union(Map<String, ClassModel> some, Map<String, ClassModel> others) {
        var names = new TreeSet<>(some.keySet());
        names.addAll(others.keySet());
        return names;
    }

    private static Map<String, ClassModel> read(Path classes) throws IOException {
        Map<String, ClassModel> models = new TreeMap<>();
        for (var file : files(classes, ".class")) {
            var model = FILE.parse(Files.readAllBytes(file));
            models.put(name(model), model);
        }
        return models;
    }

    private static String name(ClassModel model) {
        return model.thisClass().asInternalName();
    }

    private static String source(ClassModel model) {
        var folder = Path.of(name(model)).resolveSibling(
                model.findAttribute(Attributes.sourceFile()).orElseThrow().sourceFile().stringValue());
        return folder.toString();
    }

    /// Sources that name one of those classes, or one below it: what is inherited is named through the heir.
    private static Set<String> naming(Set<String> touched, Map<String, ClassModel> models, Set<String> among) {
        var heirs = new TreeSet<>(touched);
        while (heirs.addAll(models.values().stream()
                .filter(m -> Stream.concat(m.superclass().stream(), m.interfaces().stream())
                        .map(ClassEntry::asInternalName)
                        .anyMatch(heirs::contains))
                .map(Essai::name)
                .collect(toSet()))) {}
        return heirs.isEmpty()
                ? Set.of()
                : models.values().stream()
                        .filter(m -> named(m).anyMatch(heirs::contains))
                        .map(Essai::source)
                        .filter(among::contains)
                        .collect(toSet());
    }

    private static Stream<String> named(ClassModel model) {
        List<String> names = new ArrayList<>();
        for (var entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text && text.stringValue().contains("fr/entecole/")) {
                OURS.matcher(text.stringValue()).results().forEach(r -> names.add(r.group()));
            }
        }
        return names.stream();
    }

    /// Whether others see the same class: all but bodies, private members and what only debuggers read.
    private static boolean same(ClassModel one, ClassModel other) {
        return Arrays.equals(seen(one), seen(other)) && inner(one).equals(inner(other));
    }

    private static byte[] seen(ClassModel model) {
        return FILE.transformClass(model, (builder, element) -> {
            switch (element) {
                case MethodModel m when m.flags().has(AccessFlag.PRIVATE) || m.flags().has(AccessFlag.SYNTHETIC) -> {}
                case FieldModel f when f.flags().has(AccessFlag.PRIVATE) || f.flags().has(AccessFlag.SYNTHETIC) -> {}
                case MethodModel m ->
                    builder.transformMethod(
                            m, MethodTransform.dropping(e -> e instanceof CodeModel || e instanceof MethodParametersAttribute));
                case InnerClassesAttribute _, NestMembersAttribute _, SourceFileAttribute _ -> {}
                case ClassElement e -> builder.with(e);
            }
        });
    }

    private static List<String> inner(ClassModel model) {
        return model.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(a -> a.classes().stream())
                .filter(c -> c.innerClass().equals(model.thisClass()))
                .map(c -> c.flags().toString())
                .toList();
    }

    private static List<String> constants(ClassModel model) {
        return model.fields().stream()
                .filter(f -> !f.flags().has(AccessFlag.PRIVATE))
                .flatMap(f -> f.findAttribute(Attributes.constantValue()).stream()
                        .map(ConstantValueAttribute::constant)
                        .map(c -> f.fieldName() + "=" + c))
                .toList();
    }

    // --- running ----------------------------------------------------------------------------------------------------

    /// What was asked for in one name, and the test classes that it means.
    private record Choix(String name, Set<String> classes, List<Pattern> methods) {

        static Choix of(String name) {
            var parts = name.split("#", 2);
            var wanted = glob(parts[0].replaceFirst("\\.(java|class)$", "").replace('.', '/'));
            Set<String> classes = new TreeSet<>();
            try {
                for (var file : files(Path.of("src/test/java"), "Tests.java")) {
                    var path = Path.of("src/test/java").relativize(file).toString().replace(".java", "");
                    if (wanted.matcher(path).matches()
                            || wanted.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
                        classes.add(path.replace('/', '.'));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Choix(
                    name,
                    classes,
                    parts.length == 1 ? List.of() : Stream.of(parts[1].split("\\+")).map(Choix::glob).toList());
        }

        boolean takes(MethodSource method) {
            return methods.isEmpty()
                    || !classes.contains(method.getClassName())
                    || methods.stream().anyMatch(m -> m.matcher(method.getMethodName()).matches());
        }

        private static Pattern glob(String words) {
            return Pattern.compile(Pattern.quote(words)
                    .replaceAll("(?<!\\*)\\*(?!\\*)", "\\\\E[^/]*\\\\Q")
                    .replace("**/", "\\E(?:.*/)?\\Q"));
        }
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

    /// One line a class as it ends; the failures last, with the part of their stack that is ours.
    private static final class Recit implements TestExecutionListener {

        private final PrintStream out = System.out;
        private final Map<TestIdentifier, Long> begun = new java.util.concurrent.ConcurrentHashMap<>();
        private final List<String> failures = new ArrayList<>();
        private int tests;
        private int skipped;
        private int before;

        @Override
        public void executionStarted(TestIdentifier test) {
            begun.put(test, System.nanoTime());
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            tests++;
            skipped++;
            out.println("  sauté : " + place(test) + " : " + reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            tests += test.isTest() ? 1 : 0;
            if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
                skipped++;
            }
            result.getThrowable().ifPresent(e -> failures.add(place(test) + "\n" + trace(e)));
            if (test.isContainer() && test.getSource().orElse(null) instanceof ClassSource source) {
                if (!source.getClassName().contains("$")) {
                    out.printf("  %5.1f s  %3d  %s%n", seconds(begun.get(test)), tests - before, source.getClassName());
                    before = tests;
                }
            }
        }

        int end() {
            for (var failure : failures) {
                out.println("\n✗ " + failure);
            }
            out.printf("%n%d tests, dont %d sautés, %d en échec.%n", tests, skipped, failures.size());
            out.println("Ce que l’application et les tests ont écrit : " + LOG);
            return failures.isEmpty() && tests > 0 ? 0 : 1;
        }

        private static String place(TestIdentifier test) {
            return switch (test.getSource().orElse(null)) {
                case MethodSource m ->
                    m.getClassName().replaceFirst(".*\\.", "") + "#" + m.getMethodName()
                            + (test.getDisplayName().startsWith(m.getMethodName()) ? "" : " " + test.getDisplayName());
                case ClassSource c -> c.getClassName();
                case null, default -> test.getDisplayName();
            };
        }

        private static String trace(Throwable e) {
            var ours = Stream.of(e.getStackTrace())
                    .filter(f -> f.getClassName().startsWith("fr.entecole"))
                    .limit(12)
                    .map(f -> "\n    à " + f)
                    .collect(joining());
            return e.toString().stripTrailing() + ours + (e.getCause() == null ? "" : "\n  cause : " + trace(e.getCause()));
        }
    }

    // --- files ------------------------------------------------------------------------------------------------------

    private static List<Path> files(Path root, String suffix) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var walk = Files.walk(root)) {
                for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
