package fr.entecole.socle.web;

import gg.jte.output.Utf8ByteOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Pages as they travel: gzip (RFC 1952) by deflaters that are kept, at a level that costs half of the server's own for
/// some bytes in a hundred. Making a deflater costs as much as a small page.
public final class Compression {

    /// Below, the header and the effort are worth more than the bytes.
    private static final int LEAST = 1024;

    private static final int LEVEL = 2;
    private static final int KEPT = 32;
    private static final int BUFFER = 16_384;
    private static final int TRAILER = 2 * Integer.BYTES;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final Pattern NOTHING = Pattern.compile(";q=0(\\.0*)?");

    private final BlockingQueue<Deflater> deflaters = new LinkedBlockingQueue<>(KEPT);

    /// @param accepted what the browser says that it reads (`Accept-Encoding`)
    public static boolean suits(@Nullable String accepted, int length) {
        if (accepted == null || length < LEAST) {
            return false;
        }
        for (var said : accepted.toLowerCase(Locale.ROOT).split(",")) {
            var name = said.strip();
            if (name.startsWith("gzip")) {
                var weight = name.substring("gzip".length()).replace(" ", "");
                return weight.isEmpty()
                        || weight.startsWith(";") && !NOTHING.matcher(weight).matches();
            }
        }
        return false;
    }

    public byte[] gzip(Utf8ByteOutput page) {
        // A page is hundreds of pieces: each would be a call into the library.
        var plain = page.toByteArray();
        var checksum = new CRC32();
        checksum.update(plain);
        var taken = deflaters.poll();
        var deflater = taken == null ? new Deflater(LEVEL, true) : taken;
        try {
            deflater.setInput(plain);
            deflater.finish();
            var bytes = new byte[HEADER.length + BUFFER];
            int length = HEADER.length;
            while (!deflater.finished()) {
                if (length + TRAILER >= bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                }
                length += deflater.deflate(bytes, length, bytes.length - TRAILER - length);
            }
            return ByteBuffer.wrap(Arrays.copyOf(bytes, length + TRAILER))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(0, HEADER)
                    .putInt(length, (int) checksum.getValue())
                    .putInt(length + Integer.BYTES, plain.length)
                    .array();
        } finally {
            deflater.reset();
            if (!deflaters.offer(deflater)) {
                deflater.end();
            }
        }
    }
}
