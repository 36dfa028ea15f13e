package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Whatever a request holds, the fault is its sender's: never a 5xx, and each refusal is a page of the house with the
/// headers of the house, whichever filter refuses first. Over real HTTP, as bytes: clients refuse to write most of it.
@MondeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemandesHostilesTests {

    private static final int DEMANDES = 600;
    private static final long GRAINE = 20261129;

    /// What the server says of a way of sending, or of a version of HTTP, that it does not speak.
    private static final List<Integer> OF_HTTP_ITSELF = List.of(501, 505);

    private static final List<String> ENTETES = List.of(
            "content-security-policy: default-src 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "x-frame-options: deny",
            "cross-origin-opener-policy: same-origin",
            "permissions-policy: camera=()",
            "cache-control:");

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    Demande demande;
    Monde monde;

    @BeforeAll
    void door() {
        monde = new Monde(context);
        demande = new Demande(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "POST"})
    void refusesAFormThatCannotBeRead(String verb) throws IOException {
        for (var path : List.of("/connexion", "/", "/nulle-part", "/charte", "/reprise", "/statique/x.css")) {
            for (var body : List.of("a=%zz", "a=%", "%%%=1", "=&=&&", "a=%ff%fe")) {
                judge(demande.send(verb, path, Demande.FORM, body, ""), verb + " " + path + " " + body);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=x",
                "multipart/form-data; boundary=\"x",
                "multipart/mixed; boundary=x",
                "multipart/form-data; boundary=x; charset=nonsense",
                "application/x-www-form-urlencoded; charset=nonsense",
                "application/x-www-form-urlencoded; charset=utf-16",
                "application/json",
                "garbage",
                "a/b/c;;;=",
                "text/plain; charset=\"\u00e9"
            })
    void refusesABrokenKindOnAnyAddress(String kind) throws IOException {
        var bodies = List.of(
                "--x\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"piece\"; filename=\"a\0b.pdf\"\r\n\r\nb\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"piece\"; filename*=UTF-9''%zz\r\n\r\nb\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"\0\"\r\n\r\n\0\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--\r\n",
                "--x\r\n\r\n\r\n--x--\r\n",
                "");
        var restrictions = "/annuaire/eleves/" + monde.personne(Passant.ELEVE) + "/restrictions";
        for (var passant : new Passant[] {Passant.SANS_SESSION, Passant.DIRECTRICE}) {
            for (var path : List.of("/connexion", restrictions, "/statique/x.css")) {
                for (var body : bodies) {
                    judge(
                            demande.send("POST", path, kind, body, cookies(passant)),
                            "POST " + path + " " + kind + " " + passant);
                }
            }
        }
    }

    @Test
    void refusesBlanksInAListOfIds() throws IOException {
        var some = UUID.randomUUID();
        for (var ids : List.of("%20", "", ",", some + ",%20," + some, some + ",", "," + some, "a,b")) {
            var administrateur = cookies(Passant.ADMINISTRATEUR);
            for (var path : List.of("/annuaire/ecoles/apercu", "/annuaire/ecoles/ouvertures")) {
                var answer = demande.form("POST", path, "ecole=" + ids + "&ecole=" + ids, administrateur);
                judge(answer, path + " " + ids);
            }
            judge(
                    demande.form("POST", "/charte", "enfants=" + ids + "&enfants=", cookies(Passant.AUTRE_FAMILLE)),
                    "/charte " + ids);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B999999999-12-31",
                "%2B10000000-01-01",
                "-999999999-01-01",
                "-4714-01-01",
                "0000-01-01",
                "9999-12-31"
            })
    void refusesADateBeyondWhatTheBaseHolds(String jour) throws IOException {
        judge(
                demande.send("GET", "/journal?jour=" + jour, "", "", cookies(Passant.DIRECTRICE)),
                "/journal?jour=" + jour);
        for (var geste : List.of("apercu", "publier")) {
            judge(
                    demande.form(
                            "POST",
                            "/comptes/chartes",
                            "texte=PARENT&corps=" + Demande.CHARTE + "&effet=" + jour + "&geste=" + geste,
                            cookies(Passant.ADMINISTRATEUR)),
                    "/comptes/chartes " + jour);
        }
        judge(
                demande.form(
                        "POST",
                        "/annuaire/agents",
                        "profil=DPO&prenom=A&nom=B&fin=" + jour,
                        cookies(Passant.ADMINISTRATEUR)),
                "/annuaire/agents " + jour);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /a/../b HTTP/1.1",
                "GET /a//b HTTP/1.1",
                "GET /a;b=c HTTP/1.1",
                "GET /%2e%2e/ HTTP/1.1",
                "GET /a%2fb HTTP/1.1",
                "GET /a%5cb HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /%ff%fe HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "GET /connexion?a=%zz HTTP/1.1",
                "GET /connexion?%00=%00 HTTP/1.1",
                "GET /connexion?sortie=%ed%a0%80 HTTP/1.1",
                "BREW /connexion HTTP/1.1",
                "TRACE /connexion HTTP/1.1",
                "CONNECT /connexion HTTP/1.1",
                "PROPFIND / HTTP/1.1",
                "GET http://[::1/ HTTP/1.1",
                "GET /connexion HTTP/9.9",
                "GET  /connexion HTTP/1.1"
            })
    void refusesAnAddressThatIsNone(String line) throws IOException {
        judge(demande.raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n"), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: nonsense",
                "Accept: */*;q=9, a/b/c",
                "Accept-Language: -, *;q=x",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: nonsense",
                "Transfer-Encoding: chunked, chunked",
                "Cookie: session=\u0001; suite=***; appareil=;;;=,; langue=zz; confort=%00",
                "If-Modified-Since: hier",
                "If-None-Match: \"",
                "Range: bytes=9-1,-,x",
                "Expect: nonsense",
                "X-HTTP-Method-Override: DELETE",
                "Origin: \u0000",
                "Sec-Fetch-Dest: \u00e9"
            })
    void refusesAHeaderThatIsNone(String header) throws IOException {
        for (var line :
                List.of("GET /connexion", "POST /connexion", "GET /", "GET /nulle-part", "GET /statique/x.css")) {
            judge(
                    demande.raw(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n"),
                    line + header);
        }
    }

    /// Any route, anyone, anything: the seed makes it the same every time.
    @Test
    void answersWhateverIsSentWithoutEverFailing() throws IOException {
        var random = new Random(GRAINE);
        var sort = new Sort(random, List.copyOf(monde.everyone()), List.of(monde.ecole(), monde.classe()));
        var routes = Routes.ofTheHouse(context).stream()
                .filter(route -> !Set.of("/deconnexion", "/direct").contains(route.path())) // one that has no end
                .toList();
        var passants = Passant.values();
        for (int i = 0; i < DEMANDES; i++) {
            var route = routes.get(random.nextInt(routes.size()));
            var passant = passants[random.nextInt(passants.length)];
            var sent = sort.draw(route);
            judge(
                    demande.form(sent.verb(), sent.path(), sent.body(), cookies(passant)),
                    sent.verb() + " " + sent.path() + " [" + route + "] " + sent.body() + " as " + passant);
        }
    }

    private String cookies(Passant passant) {
        var session = monde.session(passant);
        return session == null ? "" : "session=" + session.getValue();
    }

    private static void judge(Demande.Reponse answer, String what) {
        assertThat(answer.statut())
                .as(what)
                .satisfiesAnyOf(
                        statut -> assertThat(statut).isBetween(200, 499),
                        statut -> assertThat(OF_HTTP_ITSELF).contains(statut));
        if (answer.statut() >= 400) {
            assertThat(answer.entetes()).as(what + " " + answer.statut()).contains(ENTETES);
            var words = answer.corps();
            if (words != null) {
                assertThat(words).as(what).doesNotContain("Exception", "at fr.", "org.springframework", "Tomcat");
                boolean forAScript = words.isEmpty() || words.startsWith("{");
                if (!forAScript) {
                    assertThat(words).as(what).contains("<html lang=\"fr\"");
                }
            }
        }
    }
}
