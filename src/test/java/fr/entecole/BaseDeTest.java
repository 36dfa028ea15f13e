package fr.entecole;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.entecole.exploitation.ConnexionDEssai;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/// One PostgreSQL for the whole test run, in memory where the machine allows; each test class works on its own copy of
/// a template database, taken when the class begins. The data source that Spring holds is swapped underneath. As in an
/// installation, migrations run as a role that owns what they make, and the application as another.
public final class BaseDeTest implements DataSource {

    public static final String PROPRIETAIRE = "ent_proprietaire";
    public static final String APPLICATION = "ent_application";

    private static final BaseDeTest INSTANCE = new BaseDeTest();
    /// Said by a second node (`--ent.essai.base=partagee`): it works on the base of the first.
    public static final String PARTAGEE = "partagee";

    private static final String COPIE = "copie_";

    /// A copy of files costs a third of PostgreSQL's own way, which reads and logs each page of a thousand tables.
    private static final String FICHIERS = " strategy = file_copy";

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final EmbeddedPostgres server;
    private volatile HikariDataSource current;
    private volatile String neuve = "template1";

    private BaseDeTest() {
        try {
            var data = EnMemoire.folder("ent-test-");
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data.resolve("pg").toFile())
                    .setOverrideWorkingDirectory(cache().toFile())
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "200")
                    // nothing here outlives a power cut: pages are not written twice, nor whole copies
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("autovacuum", "off")
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    server.close();
                    deleteTree(data);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (var admin = admin("postgres")) {
                admin.execute("create role " + PROPRIETAIRE + " login");
                admin.execute("create role " + APPLICATION + " login");
                // a test makes rows older than they are
                admin.execute("grant set on parameter session_replication_role to " + APPLICATION);
                give(admin, "postgres");
            }
            current = pool("postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The library makes its folder one where anybody may write.
    private static Path cache() throws IOException {
        var ours = Path.of(System.getProperty("user.home"), ".cache", "ent-ecole-essais");
        Files.createDirectories(ours);
        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwx------"));
        return Files.createDirectories(ours.resolve("postgresql"));
    }

    private static void give(Admin admin, String database) throws SQLException {
        admin.execute("alter database " + database + " owner to " + PROPRIETAIRE);
        admin.execute("grant connect, create, temporary on database " + database + " to " + APPLICATION);
    }

    /// What tests do and the application does not: they empty tables, those aside that only grow, and make some.
    void allow() {
        try (var admin = admin(currentDatabase())) {
            admin.execute("grant create on schema public to " + APPLICATION);
            admin.execute("""
                    do $$ declare name text; begin
                        for name in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                     where c.relkind = 'r' and n.nspowner = '%s'::regrole
                                       and not exists (select from pg_trigger t
                                                        where t.tgrelid = c.oid and t.tgname = 'append_only') loop
                            execute format('grant truncate on %%s to %s', name);
                        end loop;
                    end $$
                    """.formatted(PROPRIETAIRE, APPLICATION));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The connections of the migrations.
    DataSource proprietaire() {
        return source(currentDatabase(), PROPRIETAIRE);
    }

    /// Who may do everything, which no application is.
    private Admin admin(String database) throws SQLException {
        return new Admin(source(database, "postgres").getConnection());
    }

    private record Admin(Connection connection) implements AutoCloseable {

        void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    public static BaseDeTest instance() {
        return INSTANCE;
    }

    public int port() {
        return server.getPort();
    }

    /// A database for the migrations and the first rows of an application that starts: what the one before it left is
    /// not found by the next. The first one is empty; the others have the migrations already ([#migrated]).
    void fresh() {
        var name = "neuve_" + COPIES.incrementAndGet();
        current.close();
        try (var admin = admin("template1")) {
            admin.execute("create database " + name + " template " + neuve + FICHIERS);
            give(admin, name);
            current = pool(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keeps a copy of the database as the first application's migrations have just left it: Flyway makes the same
    /// tables once for all applications of a run.
    synchronized void migrated() {
        if (!neuve.equals("template1")) {
            return;
        }
        var first = currentDatabase();
        current.close();
        try (var admin = admin("template1")) {
            admin.execute("create database migree template " + first + FICHIERS);
            neuve = "migree";
            current = pool(first);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A copy of that database; every connection taken from now on goes there. The copy before it goes: memory holds as
    /// many classes as there will be.
    void copy(String template) {
        copy(template, COPIE);
    }

    /// A copy that stays, to be copied.
    String template(String template) {
        copy(template, "monde_");
        return currentDatabase();
    }

    private void copy(String template, String start) {
        var name = start + COPIES.incrementAndGet();
        var before = currentDatabase();
        current.close();
        try (var admin = admin("template1")) {
            admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + template + "'");
            admin.execute("create database " + name + " template " + template + FICHIERS);
            give(admin, name);
            current = pool(name);
            if (before.startsWith(COPIE)) {
                admin.execute("drop database " + before + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of the copy on which tests work.
    public String name() {
        return currentDatabase();
    }

    String currentDatabase() {
        return Objects.requireNonNull(current.getPoolName());
    }

    /// Connections are kept from one statement to the next, as in production: PostgreSQL starts a process for each.
    /// What they are told is production's too.
    private HikariDataSource pool(String database) {
        var source = source(database, APPLICATION);
        source.setPrepareThreshold(1);
        source.setReWriteBatchedInserts(true);
        var settings = new HikariConfig();
        settings.setPoolName(database);
        settings.setDataSource(source);
        settings.setMaximumPoolSize(60);
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(10_000);
        settings.setConnectionInitSql(ConnexionDEssai.OUVERTURE);
        return new HikariDataSource(settings);
    }

    private PGSimpleDataSource source(String database, String user) {
        var source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {server.getPort()});
        source.setUser(user);
        source.setDatabaseName(database);
        return source;
    }

    private static void deleteTree(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }
    }

    /// Of which nobody counts the statements.
    Connection unheard() throws SQLException {
        return current.getConnection();
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
