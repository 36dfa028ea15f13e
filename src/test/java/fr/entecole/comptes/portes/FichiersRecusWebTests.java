package fr.entecole.comptes.portes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Formulaire;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.appareils.MarqueDeCompte;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/// Over real HTTP: what the server has read of a form with a file is what it could answer before its end came.
@MondeTest
class FichiersRecusWebTests {

    private static final int PROMISED = 9_000_000;

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @Autowired
    MarqueDeCompte marque;

    @LocalServerPort
    int port;

    EnTantQue as;
    String restrictions;
    UUID head;

    @BeforeEach
    void people() {
        as = new EnTantQue(context);
        head = reperes.personne("11", Nature.PERSONNEL, "300101");
        restrictions = "/annuaire/eleves/" + reperes.personne("11", Nature.ELEVE, "500110") + "/restrictions";
    }

    @Test
    void readsNothingOfWhomNobodyKnows() throws IOException {
        assertThat(begun(restrictions, "")).startsWith("HTTP/1.1 302").contains("Location: /connexion");
        assertThat(begun(restrictions, "session=" + "a".repeat(43))).startsWith("HTTP/1.1 302");
        assertThat(begun(restrictions, "marque=" + "a".repeat(43))).startsWith("HTTP/1.1 302");
        assertThat(begun(restrictions, "marque=" + "a".repeat(43) + "." + "b".repeat(43)))
                .startsWith("HTTP/1.1 302");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connexion",
                "/reprise",
                "/activation",
                "/mon-compte/mot-de-passe",
                "/charte",
                "/classe/ouverture"
            })
    void readsNothingWhereNoRouteTakesAFile(String path) throws IOException {
        for (var cookies : new String[] {"", session(head)}) {
            assertThat(begun(path, cookies)).startsWith("HTTP/1.1 415").contains("<html lang=\"fr\"");
        }
    }

    @Test
    void readsNothingAtAnAddressThatIsNone() throws IOException {
        assertThat(begun("/nulle-part", session(head))).startsWith("HTTP/1.1 404");
        assertThat(begun("/statique/ent.css", "")).startsWith("HTTP/1.1 404");
    }

    @Test
    void readsNothingOfThoseForWhomTheRouteIsNot() throws IOException {
        var teacher = reperes.personne("11", Nature.PERSONNEL, "300102");
        var guardian = reperes.personne("11", Nature.RESPONSABLE, "700103");
        assertThat(begun(restrictions, session(teacher))).startsWith("HTTP/1.1 404");
        assertThat(begun(restrictions, session(guardian))).startsWith("HTTP/1.1 404");
    }

    @Test
    void readsAFormOfWhomItIsFor() throws IOException {
        assertThat(whole(session(head))).startsWith("HTTP/1.1 422").contains("Choisissez le responsable");
    }

    /// A browser that is cut off before the end of what it sends shows no page at all.
    @ParameterizedTest
    @ValueSource(ints = {30_000_000, 10_600_000})
    void hearsAFileThatIsTooHeavyToItsEndAndAnswersWithAPage(int octets) throws IOException {
        var body =
                part("_csrf", Formulaire.champ()) + part("piece\"; filename=\"a.pdf", "a".repeat(octets)) + "--x--\r\n";
        assertThat(whole(session(head), body))
                .startsWith("HTTP/1.1 413")
                .contains("fichier est trop lourd", "<header", "Rien n’a été enregistré");
    }

    /// The stay ended in the middle of the form: the mark of this browser is ours.
    @Test
    void givesAFormBackToWhoHasOnceComeInHere() throws IOException {
        var response = new MockHttpServletResponse();
        marque.write(as.account(head), response);
        var cookie = "marque=" + response.getCookie("marque").getValue();
        assertThat(whole(cookie)).startsWith("HTTP/1.1 401").contains("Ordonnance du juge");
    }

    /// The browser has closed since: the address of the form says whose it is, before any of it is read.
    @Test
    void givesAFormBackToWhomItsAddressNames() throws IOException {
        var signed = marque.signed(as.account(head));
        var body = part("preuve", "Ordonnance du juge") + "--x--\r\n";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            write(
                    socket,
                    head(restrictions + "?_auteur=" + signed, "", body.length())
                                    .replace("Connection", "Sec-Fetch-Site: same-origin\r\nConnection")
                            + body);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 401")
                    .contains("Ordonnance du juge");
        }
        assertThat(begun(restrictions + "?_auteur=" + signed.replace('.', 'x'), ""))
                .startsWith("HTTP/1.1 302")
                .contains("Location: /connexion");
    }

    private String session(UUID personne) {
        return "session=" + as.personne(personne).getValue();
    }

    /// What is answered to the beginning of a large form, whose end never comes.
    private String begun(String path, String cookies) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            write(socket, head(path, cookies, PROMISED) + part("piece\"; filename=\"a.pdf", "a".repeat(1_000)));
            var answer = new StringBuilder();
            while (!answer.toString().contains("</html>") && !answer.toString().endsWith("\r\n\r\n")) {
                var piece = new byte[8_000];
                int length = socket.getInputStream().read(piece);
                answer.append(new String(piece, 0, length, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }

    private String whole(String cookies) throws IOException {
        return whole(cookies, part("_csrf", Formulaire.champ()) + part("preuve", "Ordonnance du juge") + "--x--\r\n");
    }

    private String whole(String cookies, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            write(socket, head(restrictions, cookies, body.length()) + body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String head(String path, String cookies, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: formulaire=" + Formulaire.JETON
                + (cookies.isEmpty() ? "" : "; " + cookies)
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static void write(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
