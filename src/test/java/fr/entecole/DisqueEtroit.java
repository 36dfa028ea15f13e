package fr.entecole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// A disk of some kilobytes, mounted on a folder: what is written there does not fit. Only root may mount.
public final class DisqueEtroit implements AutoCloseable {

    private final Path folder;

    private DisqueEtroit(Path folder) {
        this.folder = folder;
    }

    /// Whether this machine lets one be mounted: root alone may, and not in every container. A test without it says
    /// nothing; the log says so.
    public static boolean mountable() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("disque");
        try {
            on(folder, 16).close();
            return true;
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger(DisqueEtroit.class)
                    .warn("pas de petit disque sur cette machine : {}", e.getMessage());
            return false;
        } finally {
            Files.delete(folder);
        }
    }

    public static DisqueEtroit on(Path folder, int kilobytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + kilobytes + "k", "tmpfs", folder.toString()) != 0) {
            throw new IllegalStateException("only root may mount a small disk");
        }
        return new DisqueEtroit(folder);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command));
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (run("umount", folder.toString()) != 0) {
            throw new IllegalStateException("still mounted: " + folder);
        }
    }
}
