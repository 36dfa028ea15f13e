package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `./ent bench demarrage`: from a clean clone with empty caches to the sign-in page, then the starts that follow, the
/// memory at rest and the whole test run.
final class Demarrage {

    private static final int STARTS = Integer.getInteger("bench.starts", 5);
    private static final int REST = Integer.getInteger("bench.rest", 60);
    private static final boolean TESTS = !Boolean.getBoolean("bench.notests");
    private static final String METHOD = """
            `git clone` of the committed state into a temporary folder; `HOME`, the Maven repository, PostgreSQL's \
            binaries and the data are new and empty. Time runs from `./ent start` to the first 200 of `/connexion` \
            with the demonstration loaded, asked every 50 ms. The starts that follow keep the clone, the caches, that \
            of the JDK too, and the data. Memory is read %d s after the page, with nobody there: resident memory of the application, and of \
            PostgreSQL the proportional share (what its processes share counts once). `./ent test` then runs in the \
            same clone. Load average before: %s.""";
    private static final String UNSAID = """
            ## What these figures don't say

            The first start is mostly downloading: it follows the network and the repository that Maven is given. The \
            operating system's own cache of files is not emptied. The machine was shared, so times are upper bounds.""";

    private final Path clone;
    private final Path home;
    private final Path donnees;

    private Demarrage(Path folder) {
        this.clone = folder.resolve("clone");
        this.home = folder.resolve("home");
        this.donnees = folder.resolve("donnees");
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("demarrage", "From a clean clone to the sign-in page", args);
        releve.paragraph(METHOD.formatted(REST, Releve.load()));
        try (var folder = Dossier.create("demarrage")) {
            var bench = new Demarrage(folder.path());
            bench.prepare();
            releve.table(List.of("figure", "value"), bench.figures());
        }
        releve.paragraph(UNSAID).write();
    }

    private void prepare() throws Exception {
        run(Path.of("."), "git", "clone", "--quiet", "--no-hardlinks", ".", clone.toString());
        Files.createDirectories(home);
    }

    private List<List<String>> figures() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        try (var first = start()) {
            rows.add(row("clean clone, empty caches, to the sign-in page, s", number("%.0f", first.seconds)));
            rows.add(row("downloaded by Maven, MB", number("%.0f", megabytes(home.resolve(".m2")))));
            rows.add(row("then, in the background, to the JDK's cache, s", number("%.0f", untilCached(first.process))));
        }
        for (int i = 0; i < STARTS; i++) {
            try (var next = start()) {
                again.add(next.seconds);
                if (i == STARTS - 1) {
                    rows.add(row("starts that follow (" + STARTS + "), s", spread("%.1f", again)));
                    Thread.sleep(REST * 1000L);
                    double app = Processus.rssMb(next.java());
                    double postgres = Processus.pssMb(Processus.withChildren(next.postmaster()));
                    rows.add(row("memory at rest, application, MB", number("%.0f", app)));
                    rows.add(row("memory at rest, PostgreSQL, MB", number("%.0f", postgres)));
                    rows.add(row("memory at rest, both, MB", number("%.0f", app + postgres)));
                }
            }
        }
        if (TESTS) {
            long begin = System.nanoTime();
            var process = command(clone, "./ent", "test").start();
            var out = new String(process.getInputStream().readAllBytes());
            Files.writeString(Path.of("target/bench/test.log"), out);
            rows.add(row("`./ent test`, s (aim < 360)", number("%.0f", (System.nanoTime() - begin) / 1e9)));
            rows.add(
                    row("its end", (process.waitFor() == 0 ? "green, " : "**failed**, ") + last(out, "Tests run: .*")));
        }
        return rows;
    }

    /// What the starts that follow find.
    private double untilCached(Process process) throws Exception {
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < 300e9) {
            try (var files = Files.walk(clone.resolve("target/ent"), 2)) {
                if (files.anyMatch(file -> file.toString().endsWith(".aot"))) {
                    return (System.nanoTime() - begin) / 1e9;
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("no cache in 300 s");
    }

    private Marche start() throws Exception {
        int port = Application.freePort();
        long begin = System.nanoTime();
        var process = command(clone, "./ent", "start", "--port", "" + port, "--data", donnees.toString())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        new File(clone.getParent().toFile(), "start.log")))
                .start();
        try {
            Visiteur.waitFor("http://127.0.0.1:" + port, process, 1200);
        } catch (Exception e) {
            process.destroy();
            throw new IllegalStateException(Files.readString(clone.resolveSibling("start.log")), e);
        }
        return new Marche(process, donnees, (System.nanoTime() - begin) / 1e9);
    }

    private ProcessBuilder command(Path folder, String... words) {
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        if (folder.equals(clone)) {
            builder.environment().put("HOME", home.toString());
            // Java reads no HOME
            builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + home.resolve(".m2/repository"));
            builder.environment().put("ENT_JAVA_OPTS", "-Duser.home=" + home);
        }
        return builder;
    }

    private String run(Path folder, String... words) throws Exception {
        var process = command(folder, words).start();
        var out = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    String.join(" ", words) + " failed:\n" + out.substring(Math.max(0, out.length() - 4000)));
        }
        return out;
    }

    private static String last(String out, String pattern) {
        return Pattern.compile(pattern)
                .matcher(out)
                .results()
                .map(m -> m.group().strip())
                .reduce((_, b) -> b)
                .orElse("not said");
    }

    private static double megabytes(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }

    private record Marche(Process process, Path donnees, double seconds) implements AutoCloseable {

        long java() {
            return java.util.stream.Stream.concat(java.util.stream.Stream.of(process.toHandle()), process.descendants())
                    .filter(p -> p.info().command().orElse("").endsWith("/java"))
                    .findFirst()
                    .orElseThrow()
                    .pid();
        }

        long postmaster() throws Exception {
            return Long.parseLong(Files.readAllLines(donnees.resolve("postgresql/postmaster.pid"))
                    .getFirst()
                    .strip());
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("./ent start did not stop in 120 s");
            }
        }
    }
}
