package fr.entecole.socle;

import java.security.SecureRandom;
import java.util.UUID;

/// Time-ordered identifiers (UUID version 7, RFC 9562), the same as PostgreSQL's `uuidv7()`.
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuids() {}

    public static UUID v7() {
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
