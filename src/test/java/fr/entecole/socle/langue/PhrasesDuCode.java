package fr.entecole.socle.langue;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The sentences of the application, found where they are written: each `t("…")` of its sources and templates.
final class PhrasesDuCode {

    private static final Pattern CALL = Pattern.compile("(?<![\\w.])(?:Phrases\\.)?t\\(");
    private static final Pattern LITERAL = Pattern.compile("\\G\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[,)]");

    /// Each sentence and the file that says it first.
    final Map<String, String> phrases = new TreeMap<>();

    /// Places that say what no reader of the sources can know.
    final List<String> opaques = new ArrayList<>();

    /// @param root folder that holds `java` and `jte`
    static PhrasesDuCode read(Path root) throws IOException {
        var all = new PhrasesDuCode();
        all.templates(files(root, ".jte"));
        all.sources(files(root, ".java"));
        return all;
    }

    private void templates(List<Path> files) throws IOException {
        for (var file : files) {
            var text = Files.readString(file).replaceAll("(?s)<%--.*?--%>", "");
            var literal = LITERAL.matcher(text);
            for (var call : CALL.matcher(text).results().toList()) {
                if (literal.find(call.end())) {
                    said(literal.group(1).translateEscapes(), file);
                } else {
                    opaque(text.substring(call.start()).lines().findFirst().orElse(""), file);
                }
            }
        }
    }

    private void sources(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        var javac = ToolProvider.getSystemJavaCompiler();
        try (var manager = javac.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) javac.getTask(
                    null, manager, _ -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (var unit : task.parse()) {
                var file = Path.of(unit.getSourceFile().toUri());
                new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                        var name = call.getMethodSelect().toString();
                        if (name.equals("t") || name.equals("Phrases.t")) {
                            for (var phrase : phrases(call.getArguments().getFirst())) {
                                if (phrase == null) {
                                    opaque(call.toString(), file);
                                } else {
                                    said(phrase, file);
                                }
                            }
                        }
                        return super.visitMethodInvocation(call, nothing);
                    }
                }.scan(unit, null);
            }
        }
    }

    /// What an expression may be, null for what only running it tells.
    private static List<@Nullable String> phrases(ExpressionTree expression) {
        List<@Nullable String> found = new ArrayList<>();
        switch (expression) {
            case ParenthesizedTree inner -> found.addAll(phrases(inner.getExpression()));
            case LiteralTree literal -> found.add(literal.getValue() instanceof String s ? s : null);
            case ConditionalExpressionTree either -> {
                found.addAll(phrases(either.getTrueExpression()));
                found.addAll(phrases(either.getFalseExpression()));
            }
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS -> {
                var left = phrases(sum.getLeftOperand());
                var right = phrases(sum.getRightOperand());
                found.add(
                        left.size() == 1 && right.size() == 1 && left.getFirst() != null && right.getFirst() != null
                                ? left.getFirst() + right.getFirst()
                                : null);
            }
            default -> found.add(null);
        }
        return found;
    }

    private void said(String phrase, Path file) {
        phrases.putIfAbsent(phrase, String.valueOf(file.getFileName()));
    }

    private void opaque(String call, Path file) {
        opaques.add(file.getFileName() + ": " + call);
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
