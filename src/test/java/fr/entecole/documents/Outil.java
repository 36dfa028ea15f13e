package fr.entecole.documents;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program of the machine that a test needs: as root on Debian it is installed, elsewhere the test fails and says the
/// one command that brings it.
public final class Outil {

    private Outil() {}

    /// @param places where it may stand
    public static Path need(String paquet, String... places) {
        var found = find(places);
        if (found != null) {
            return found;
        }
        if ("root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/usr/bin/apt-get"))) {
            try {
                // another fork may be installing just now
                var apt = new ProcessBuilder(
                                "apt-get",
                                "install",
                                "-y",
                                "--no-install-recommends",
                                "-o",
                                "DPkg::Lock::Timeout=300",
                                paquet)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (apt.waitFor(5, TimeUnit.MINUTES) && find(places) != null) {
                    return need(paquet, places);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return fail("Il manque " + paquet + " : apt-get install " + paquet);
    }

    private static Path find(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::exists).findFirst().orElse(null);
    }
}
