package fr.entecole.bench;

import static fr.entecole.bench.Application.OPTIONS;
import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// `./ent bench annuaire`: the directory of a whole region. One archive with everyone, against COPY of the same rows in
/// the same run, the same again, a day's changes; homes that people read meanwhile; search over all of them; those who
/// left, erased.
final class Annuaire {

    private static final int SCHOOLS = Integer.getInteger("bench.schools", 4104);
    private static final boolean PAGES = Boolean.parseBoolean(System.getProperty("bench.pages", "true"));
    private static final int LEAVERS = Integer.getInteger("bench.leavers", 50_000);
    private static final int SEARCHES = Integer.getInteger("bench.searches", 600);
    private static final int ALONE = Integer.getInteger("bench.seconds", 30);
    private static final int PER_SECOND = Integer.getInteger("bench.readers", 20);
    /// What takes longer is told in `target/bench/lent.log`, in ms: to see what an import is made of.
    private static final int SLOW = Integer.getInteger("bench.slow", 0);
    private static final String HEAP = System.getProperty("bench.heap", "1g");
    private static final String METHOD = """
            `./ent feed --academie 11 --schools %,d --seed 1` writes a full and the delta of the day after; the full is put \
            in one archive of %.2f GB (zip, stored). It is imported beside the named world by a process of its own (`-Xmx%s`, \
            G1, nothing warmed up) with embedded PostgreSQL (fsync on): the import from the call to the committed report, \
            accounts included; the same archive again; **COPY of the same rows** as in [import](import.md), with their keys and \
            indexes and bare, three times each, the median; then the delta. Then all schools are open, and the application runs (`%s`). **Readers**: %d times a \
            second a home is asked for, parents and teachers in turn, each once, whatever became of those before; times run \
            from the instant at which it was wanted: %d s with nothing else, then while `./ent import aaf` brings another \
            académie of %,d schools for the first time from a process beside, then while those who left are erased. \
            **Search**: the region's administrator looks for %d surnames, beginnings of surnames and first names with \
            surnames, drawn from everyone, one after the other. **Erasure**: %,d pupils whose three months are over, by the \
            job of the night. Processor time from /proc, application and PostgreSQL. Load average before: %s.""";
    private static final String UNSAID = """
            ## What these figures don't say

            One run, on a small machine that others used at the same time, with the client on it: only ratios hold. The feed \
            comes from our own generator: its shares of siblings, names and odd cases are ours; surnames are drawn from a \
            list shorter than France's, so that searches find more than they would. COPY runs on rows that are already \
            validated, resolved and in the order of their keys: a floor that no import reaches.""";
    private static final String LEFT = """
            update annuaire.eleve set suspendu_le = now() - interval '100 days'
             where id in (select id from annuaire.eleve where academie = '99' and suspendu_le is null
                           order by md5(id::text) limit %d)
            """;
    private static final String NAMES = """
            select case n %% 3 when 0 then nom when 1 then left(nom, 4) else prenom || ' ' || nom end
              from (select nom, prenom, row_number() over (order by md5(id::text)) as n from annuaire.responsable
                     where academie = '99' and suspendu_le is null) q where n <= %d
            """;

    private final Application app;
    private final Connection connection;
    private final Guichet guichet;
    private final Path folder;
    private final List<String> cookies = new ArrayList<>();

    private Annuaire(Application app, Connection connection, Path folder) throws Exception {
        this.app = app;
        this.connection = connection;
        this.guichet = new Guichet(app);
        this.folder = folder;
        var parents = Seances.open(connection, "parent", Region.ACCOUNTS.get("parent"), 2_000, folder).tokens;
        var teachers = Seances.open(connection, "teacher", Region.ACCOUNTS.get("teacher"), 2_000, folder).tokens;
        for (int i = 0; i < parents.size(); i++) {
            cookies.add("session=" + parents.get(i));
            cookies.add("session=" + teachers.get(i));
        }
    }

    /// @param errors pages that did not come
    private record Lecture(int pages, int errors, double p50, double p99, double most) {}

    public static void main(String[] args) throws Exception {
        var releve = new Releve("annuaire", "The directory at the size of the region", args);
        var load = Releve.load();
        try (var folder = Dossier.create("annuaire")) {
            var donnees = folder.of("donnees");
            Map<String, List<Pages.Cost>> nine;
            try (var app = Application.start(donnees)) {
                nine = PAGES ? Pages.measure(app) : Map.of();
            }
            var archive = archive(feed(folder, "11", SCHOOLS, false), folder.of("region.zip"));
            var delta = feed(folder, "11", SCHOOLS, true);
            double gigas = Files.size(archive) / 1e9;
            var figures = imported(folder, donnees, archive, delta);
            Files.delete(archive);
            Dossier.delete(delta);
            int others = Math.max(1, SCHOOLS / 4);
            var toulouse = feed(folder, "16", others, false);
            Application.command(donnees, OPTIONS, "ecole", "ouvrir", "--toutes");
            releve.paragraph(METHOD.formatted(
                    SCHOOLS,
                    gigas,
                    HEAP,
                    String.join(" ", OPTIONS),
                    PER_SECOND,
                    ALONE,
                    others,
                    SEARCHES,
                    Math.min(LEAVERS, figures.get("people").intValue() / 10),
                    load));
            releve.paragraph("%,d schools, %,.0f people, %,.0f rows of the directory, %,.0f with accounts."
                    .formatted(SCHOOLS, figures.get("people"), figures.get("rows"), figures.get("rowsAll")));
            releve.paragraph("## The import").table(List.of("figure", "value"), table(figures, gigas));
            if (PAGES) {
                try (var app = Application.start(donnees)) {
                    try (var connection = app.connect()) {
                        Region.live(connection);
                    }
                    Pages.tell(releve, nine, Pages.measure(app));
                }
            }
            try (var app = Application.start(donnees, "ent.travaux.ronde=200ms");
                    var connection = app.connect()) {
                if (!PAGES) {
                    Region.live(connection);
                }
                new Annuaire(app, connection, folder.path()).people(releve, donnees, toulouse, figures);
            }
            releve.paragraph(UNSAID).write();
        }
    }

    private void people(Releve releve, Path donnees, Path toulouse, Map<String, Double> figures) throws Exception {
        read(CompletableFuture.runAsync(() -> LockSupport.parkNanos(ALONE * 1_000_000_000L)));
        var alone = read(CompletableFuture.runAsync(() -> LockSupport.parkNanos(ALONE * 1_000_000_000L)));
        long start = System.nanoTime();
        var during = read(CompletableFuture.runAsync(() -> bring(donnees, toulouse)));
        double import16 = (System.nanoTime() - start) / 1e9;
        search(releve);
        int leavers = Math.min(LEAVERS, figures.get("people").intValue() / 10);
        execute(LEFT.formatted(leavers));
        execute("vacuum analyze annuaire.eleve");
        start = System.nanoTime();
        var erasing = read(CompletableFuture.runAsync(this::erase));
        double erased = (System.nanoTime() - start) / 1e9;
        releve.paragraph("## Readers").table(
                List.of("meanwhile", "homes", "p50 ms", "p99 ms", "slowest ms", "p99 against alone", "not answered"),
                List.of(
                        readers("nothing", alone, alone),
                        readers("an import of %.0f s".formatted(import16), during, alone),
                        readers("an erasure of %.0f s".formatted(erased), erasing, alone)));
        releve.paragraph("## Erasure").paragraph("%,d pupils in %.1f s: **%,.0f a second**, with their links, classes and accounts."
                .formatted(leavers, erased, leavers / erased));
    }

    private void search(Releve releve) throws Exception {
        var cookie = "session=" + Seances.open(connection, "administrator", Region.ACCOUNTS.get("administrator"), 1, folder).tokens.getFirst()
                + "; formulaire=" + UUID.randomUUID();
        var form = guichet.page("/annuaire/personnes", cookie);
        var words = words(NAMES.formatted(SEARCHES + 50));
        var nanos = new long[SEARCHES];
        long micros = 0;
        for (int i = -50; i < SEARCHES; i++) {
            if (i == 0) {
                micros = cpu();
            }
            long start = System.nanoTime();
            guichet.file(form, "/annuaire/personnes", cookie, List.of("nom", words.get(i + 50)));
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        double each = (cpu() - micros) / (double) SEARCHES / 1000;
        Arrays.sort(nanos);
        releve.paragraph("## Search").paragraph("%d searches: p50 %.1f ms, **p99 %.1f ms**, slowest %.1f ms; %.1f ms of processor each."
                .formatted(SEARCHES, nanos[SEARCHES / 2] / 1e6, nanos[SEARCHES * 99 / 100] / 1e6, nanos[SEARCHES - 1] / 1e6, each));
    }

    private long cpu() throws IOException {
        return Processus.cpuMicros(app.pid()) + Processus.postgresMicros(app.postmaster());
    }

    private static void bring(Path donnees, Path flux) {
        try {
            var beside = donnees.resolveSibling("a-cote");
            Application.beside(donnees, beside, options("TOULOUSE", "98", "009,012,031,032,046,065,081,082"), "import", "aaf", "--academie", "98", "" + flux);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void erase() {
        try {
            Visiteur.enter(app.address(), "Florence Vidal")
                    .submit("/travaux/oubli.annuaire", "/travaux/oubli.annuaire/lancer");
            while (!words("select count(*) from annuaire.eleve where suspendu_le < now() - interval '90 days'")
                    .getFirst()
                    .equals("0")) {
                LockSupport.parkNanos(200_000_000);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Homes, as long as something else lasts.
    private Lecture read(CompletableFuture<Void> meanwhile) throws Exception {
        var nanos = new ConcurrentLinkedQueue<Long>();
        var errors = new ConcurrentLinkedQueue<String>();
        List<Thread> asked = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; !meanwhile.isDone(); i++) {
            long due = start + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var cookie = cookies.get(i % cookies.size());
            asked.add(Thread.startVirtualThread(() -> {
                try {
                    guichet.page("/", cookie);
                } catch (Exception e) {
                    errors.add(e.toString());
                }
                nanos.add(System.nanoTime() - due);
            }));
        }
        for (var thread : asked) {
            thread.join();
        }
        meanwhile.get();
        errors.stream().limit(3).forEach(System.err::println);
        var sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return new Lecture(
                sorted.length,
                errors.size(),
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static List<String> readers(String meanwhile, Lecture read, Lecture alone) {
        return row(
                meanwhile,
                read.pages(),
                number("%.0f", read.p50()),
                number("%.0f", read.p99()),
                number("%.0f", read.most()),
                number("%.1f", read.p99() / alone.p99()),
                read.errors());
    }

    private static List<List<String>> table(Map<String, Double> f, double gigas) {
        return List.of(
                row("archive, GB", number("%.2f", gigas)),
                row("import, s", number("%.0f", f.get("import") / 1000)),
                row("COPY of the rows of the directory and of the accounts, keys and indexes included, s", number("%.1f", f.get("copyAll") / 1000)),
                row("**import ÷ COPY of all that it writes** (aim ≤ 4)", number("%.2f", f.get("import") / f.get("copyAll"))),
                row("bare COPY of the same rows: no key, index, check or computed column, s", number("%.1f", f.get("copyBare") / 1000)),
                row("import ÷ bare COPY", number("%.2f", f.get("import") / f.get("copyBare"))),
                row("processor time of the import ÷ of COPY with keys and indexes", number("%.2f", f.get("importCpu") / f.get("copyAllCpu"))),
                row("the same archive again, s", number("%.1f", f.get("again") / 1000)),
                row("**the same again ÷ import** (aim ≤ 0.25)", number("%.3f", f.get("again") / f.get("import"))),
                row("processor time of the same again ÷ that of the import", number("%.3f", f.get("againCpu") / f.get("importCpu"))),
                row("the delta of the day after, s", number("%.1f", f.get("delta") / 1000)),
                row("**delta ÷ import** (aim ≤ 0.05)", number("%.3f", f.get("delta") / f.get("import"))),
                row("processor time of the delta ÷ that of the import", number("%.3f", f.get("deltaCpu") / f.get("importCpu"))),
                row("heap live, MB", number("%.0f", f.get("live"))),
                row("disk taken by the base, MB: at most while it is imported", number("%.0f", f.get("diskMost"))),
                row("disk taken by the base, MB: once it is imported", number("%.0f", f.get("diskAfter"))),
                row("heap in use, MB, of " + HEAP, number("%.0f", f.get("peak"))));
    }

    private static Map<String, Double> imported(Dossier folder, Path donnees, Path archive, Path delta) throws Exception {
        var options = new ArrayList<>(options("MONTPELLIER", "99", "011,030,034,048,066"));
        options.addAll(List.of("-Xmx" + HEAP, "-XX:+UseG1GC", "-Djava.io.tmpdir=" + folder.path(), "-Dbanc.lent=" + SLOW, "-Dbanc.seul=false"));
        Application.command(donnees, options, "banc-import", "99=" + archive, "delta:99=" + delta);
        Files.readAllLines(Application.log(donnees)).stream()
                .filter(line -> line.startsWith("+"))
                .forEach(System.err::println);
        if (SLOW > 0) {
            Files.copy(donnees.resolve("postgresql/serveur.log"), Path.of("target/bench/lent.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Import.figures(donnees);
    }

    /// A feed of invented people comes in as an académie of the bench's own, beside the named world's.
    private static List<String> options(String nom, String academie, String departements) {
        return List.of(
                "-Xmx1g",
                "-Dent.aaf.academies." + nom + "=" + academie,
                "-Dent.aaf.departements." + academie + "=" + departements);
    }

    private static Path feed(Dossier folder, String academie, int schools, boolean delta) throws Exception {
        var flux = folder.of("flux-" + academie + (delta ? "-delta" : ""));
        var words = new ArrayList<>(
                List.of("feed", "--academie", academie, "--schools", "" + schools, "--seed", "1", "" + flux));
        if (delta) {
            words.add("--delta");
        }
        Application.command(folder.of("ecriture"), List.of("-Xmx1g"), words.toArray(String[]::new));
        Dossier.delete(folder.of("ecriture"));
        return flux;
    }

    /// One file of everyone, not compressed: as many bytes are read as there are.
    private static Path archive(Path flux, Path archive) throws IOException {
        try (var files = Files.list(flux);
                var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var file : files.sorted().toList()) {
                var entry = new ZipEntry(file.getFileName().toString());
                entry.setSize(Files.size(file));
                entry.setCrc(crc(file));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        Dossier.delete(flux);
        return archive;
    }

    private static long crc(Path file) {
        var crc = new CRC32();
        var buffer = new byte[1 << 16];
        try (var input = Files.newInputStream(file)) {
            for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crc.getValue();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private synchronized List<String> words(String sql) throws SQLException {
        List<String> words = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
