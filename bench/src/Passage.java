package fr.entecole.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between a browser and the application, passes bytes on and counts those that the browser receives: pages,
/// files, headers, and what a service worker fetches by itself.
final class Passage implements AutoCloseable {

    private final ServerSocket door;
    private final int application;
    private final AtomicLong received = new AtomicLong();

    Passage(int application) throws IOException {
        this.application = application;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    long received() {
        return received.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), application);
                Thread.startVirtualThread(() -> pass(browser, server, new AtomicLong()));
                Thread.startVirtualThread(() -> pass(server, browser, received));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to, AtomicLong count) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[16_384];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                count.addAndGet(n);
                out.write(bytes, 0, n);
            }
        } catch (IOException e) {
            return; // one side has closed
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
