package fr.entecole.comptes.motsdepasse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/// The hundred thousand passwords that leaks hold most, and first names, as a filter that the build makes
/// (`build/Ressources.java`): it knows each of them, none can be read in it, and it takes one other word in a million
/// for one of them.
final class MotsDivulgues {

    private static final int PRINTS = 19;
    private static final long[] BITS = bits();

    private MotsDivulgues() {}

    /// @param word in plain lower case
    static boolean contains(String word) {
        var print = ByteBuffer.wrap(sha256(word));
        long first = print.getLong();
        long step = print.getLong() | 1;
        for (int i = 0; i < PRINTS; i++) {
            int bit = Math.toIntExact(Long.remainderUnsigned(first + i * step, (long) BITS.length * Long.SIZE));
            if ((BITS[bit / Long.SIZE] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] sha256(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long[] bits() {
        try (var file = MotsDivulgues.class.getResourceAsStream("divulgues.bin")) {
            var longs =
                    ByteBuffer.wrap(Objects.requireNonNull(file).readAllBytes()).asLongBuffer();
            var bits = new long[longs.remaining()];
            longs.get(bits);
            return bits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
