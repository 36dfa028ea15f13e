package fr.entecole.parcours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What was found good stays good as long as nothing of it changes: by another fork, or in the run before. One empty
/// file a verdict in `target/axe`, whose name is the print of the judge and of what it saw; `./ent ci` judges anew.
final class Jugements {

    private final Path folder = Path.of("target", "axe");
    private final String judge;

    /// @param judge all of it: what another version would say is not known
    Jugements(String judge) {
        this.judge = judge;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param judges throws when what is seen is not good, which is then asked again the next time
    void once(String seen, Runnable judges) {
        var verdict = folder.resolve(print(judge + seen));
        if (Files.exists(verdict)) {
            return;
        }
        judges.run();
        try {
            Files.write(verdict, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String print(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
