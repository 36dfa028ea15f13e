package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Listens to the statements that the current thread sends to the database: a page asked for through `MockMvcTester`
/// runs on the test's own thread, so `ComptageSql.ofPage(() -> mvc.get()…exchange())` is what that page costs. One
/// statement is one round trip: what `Lectures` sends together counts once, and [#each] tells it apart.
public final class ComptageSql {

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    private static final AtomicBoolean WRITTEN = new AtomicBoolean();

    /// What begins so changes nothing; what only names first what it reads changes nothing either.
    private static final Pattern READS = Pattern.compile(
            "\\s*(?:select\\b|show\\b|with\\b(?!.*\\b(?:insert|update|delete|merge)\\b)).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ComptageSql() {}

    /// Whether anything but a read was sent, by anyone, since this was asked.
    static boolean writtenSinceAsked() {
        return WRITTEN.getAndSet(false);
    }

    /// What a page costs that is answered well.
    public static List<String> ofPage(Supplier<MvcTestResult> page) {
        var answers = new ArrayList<MvcTestResult>();
        var heard = during(() -> answers.add(page.get()));
        assertThat(answers.getFirst().getResponse().getStatus()).isBetween(200, 399);
        return heard;
    }

    /// What a page costs that was asked for just before.
    public static List<String> ofWarmPage(Supplier<MvcTestResult> page) {
        ofPage(page);
        return ofPage(page);
    }

    /// @return the statements, in order
    public static List<String> during(Runnable work) {
        List<String> heard = new ArrayList<>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            HEARD.remove();
        }
        return heard;
    }

    /// Every select that PostgreSQL plans and runs by itself.
    public static List<String> each(List<String> statements) {
        return statements.stream()
                .flatMap(together -> Stream.of(together.split(";\n")))
                .toList();
    }

    static Connection listen(Connection connection) {
        return proxy(Connection.class, connection, null);
    }

    private static <T> T proxy(Class<T> type, T target, @Nullable String prepared) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    var name = method.getName();
                    var sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String s
                            ? s
                            : prepared;
                    if (target instanceof Statement && name.startsWith("execute")) {
                        hear(sql);
                    }
                    try {
                        var result = method.invoke(target, arguments);
                        if (target instanceof Connection && result instanceof Statement statement) {
                            return listen(method.getReturnType(), statement, sql);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static <T> Object listen(Class<T> type, Statement statement, @Nullable String sql) {
        return proxy(type, type.cast(statement), sql);
    }

    private static void hear(@Nullable String sql) {
        var heard = HEARD.get();
        if (sql != null && !READS.matcher(sql).matches()) {
            WRITTEN.set(true);
        }
        if (heard != null && sql != null) {
            heard.add(sql.strip());
        }
    }
}
