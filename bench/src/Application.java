package fr.entecole.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The application in a process of its own, from the jar that ships with the bench's classes beside it, on a folder of
/// data that the bench made.
final class Application implements AutoCloseable {

    /// Those of `./ent`.
    static final List<String> OPTIONS =
            List.of("-Xmx" + System.getProperty("bench.memory", "1g"), "--enable-native-access=ALL-UNNAMED");

    final Process process;
    final int port;
    final Path donnees;

    private Application(Process process, int port, Path donnees) {
        this.process = process;
        this.port = port;
        this.donnees = donnees;
    }

    static Application start(Path donnees, String... settings) throws Exception {
        int port = freePort();
        var process = launch(
                donnees, OPTIONS, List.of(settings), List.of("start", "--port", "" + port, "--data", "" + donnees));
        var application = new Application(process, port, donnees);
        try {
            Visiteur.waitFor(application.address(), process, 300);
            return application;
        } catch (Exception e) {
            application.close();
            throw e;
        }
    }

    /// Runs one command of `./ent` and says on standard error what it printed if it refuses.
    static void command(Path donnees, List<String> options, String... words) throws Exception {
        beside(donnees, donnees, options, words);
    }

    /// While the application runs on that folder: what the command prints goes elsewhere.
    static void beside(Path donnees, Path said, List<String> options, String... words) throws Exception {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", "" + donnees));
        var process = launch(said, options, List.of(), all);
        if (!process.waitFor(60, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    String.join(" ", words) + ": exit " + process.exitValue() + "\n" + Files.readString(log(said)));
        }
    }

    private static Process launch(Path said, List<String> options, List<String> settings, List<String> words)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        line.addAll(options);
        settings.forEach(setting -> line.add("-D" + setting));
        line.addAll(List.of("-cp", System.getProperty("bench.application"), "fr.entecole.EntEcole"));
        line.addAll(words);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log(said).toFile())
                .start();
    }

    static Path log(Path donnees) {
        return donnees.resolveSibling(donnees.getFileName() + ".log");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    long postmaster() throws IOException {
        return Long.parseLong(postmasterFile(donnees).getFirst().strip());
    }

    Connection connect() throws SQLException, IOException {
        return connect(donnees);
    }

    static Connection connect(Path donnees) throws SQLException, IOException {
        var port = postmasterFile(donnees).get(3).strip();
        var secret = Files.readString(donnees.resolve("acces")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", secret);
    }

    private static List<String> postmasterFile(Path donnees) throws IOException {
        return Files.readAllLines(donnees.resolve("postgresql/postmaster.pid"));
    }

    static int freePort() throws IOException {
        var asked = System.getenv("BENCH_PORT");
        if (asked != null) {
            return Integer.parseInt(asked);
        }
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the application did not stop in 60 s");
        }
    }
}
