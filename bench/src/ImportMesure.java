package fr.entecole.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.socle.Commande;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// A command of the bench inside the application: imports a feed into a new base, imports it again, then writes the
/// same rows by plain COPY into tables of the same shape, keys and indexes, and prints the times.
@Component("banc-import")
class ImportMesure implements Commande {

    private static final int COPIES = 3;
    /// Whether the directory is copied without the accounts too.
    private static final boolean ALONE = Boolean.parseBoolean(System.getProperty("banc.seul", "true"));
    /// Keys, indexes, checks, computed columns.
    private static final String KEYS = " including all";
    /// Statements that take longer are told in PostgreSQL's log, in ms; 0: none.
    private static final int SLOW = Integer.getInteger("banc.lent", 0);

    private final ImportAaf imports;
    private final Path donnees;
    private final AtomicLong live = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final AtomicLong disk = new AtomicLong();
    private long copyCpu;

    /// Truncates, makes tables and asks for checkpoints: as whom the application is not.
    ImportMesure(ImportAaf imports, @Value("${ent.donnees}") Path donnees) {
        this.imports = imports;
        this.donnees = donnees;
    }

    @Override
    public String usage() {
        return "banc-import [chauffe:ACADEMIE=LOT] ACADEMIE=LOT [delta:ACADEMIE=LOT] (du banc)";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        var warm = demande(arguments, "chauffe:");
        if (warm != null) {
            // past the first compilations of the JVM: an import of another académie, of which nothing is told
            expect("APPLIED", imports.run(warm, _ -> {}));
            try (var connection = Application.connect(donnees)) {
                var written = tables(connection, "annuaire");
                execute(connection, "truncate annuaire.lot, comptes.compte, " + String.join(", ", written) + " cascade");
            }
        }
        var demande = Objects.requireNonNull(demande(arguments, ""));
        var delta = demande(arguments, "delta:");
        watchHeap();
        try (var connection = Application.connect(donnees)) {
            var postmaster = postmaster(connection);
            if (SLOW > 0) {
                execute(connection, "alter system set log_min_duration_statement = " + SLOW);
                execute(connection, "select pg_reload_conf()");
            }
            execute(connection, "checkpoint");
            long cpu = cpuMillis(postmaster);
            long before = bytes(connection);
            disk.set(before);
            watchDisk();
            figures.put("import", millis(() -> expect("APPLIED", imports.run(demande, steps()))));
            figures.put("diskMost", (disk.get() - before) >> 20);
            figures.put("diskAfter", (bytes(connection) - before) >> 20);
            figures.put("importCpu", cpuMillis(postmaster) - cpu);
            cpu = cpuMillis(postmaster);
            figures.put("again", millis(() -> expect("UNCHANGED", imports.run(demande, steps()))));
            figures.put("againCpu", cpuMillis(postmaster) - cpu);
            figures.put("fsync", one(connection, "show fsync"));
            figures.put("people", one(connection, "select count(*) from annuaire.titulaire"));
            var directory = tables(connection, "annuaire");
            var all = new ArrayList<>(directory);
            all.addAll(tables(connection, "comptes"));
            var export = export(connection, all);
            figures.put("rows", rows(connection, directory));
            if (ALONE) {
                figures.put("copy", copies(connection, directory, export, KEYS));
            }
            figures.put("rowsAll", rows(connection, all));
            figures.put("copyAll", copies(connection, all, export, KEYS));
            figures.put("copyAllCpu", copyCpu / COPIES);
            figures.put("copyBare", copies(connection, all, export, ""));
            execute(connection, "drop schema banc cascade");
            FileSystemUtils.deleteRecursively(export);
            if (delta != null) {
                cpu = cpuMillis(postmaster);
                figures.put("delta", millis(() -> expect("APPLIED", imports.run(delta, steps()))));
                figures.put("deltaCpu", cpuMillis(postmaster) - cpu);
            }
            figures.put("peak", peak.get() >> 20);
            figures.put("live", live.get() >> 20);
        }
        figures.forEach((name, value) -> System.out.println("BANC " + name + "=" + value));
        return 0;
    }

    /// @return null where no such batch is given
    private static ImportAaf.Demande demande(List<String> arguments, String kind) {
        return arguments.stream()
                .filter(word -> kind.isEmpty() ? !word.contains(":") : word.startsWith(kind))
                .map(word -> word.substring(kind.length()).split("=", 2))
                .map(pair -> new ImportAaf.Demande(pair[0], Path.of(pair[1]), null, null, false))
                .findFirst()
                .orElse(null);
    }

    /// How long each step takes, in the log of the run.
    private static Consumer<String> steps() {
        var before = new long[] {System.nanoTime()};
        return step -> {
            long now = System.nanoTime();
            System.out.printf("+%.2f s : %s%n", (now - before[0]) / 1e9, step);
            before[0] = now;
        };
    }

    private static Void expect(String state, Rapport rapport) {
        if (!rapport.issue().name().equals(state)) {
            throw new IllegalStateException("expected " + state + ", got " + rapport.issue() + " " + rapport.raison());
        }
        return null;
    }

    private static long postmaster(Connection connection) {
        var backend = Long.parseLong(one(connection, "select pg_backend_pid()"));
        return ProcessHandle.of(backend).orElseThrow().parent().orElseThrow().pid();
    }

    /// Processor time of this process and of PostgreSQL so far: what a busy machine changes least.
    private static long cpuMillis(long postmaster) throws IOException {
        return (Processus.cpuMicros(ProcessHandle.current().pid()) + Processus.postgresMicros(postmaster)) / 1000;
    }

    private static long millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// The tables into which the import has written, the batches' own aside.
    private static List<String> tables(Connection connection, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select schemaname || '.' || tablename from pg_tables where schemaname = '" + schema
                                + "' and tablename not in ('lot', 'flyway_schema_history') order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeIf(table ->
                one(connection, "select exists (select from " + table + ")").equals("f"));
        return tables;
    }

    private static Path export(Connection connection, List<String> tables) throws SQLException, IOException {
        var folder = Files.createTempDirectory("bench-copy-");
        for (var table : tables) {
            try (var out = Files.newOutputStream(folder.resolve(table))) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
            }
        }
        return folder;
    }

    /// @param shape what the empty tables have besides their columns
    private long copies(Connection connection, List<String> tables, Path export, String shape) throws Exception {
        var postmaster = postmaster(connection);
        List<Long> times = new ArrayList<>();
        copyCpu = 0;
        for (int i = 0; i < COPIES; i++) {
            execute(connection, "drop schema if exists banc cascade");
            execute(connection, "create schema banc");
            for (var table : tables) {
                execute(connection, "create table " + copyOf(table) + " (like " + table + shape + ")");
            }
            execute(connection, "checkpoint");
            long cpu = cpuMillis(postmaster);
            times.add(millis(() -> copyIn(connection, tables, export)));
            copyCpu += cpuMillis(postmaster) - cpu;
        }
        Collections.sort(times);
        return times.get(COPIES / 2);
    }

    private static Void copyIn(Connection connection, List<String> tables, Path export)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        for (var table : tables) {
            try (var in = Files.newInputStream(export.resolve(table))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + copyOf(table) + columns(connection, table) + " from stdin", in, 65_536);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return null;
    }

    /// Those that are written: what PostgreSQL computes from them is in no COPY, and a bare table has it as a plain one.
    private static String columns(Connection connection, String table) {
        return one(connection, "select ' (' || string_agg(quote_ident(attname), ', ' order by attnum) || ')' from pg_attribute"
                + " where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
    }

    private static String copyOf(String table) {
        return "banc." + table.substring(table.indexOf('.') + 1);
    }

    private static long rows(Connection connection, List<String> tables) {
        return tables.stream()
                .mapToLong(table -> Long.parseLong(one(connection, "select count(*) from " + table)))
                .sum();
    }

    private static String one(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long bytes(Connection connection) {
        return Long.parseLong(one(connection, "select pg_database_size(current_database())"));
    }

    /// The most that the base took, what is read included.
    private void watchDisk() throws Exception {
        var beside = Application.connect(donnees);
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                disk.accumulateAndGet(bytes(beside), Math::max);
                LockSupport.parkNanos(500_000_000);
            }
        });
    }

    /// `live`: the most that was left by a collection; `peak`: the most that was in use, garbage included.
    private void watchHeap() {
        System.gc();
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            listen(collector);
        }
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                peak.accumulateAndGet(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max);
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void listen(GarbageCollectorMXBean collector) {
        ((NotificationEmitter) collector)
                .addNotificationListener(
                        (notification, _) -> {
                            var info =
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
                            var after = info.getGcInfo().getMemoryUsageAfterGc();
                            long used = after.entrySet().stream()
                                    .filter(pool -> pool.getKey().startsWith("G1")
                                            || pool.getKey().contains("Gen")
                                            || pool.getKey().contains("Space"))
                                    .filter(pool -> !pool.getKey().contains("Metaspace")
                                            && !pool.getKey().contains("Class"))
                                    .map(Map.Entry::getValue)
                                    .mapToLong(MemoryUsage::getUsed)
                                    .sum();
                            live.accumulateAndGet(used, Math::max);
                        },
                        null,
                        null);
    }
}
