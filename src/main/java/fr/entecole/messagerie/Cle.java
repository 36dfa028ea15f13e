package fr.entecole.messagerie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// After what a page goes on.
public record Cle(Instant le, UUID id) {

    private static final long MICRO = 1_000;
    private static final long SECOND = 1_000_000;

    public static Optional<Cle> parse(String words) {
        var parts = words.split("_", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(parts[0]);
            return Optional.of(new Cle(
                    Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * MICRO),
                    UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    OffsetDateTime utc() {
        return Correspondance.utc(le);
    }

    @Override
    public String toString() {
        return le.getEpochSecond() * SECOND + le.getNano() / MICRO + "_" + id;
    }
}
