import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// The sources of main or of the tests, and the classes made of them.
final class Racine {

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
            for (var file : Fichiers.files(root, ".java")) {
                var name = root.relativize(file).toString();
                sources.put(name, file);
                now.put(name, Fichiers.sha256(Files.readAllBytes(file)));
            }
        }
        var all = everything || !now.keySet().containsAll(known.keySet());
        if (!all && above.isEmpty() && now.equals(known)) {
            return true;
        }
        var old = Classes.read(classes);
        var todo = now.keySet().stream()
                .filter(s -> !now.get(s).equals(known.get(s)))
                .collect(toCollection(TreeSet::new));
        todo.addAll(Classes.naming(above, old, sources.keySet()));
        if (todo.isEmpty() && !all) {
            save(now);
            return true;
        }
        do {
            all |= todo.size() > sources.size() / 2;
            if (all) {
                todo.addAll(sources.keySet());
            }
            Fichiers.deleteTree(fresh);
            if (!javac(todo.stream().map(sources::get).toList(), all)) {
                return false;
            }
            compare(old, Classes.read(fresh), todo);
            touched.addAll(above);
            if (all) {
                break;
            }
            all = constants;
        } while (todo.addAll(Classes.naming(touched, old, sources.keySet())) || all);
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
                .filter(p -> !p.startsWith(Essai.HOME.toString()))
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
        for (var name : Classes.union(old, made)) {
            var was = old.get(name);
            var is = made.get(name);
            if (was == null || is == null ? was == null || sources.contains(Classes.source(was)) : !Classes.same(was, is)) {
                touched.add(name);
                constants |= was != null && is != null && !Classes.constants(is).containsAll(Classes.constants(was));
            }
        }
    }

    /// What is interrupted, or does not compile above, has everything compiled next time, since its mark is gone.
    private void replace(Map<String, ClassModel> old, Predicate<String> obsolete) throws IOException {
        Files.deleteIfExists(mark);
        if (!touched.isEmpty()) {
            Files.deleteIfExists(Essai.TEST_CLASSES.resolveSibling("test-classes.sha256"));
        }
        for (var model : old.values()) {
            if (obsolete.test(Classes.source(model))) {
                Files.deleteIfExists(classes.resolve(Classes.name(model) + ".class"));
            }
        }
        for (var file : Fichiers.files(fresh, ".class")) {
            var target = classes.resolve(fresh.relativize(file));
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
