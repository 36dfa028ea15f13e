package fr.entecole;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/// One PostgreSQL for the whole test run, in memory where the machine allows; each test class works on its own copy of
/// a template database, taken when the class begins. The data source that Spring holds is swapped underneath.
public final class BaseDeTest implements DataSource {

    private static final BaseDeTest INSTANCE = new BaseDeTest();
    private static final AtomicInteger COPIES = new AtomicInteger();

    private final EmbeddedPostgres server;
    private volatile HikariDataSource current;

    private BaseDeTest() {
        try {
            var memory = Path.of("/dev/shm");
            var parent = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
            var data = Files.createTempDirectory(parent, "ent-test-");
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data.resolve("pg").toFile())
                    .setOverrideWorkingDirectory(Path.of(System.getProperty("user.home"), ".cache", "ent-ecole")
                            .toFile())
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "200")
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    server.close();
                    deleteTree(data);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            current = pool("postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BaseDeTest instance() {
        return INSTANCE;
    }

    public int port() {
        return server.getPort();
    }

    /// A copy of that database; every connection taken from now on goes there. The copy before it goes: memory holds as
    /// many classes as there will be.
    void copy(String template) {
        var name = "copie_" + COPIES.incrementAndGet();
        var before = currentDatabase();
        current.close();
        try (var admin = source("template1").getConnection();
                var statement = admin.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + template + "'");
            statement.execute("create database " + name + " template " + template);
            current = pool(name);
            if (!before.equals(template)) {
                statement.execute("drop database " + before + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String currentDatabase() {
        return Objects.requireNonNull(current.getPoolName());
    }

    /// Connections are kept from one statement to the next, as in production: PostgreSQL starts a process for each.
    private HikariDataSource pool(String database) {
        var settings = new HikariConfig();
        settings.setPoolName(database);
        settings.setDataSource(source(database));
        settings.setMaximumPoolSize(60);
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(10_000);
        settings.setConnectionInitSql("set time zone 'Europe/Paris'");
        return new HikariDataSource(settings);
    }

    private PGSimpleDataSource source(String database) {
        var source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {server.getPort()});
        source.setUser("postgres");
        source.setDatabaseName(database);
        return source;
    }

    private static void deleteTree(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ComptageSql.listen(current.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(System.err, true);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
