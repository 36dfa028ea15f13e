package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// `./ent bench direct`: thousands of open pages on one node that wait for news: what each keeps in memory, what they
/// cost while nothing happens, and how long after a commit elsewhere the word is there.
final class Direct {

    private static final int PAGES = Integer.getInteger("bench.pages", 10_000);
    private static final int WORDS = Integer.getInteger("bench.words", 200);
    private static final int SILENCE_SECONDS = Integer.getInteger("bench.silence", 20);
    private static final String METHOD = """
            The application runs from the jar that ships (`%s`) with its embedded PostgreSQL. %,d stays open `GET /direct`, \
            each over its own connection, read by one thread of this bench. Memory is the heap that is left after a full \
            collection (`jcmd GC.run`, `jstat`) and the resident size of the process, before and with the open pages. \
            Silence: processor time of the application and of PostgreSQL during %d s without any news. Then %d words, one \
            a time, each told by `pg_notify` on a connection of its own to one person, as another node does: from \
            just before the statement until the bytes are here. Last, one word to everyone. Load average before: %s.""";

    private final Map<UUID, List<SocketChannel>> byPerson = new HashMap<>();
    private int opened;
    private final ByteBuffer buffer = ByteBuffer.allocate(65_536);

    public static void main(String[] args) throws Exception {
        new Direct().run(new Releve("direct", "Open pages that wait for news", args));
    }

    private void run(Releve releve) throws Exception {
        releve.paragraph(METHOD.formatted(String.join(" ", Application.OPTIONS), PAGES, SILENCE_SECONDS, WORDS, Releve.load()));
        try (var folder = Dossier.create("direct");
                var app = Application.start(folder.of("donnees"));
                var connection = app.connect();
                var selector = Selector.open()) {
            connection.setAutoCommit(true);
            var seances = Seances.open(
                    connection,
                    "direct",
                    "select id from comptes.compte where rejoint_id is null and active_le is not null order by id",
                    2 * PAGES,
                    folder.path());
            var heapBefore = heapMb(app.pid());
            var rssBefore = rssMb(app.pid());
            var begun = System.nanoTime();
            open(app, selector, seances);
            var openSeconds = (System.nanoTime() - begun) / 1e9;
            var heap = heapMb(app.pid()) - heapBefore;
            var rss = rssMb(app.pid()) - rssBefore;

            var cpuBefore = Processus.cpuMicros(app.pid());
            var pgBefore = Processus.postgresMicros(app.postmaster());
            TimeUnit.SECONDS.sleep(SILENCE_SECONDS);
            var cpu = (Processus.cpuMicros(app.pid()) - cpuBefore) / 1000.0 / SILENCE_SECONDS;
            var pg = (Processus.postgresMicros(app.postmaster()) - pgBefore) / 1000.0 / SILENCE_SECONDS;

            var persons = List.copyOf(byPerson.keySet());
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < WORDS; i++) {
                times.add(tell(connection, selector, List.of(persons.get(i % persons.size()))));
            }
            times.sort(null);
            var all = tell(connection, selector, persons);
            releve.table(
                    List.of("what", "figure"),
                    List.of(
                            row("open pages", number("%,.0f", opened)),
                            row("opened in", number("%.1f s", openSeconds)),
                            row("heap kept by each", number("%.1f kB", heap * 1024 / opened)),
                            row("resident memory by each", number("%.1f kB", rss * 1024 / opened)),
                            row("processor a second of silence: application", number("%.1f ms", cpu)),
                            row("processor a second of silence: PostgreSQL", number("%.1f ms", pg)),
                            row("from a word to its page: median", number("%.1f ms", times.get(times.size() / 2))),
                            row("from a word to its page: p99", number("%.1f ms", times.get(times.size() * 99 / 100))),
                            row("one word to all %,d pages".formatted(opened), number("%.0f ms", all))));
            releve.write();
        }
    }

    private void open(Application app, Selector selector, Seances seances) throws Exception {
        var people = new HashMap<String, UUID>();
        try (var connection = app.connect();
                var rows = connection.createStatement().executeQuery("""
                        select encode(s.id_empreinte, 'hex'), c.personne_id
                          from comptes.session s join comptes.compte c on c.id = s.compte_id""")) {
            while (rows.next()) {
                people.put(rows.getString(1), rows.getObject(2, UUID.class));
            }
        }
        for (int i = 0; i < seances.tokens.size() && opened < PAGES; i++) {
            var token = seances.tokens.get(i);
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", app.port));
            channel.write(ByteBuffer.wrap(("GET /direct HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: session=%s\r\n"
                                    + "Accept: text/event-stream\r\n\r\n")
                            .formatted(app.port, token)
                            .getBytes(StandardCharsets.US_ASCII)));
            var head = read(channel);
            if (head.startsWith("HTTP/1.1 302") || head.startsWith("HTTP/1.1 204")) {
                channel.close(); // who has still to answer the charter, or may not be here
                continue;
            }
            if (!head.startsWith("HTTP/1.1 200")) {
                throw new IllegalStateException(head.lines().findFirst().orElse("closed"));
            }
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            var print = java.util.HexFormat.of().formatHex(fr.entecole.comptes.Empreinte.of(token));
            byPerson.computeIfAbsent(people.get(print), _ -> new ArrayList<>()).add(channel);
            opened++;
        }
        if (opened < PAGES) {
            throw new IllegalStateException("only %d of %d stays are let in".formatted(opened, PAGES));
        }
    }

    /// @return milliseconds until the last of their pages has it
    private double tell(Connection connection, Selector selector, List<UUID> personnes) throws Exception {
        int expected = personnes.stream().mapToInt(p -> byPerson.get(p).size()).sum();
        long start = System.nanoTime();
        try (var notify = connection.prepareStatement("select pg_notify('direct', ?)")) {
            for (int i = 0; i < personnes.size(); i += 200) {
                var some = personnes.subList(i, Math.min(i + 200, personnes.size()));
                notify.setString(1, "avis:" + String.join(",", some.stream().map(UUID::toString).toList()));
                notify.execute();
            }
        }
        int heard = 0;
        while (heard < expected) {
            if (selector.select(30_000) == 0) {
                throw new IllegalStateException("%d of %d pages heard".formatted(heard, expected));
            }
            for (var key : selector.selectedKeys()) {
                heard += events((SocketChannel) key.channel());
            }
            selector.selectedKeys().clear();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private int events(SocketChannel channel) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IllegalStateException("an open page was closed");
        }
        var words = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        return words.split("event:avis", -1).length - 1;
    }

    private String read(SocketChannel channel) throws IOException {
        buffer.clear();
        while (channel.read(buffer) > 0) {
            var words = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            if (words.contains("\r\n\r\n")) {
                return words;
            }
        }
        return "";
    }

    private static double heapMb(long pid) throws Exception {
        run("jcmd", "" + pid, "GC.run");
        var lines = run("jstat", "-gc", "" + pid).lines().toList();
        var head = lines.get(0).strip().split("\\s+");
        var cells = lines.get(1).strip().split("\\s+");
        double kb = 0;
        for (int i = 0; i < head.length; i++) {
            if (List.of("S0U", "S1U", "EU", "OU").contains(head[i])) {
                kb += Double.parseDouble(cells[i].replace(',', '.'));
            }
        }
        return kb / 1024;
    }

    private static double rssMb(long pid) throws IOException {
        return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static String run(String tool, String... words) throws Exception {
        var line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/" + tool));
        line.addAll(Arrays.asList(words));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
