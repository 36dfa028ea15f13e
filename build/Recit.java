import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// One line a class as it ends; the failures last, with the part of their stack that is ours.
final class Recit implements TestExecutionListener {

    final PrintStream out = System.out;
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
                out.printf("  %5.1f s  %3d  %s%n", Essai.seconds(begun.get(test)), tests - before, source.getClassName());
                before = tests;
            }
        }
    }

    int end() {
        for (var failure : failures) {
            out.println("\n✗ " + failure);
        }
        out.printf("%n%d tests, dont %d sautés, %d en échec.%n", tests, skipped, failures.size());
        out.println("Ce que l’application et les tests ont écrit : " + Essai.LOG);
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
