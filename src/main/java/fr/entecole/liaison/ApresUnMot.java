package fr.entecole.liaison;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a page begins: after this one.
record ApresUnMot(int lu, Instant le, UUID id) {

    static @Nullable ApresUnMot parse(String words) {
        var parts = words.split("_", 4);
        if (parts.length != 4) {
            return null;
        }
        try {
            return new ApresUnMot(
                    Integer.parseInt(parts[0]),
                    Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2])),
                    UUID.fromString(parts[3]));
        } catch (RuntimeException notOne) {
            return null;
        }
    }

    @Override
    public String toString() {
        return lu + "_" + le.getEpochSecond() + "_" + le.getNano() + "_" + id;
    }
}
