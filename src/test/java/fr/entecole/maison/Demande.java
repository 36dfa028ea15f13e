package fr.entecole.maison;

import fr.entecole.Formulaire;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes requests byte by byte, as nobody's client would, and reads the answer to its end.
final class Demande {

    static final String FORM = "application/x-www-form-urlencoded";

    /// A text that the charter's form accepts.
    static final String CHARTE = "%23%20Titre%0A%0A%23%23%20%5Bcle%5D%20Partie%0A%0ATexte.%0A";

    private static final int PATIENCE = 20_000;

    private final int port;

    Demande(int port) {
        this.port = port;
    }

    /// A form of ours, with its token.
    Reponse form(String verb, String path, String body, String cookies) throws IOException {
        var token = "_csrf=" + Formulaire.champ();
        var cookie = "formulaire=" + Formulaire.JETON + (cookies.isEmpty() ? "" : "; " + cookies);
        return send(verb, path, FORM, body.isEmpty() ? token : token + "&" + body, cookie);
    }

    Reponse send(String verb, String path, String kind, String body, String cookies) throws IOException {
        var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        boolean alone = verb.equals("GET") || verb.equals("HEAD");
        return raw(verb + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
                + (alone ? "" : "Content-Type: " + kind + "\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n"
                + (alone ? "" : body));
    }

    Reponse raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE);
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return Reponse.of(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    request.startsWith("HEAD"));
        }
    }

    /// @param entetes in lower case
    /// @param corps null where the method has none
    record Reponse(int statut, String entetes, @Nullable String corps) {

        static Reponse of(String answer, boolean alone) {
            int end = answer.indexOf("\r\n\r\n");
            if (!answer.startsWith("HTTP/1.1 ") || end < 0) {
                throw new AssertionError("no answer: " + answer);
            }
            return new Reponse(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(0, end).toLowerCase(Locale.ROOT),
                    alone ? null : answer.substring(end + 4));
        }
    }
}
