package fr.entecole;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// A port for a process that starts later, and perhaps again on the same one: below those that the system gives to
/// anyone who asks, and of this process alone, for classes run side by side.
public final class PortLibre {

    private static final int PORTS = 100;
    private static final int FIRST =
            20_000 + Math.toIntExact(ProcessHandle.current().pid() % 120) * PORTS;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private PortLibre() {}

    public static int next() throws IOException {
        for (int tried = 0; tried < PORTS; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), PORTS);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next one
            }
        }
        throw new AssertionError("no free port from " + FIRST);
    }
}
