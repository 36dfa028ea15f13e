package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.Profil;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@EntTest
class ErreurWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Value("${spring.servlet.multipart.max-file-size} ${server.tomcat.max-http-form-post-size}")
    String limits;

    @ParameterizedTest
    @CsvSource({
        "400, incomplète",
        "403, pas pu s’ouvrir",
        "404, n’existe pas",
        "405, n’existe pas",
        "413, trop long",
        "429, Trop d’essais",
        "500, pas marché",
        "503, ne répond pas"
    })
    void saysWhatHappenedWhatIsKeptAndWhichNumberToQuote(int statut, String words) {
        assertThat(mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, statut)
                        .requestAttr(PageResolver.NUMERO, "7F31"))
                .hasStatus(statut)
                .bodyText()
                .contains(words, "Revenir à l’accueil", "Numéro à donner\u00a0: " + statut + "-7F31");
    }

    @Test
    void saysHowHeavyAFileMayBeAndWhatToDo() {
        assertThat(mvc.get()
                        .uri("/error")
                        .contentType("multipart/form-data; boundary=x")
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/annuaire/eleves/1/restrictions")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 413))
                .hasStatus(413)
                .bodyText()
                .contains("Ce fichier est trop lourd", "10\u00a0Mo au plus", "joignez un fichier plus léger");
        assertThat(limits).isEqualTo("10MB 256KB");
    }

    /// A browser that is cut off before the end of what it sends shows no page at all. Files: `FichiersRecusWebTests`.
    @Test
    void hearsTooMuchToTheEndAndAnswersWithAPage() throws Exception {
        int letters = 3_000_000;
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            var out = socket.getOutputStream();
            out.write(
                    ("POST /connexion HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded"
                                    + "\r\nContent-Length: " + ("codes=".length() + letters) + "\r\n\r\ncodes=")
                            .getBytes());
            out.write("a".repeat(letters).getBytes());
            out.flush();
            var answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("texte est trop long", "<header", "Rien n’a été enregistré");
        }
    }

    @Test
    void callsADatabaseOutOfReachAPassingFailure() {
        assertThat(mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION,
                                new IllegalStateException(new CannotGetJdbcConnectionException("no"))))
                .hasStatus(503)
                .hasHeader("Retry-After", "60");
    }

    @Test
    void doesNotAskADatabaseOutOfReachWhoIsThere() {
        var session = new EnTantQue(context).personne(new Personnages(jdbc).add(Profil.DIRECTEUR));
        assertThat(error(session, new IllegalStateException())).bodyText().contains("/deconnexion");
        assertThat(error(session, new CannotGetJdbcConnectionException("no")))
                .hasStatus(503)
                .bodyText()
                .doesNotContain("/deconnexion");
    }

    /// Nobody has been read yet: each statement would wait for the base once more, then fail the page of the failure.
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void asksNothingOfADatabaseOutOfReach(String method) {
        var session = new EnTantQue(context).personne(new Personnages(jdbc).add(Profil.DIRECTEUR));
        assertThat(ComptageSql.during(() -> assertThat(mvc.method(HttpMethod.valueOf(method))
                                .uri("/error")
                                .cookie(session)
                                .with(asError())
                                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/")
                                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                                .requestAttr(
                                        RequestDispatcher.ERROR_EXCEPTION, new CannotGetJdbcConnectionException("no")))
                        .hasStatus(503)))
                .isEmpty();
    }

    private static RequestPostProcessor asError() {
        return request -> {
            request.setDispatcherType(DispatcherType.ERROR);
            return request;
        };
    }

    private MvcTestResult error(Cookie session, Exception cause) {
        return mvc.get()
                .uri("/error")
                .cookie(session)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, cause)
                .exchange();
    }

    @Test
    void showsNothingOfTheCause() {
        assertThat(mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_MESSAGE, "relation eleve does not exist")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("Inès Benali")))
                .hasStatus(500)
                .bodyText()
                .doesNotContain("Inès Benali", "relation", "Exception", "Error", "at fr.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "*/*", "image/png"})
    void answersInHtmlWhateverIsAskedFor(String accept) throws Exception {
        var response = send("/statique/inconnu.css", accept);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(response.body()).contains("Cette page n’existe pas").doesNotContain("Not Found", "\"timestamp\"");
    }

    @Test
    void speaksFrenchEvenToARequestThatTheServerCannotRead() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes());
            var answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(answer)
                    .contains("400")
                    .contains("incomplète")
                    .doesNotContain("Bad Request", "Tomcat", "Exception");
        }
    }

    private HttpResponse<String> send(String path, String accept) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept", accept)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
