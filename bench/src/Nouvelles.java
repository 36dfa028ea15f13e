package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// `./ent bench nouvelles`: how long until a deposit is in every bell, and what a morning of many of them does to those
/// who read.
final class Nouvelles {

    private static final int SCHOOLS = Integer.getInteger("bench.schools", 4095);
    private static final int DEPOSITS = Integer.getInteger("bench.deposits", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SESSIONS = Integer.getInteger("bench.sessions", 1000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int READERS = 16;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final String PARTOUT = new UUID(0, 0).toString();

    private static final String BIGGEST = """
            select f.ecole_id%s from annuaire.famille(current_date) f
              join annuaire.ouverte o on o.ecole_id = f.ecole_id
              join comptes.compte c on c.personne_id = f.personne_id and c.active_le is not null
             where f.nature = 'RESPONSABLE' group by 1%s order by count(distinct f.personne_id) desc limit 1
            """;

    private final Connection connection;

    private Nouvelles(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("nouvelles", "News, from a deposit to every bell", args);
        releve.paragraph("""
                The application runs from the jar that ships with its embedded PostgreSQL (fsync on), one node. Rows are \
                deposited as a room deposits them; the time goes from their commit to the last line, looked for every \
                2 ms, %d times each: median (extremes). Then %,d deposits for as many classes in turn, all due at the \
                same instant, while wrk reads the homes of %,d parents through %d connections. Load average before: %s."""
                .formatted(ROUNDS, DEPOSITS, SESSIONS, READERS, Releve.load()));
        try (var folder = Dossier.create("nouvelles")) {
            var donnees = folder.of("donnees");
            try (var app = Application.start(donnees)) {
                System.err.println("named world at " + app.address());
            }
            Region.grow(donnees, folder.of("flux"), SCHOOLS);
            try (var app = Application.start(donnees);
                    var connection = app.connect()) {
                Region.live(connection);
                releve.paragraph("Base: " + Region.size(connection) + ".");
                var bench = new Nouvelles(connection);
                bench.fanOut(releve);
                var readers = Seances.open(
                        connection, "parent", Region.ACCOUNTS.get("parent"), SESSIONS, folder.path());
                bench.morning(releve, app, readers);
            }
        }
        releve.write();
    }

    private void fanOut(Releve releve) throws SQLException {
        var classe = ids(BIGGEST.formatted(", f.classe_id", ", 2"));
        var ecole = ids(BIGGEST.formatted("", ""));
        List<List<String>> rows = new ArrayList<>();
        rows.add(told("a class", "CLASSE.RESPONSABLES." + classe.get(0) + "." + classe.get(1), classe.get(0)));
        rows.add(told("a school", "ECOLE.RESPONSABLES." + ecole.get(0) + "." + ecole.get(0), ecole.get(0)));
        rows.add(told("the region’s heads", "REGION.DIRECTIONS." + PARTOUT + ".", null));
        releve.table(List.of("deposited for", "bells", "until in every bell, ms", "lines a second"), rows);
    }

    private List<String> told(String whom, String pour, String ecole) throws SQLException {
        List<Double> millis = new ArrayList<>();
        long lines = 0;
        for (int i = 0; i <= ROUNDS; i++) {
            var depot = deposit(pour, ecole);
            long start = System.nanoTime();
            while (count("select count(*) from notifications.remise where livree_le is null and annulee_le is null and due_le <= now()") > 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            if (i > 0) { // the first one warms up
                millis.add((System.nanoTime() - start) / 1e6);
            }
            lines = count("select count(*) from notifications.ligne where depot_id = '" + depot + "'");
        }
        double median = Releve.median(millis);
        return row(whom, lines, Releve.spread("%.0f", millis), number("%.0f", lines / median * 1000));
    }

    private String deposit(String pour, String ecole) throws SQLException {
        return ids("""
                with d as (
                    insert into notifications.depot (sorte, chose, pour, adresse, titre, depose_le)
                    values ('banc', uuidv7(), '%s', '/aide', 'Banc', now()) returning id), r as (
                    insert into notifications.remise (ecole_id, depot_id, due_le)
                    select o.ecole_id, d.id, now() from annuaire.ouverte o cross join d where %s returning 1)
                select id from d
                """.formatted(pour, ecole == null ? "true" : "o.ecole_id = '" + ecole + "'"))
                .getFirst();
    }

    private void morning(Releve releve, Application app, Seances readers) throws Exception {
        readers.ask(app, READERS, SECONDS);
        var alone = readers.ask(app, READERS, SECONDS);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table classe_du_banc as
                    select f.ecole_id, f.classe_id, row_number() over () - 1 as n
                      from (select distinct f.ecole_id, f.classe_id from annuaire.famille(current_date) f
                              join annuaire.ouverte o on o.ecole_id = f.ecole_id) f
                    """);
            statement.execute("analyze classe_du_banc");
            statement.execute("""
                    create temporary table tous_du_banc as
                    select c.ecole_id, c.classe_id, uuidv7() as id from generate_series(0, %d) g
                      join classe_du_banc c on c.n = g %% (select count(*) from classe_du_banc)
                    """.formatted(DEPOSITS - 1));
            statement.execute("""
                    insert into notifications.depot (id, sorte, chose, pour, adresse, titre, depose_le)
                    select id, 'banc', id, 'CLASSE.RESPONSABLES.' || ecole_id || '.' || classe_id, '/aide', 'Banc', now()
                      from tous_du_banc
                    """);
            statement.execute("""
                    insert into notifications.remise (ecole_id, depot_id, due_le)
                    select ecole_id, id, now() + interval '1 hour' from tous_du_banc
                    """);
            statement.execute("analyze notifications.depot, notifications.remise");
            statement.execute("update notifications.remise set due_le = clock_timestamp() where livree_le is null and due_le > now() + interval '50 minutes' and due_le < now() + interval '70 minutes'");
        }
        long start = System.nanoTime();
        long before = count("select count(*) from notifications.ligne");
        var drained = CompletableFuture.supplyAsync(() -> {
            try {
                while (count("select count(*) from notifications.remise where livree_le is null and annulee_le is null and due_le <= now()") > 0) {
                    LockSupport.parkNanos(1_000 * PAUSE_NANOS / 4);
                }
                return (System.nanoTime() - start) / 1e9;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        var during = readers.ask(app, READERS, SECONDS);
        double seconds = drained.join();
        long lines = count("select count(*) from notifications.ligne") - before;
        releve.table(
                List.of("deposits", "lines", "until the last one, s", "deposits a second", "lines a second"),
                List.of(row(
                        DEPOSITS,
                        lines,
                        number("%.0f", seconds),
                        number("%.0f", DEPOSITS / seconds),
                        number("%.0f", lines / seconds))));
        releve.table(
                List.of("parents’ homes", "req/s", "p50 ms", "p99 ms"),
                List.of(reading("alone", alone), reading("**while it delivers**", during)));
    }

    private static List<String> reading(String name, Charge charge) {
        return row(
                name,
                number("%.0f", charge.perSecond()),
                number("%.1f", charge.p50Millis()),
                number("%.1f", charge.p99Millis()));
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(ids(sql).getFirst());
    }

    /// The first row, each column as words.
    private synchronized List<String> ids(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            List<String> found = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                found.add(rows.getString(i));
            }
            return found;
        }
    }
}
