import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;

/// What was asked for in one name, and the test classes that it means.
record Choix(String name, Set<String> classes, List<Pattern> methods) {

    static Choix of(String name) {
        var parts = name.split("#", 2);
        var wanted = glob(parts[0].replaceFirst("\\.(java|class)$", "").replace('.', '/'));
        Set<String> classes = new TreeSet<>();
        try {
            for (var file : Fichiers.files(Path.of("src/test/java"), "Tests.java")) {
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
