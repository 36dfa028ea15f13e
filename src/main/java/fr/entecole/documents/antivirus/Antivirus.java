package fr.entecole.documents.antivirus;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// One question to clamd, by its command INSTREAM (man clamd): lengths on four bytes, then bytes, then a zero.
@Component
public class Antivirus implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;

    private final ReglagesAntivirus reglages;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("antivirus").factory());

    Antivirus(ReglagesAntivirus reglages) {
        this.reglages = reglages;
    }

    public boolean present() {
        return !reglages.adresse().isBlank();
    }

    /// @return false when something was found
    /// @throws IOException when clamd does not answer, not in time, or not with yes or no (its own limits): ask again
    public boolean clean(InputStream input) throws IOException {
        try (var channel = open()) {
            var late = clock.schedule(
                    () -> {
                        channel.close();
                        return null;
                    },
                    reglages.patience().toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                return ask(channel, input);
            } finally {
                late.cancel(false);
            }
        }
    }

    private SocketChannel open() throws IOException {
        var adresse = reglages.adresse();
        boolean local = adresse.startsWith("/");
        var channel = SocketChannel.open(local ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET);
        try {
            int colon = adresse.lastIndexOf(':');
            SocketAddress where = local
                    ? UnixDomainSocketAddress.of(adresse)
                    : new InetSocketAddress(
                            adresse.substring(0, Math.max(colon, 0)), Integer.parseInt(adresse.substring(colon + 1)));
            channel.connect(where);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    private static boolean ask(SocketChannel channel, InputStream input) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        var buffer = ByteBuffer.allocate(Integer.BYTES + BUFFER);
        for (int read = input.readNBytes(buffer.array(), Integer.BYTES, BUFFER);
                read > 0;
                read = input.readNBytes(buffer.array(), Integer.BYTES, BUFFER)) {
            buffer.clear().putInt(0, read);
            write(channel, buffer.limit(Integer.BYTES + read));
        }
        write(channel, ByteBuffer.allocate(Integer.BYTES));
        var said = answer(channel);
        if (said.endsWith(" FOUND")) {
            return false;
        }
        if (said.endsWith(": OK")) {
            return true;
        }
        throw new IOException("clamd gave no verdict");
    }

    private static void write(SocketChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until it closes
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
