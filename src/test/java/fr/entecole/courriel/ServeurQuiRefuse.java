package fr.entecole.courriel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An SMTP server that knows everyone but those who have left (RFC 5321): « partie@… » is refused for good.
final class ServeurQuiRefuse implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    ServeurQuiRefuse() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException _) {
                // closed, by the test or by its client
            }
        }
    }

    private static void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 essai");
        boolean data = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    say(client, "250 pris");
                }
                continue;
            }
            var verb = line.toUpperCase(Locale.ROOT);
            data = verb.startsWith("DATA");
            if (verb.startsWith("RCPT") && verb.contains("PARTIE")) {
                say(client, "550 5.1.1 inconnue");
            } else {
                say(client, data ? "354 allez" : verb.startsWith("QUIT") ? "221 fin" : "250 bien");
            }
        }
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
