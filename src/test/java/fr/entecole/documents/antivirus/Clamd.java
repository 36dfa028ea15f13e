package fr.entecole.documents.antivirus;

import fr.entecole.PortLibre;
import fr.entecole.documents.Outil;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.awaitility.Awaitility;

/// A real clamd that knows one thing: the harmless file by which antiviruses are tried (EICAR).
public final class Clamd implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;

    public Clamd() throws IOException {
        folder = Files.createTempDirectory("clamd-");
        port = PortLibre.next();
        var base = Files.createDirectories(folder.resolve("base"));
        Files.writeString(
                base.resolve("essai.ndb"), "Eicar:0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
        Files.writeString(folder.resolve("clamd.conf"), """
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                Foreground yes
                StreamMaxLength 20M
                """.formatted(port, base));
        start();
    }

    /// In two halves: no antivirus is to find it in the sources.
    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public String adresse() {
        return "127.0.0.1:" + port;
    }

    public void start() throws IOException {
        var program = Outil.need("clamav-daemon", "/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd");
        process = new ProcessBuilder(
                        program.toString(), "-c", folder.resolve("clamd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("journal.txt").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("journal.txt")));
            }
            try (var _ = new Socket("127.0.0.1", port)) {
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    public void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
