package fr.entecole.socle;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// Pages as they travel: gzip (RFC 1952) by deflaters that are kept, at a level that costs half of the server's own for
/// some bytes in a hundred. Making a deflater costs as much as a small page.
final class Compression {

    /// Below, the header and the effort are worth more than the bytes.
    private static final int LEAST = 1024;

    private static final int LEVEL = 3;
    private static final int KEPT = 32;
    private static final int BUFFER = 8192;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final Pattern NOTHING = Pattern.compile(";q=0(\\.0*)?");

    private final BlockingQueue<Deflater> deflaters = new LinkedBlockingQueue<>(KEPT);

    /// @param accepted what the browser says that it reads (`Accept-Encoding`)
    static boolean suits(@Nullable String accepted, int length) {
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

    byte[] gzip(Utf8ByteOutput page) throws IOException {
        var bytes = new ByteArrayOutputStream(BUFFER);
        bytes.writeBytes(HEADER);
        var taken = deflaters.poll();
        var deflater = taken == null ? new Deflater(LEVEL, true) : taken;
        try {
            var deflated = new DeflaterOutputStream(bytes, deflater, BUFFER);
            var checked = new CheckedOutputStream(deflated, new CRC32());
            page.writeTo(checked);
            deflated.finish();
            little(bytes, (int) checked.getChecksum().getValue());
            little(bytes, deflater.getTotalIn());
        } finally {
            deflater.reset();
            if (!deflaters.offer(deflater)) {
                deflater.end();
            }
        }
        return bytes.toByteArray();
    }

    private static void little(OutputStream out, int value) throws IOException {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }
}
