package fr.entecole.comptes.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.BaseDeTest;
import fr.entecole.BaseDeTestConfiguration;
import fr.entecole.EntEcole;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.comptes.sessions.SessionEnt.Ligne;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Region.Reglage;
import fr.entecole.socle.Statique;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Over real HTTP, and from one node of the application to another: that is also what a restart is.
@EntTest
class NoeudsTests {

    private static final String SECRET = "Trois5chevauxGris";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cache<ByteBuffer, Ligne> sessionsLues;

    @Autowired
    Fraicheur fraicheur;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void oneStaysSignedInOnEveryNodeAndSignsOutOfAll() throws Exception {
        var as = new EnTantQue(context);
        var compte = as.account(new Personnages(jdbc).add(Profil.DIRECTEUR));
        as.givePassword(compte, SECRET);

        var form = get(port, "/connexion", "");
        assertThat(form.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("formulaire=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        var cookie = pair(form, "formulaire");
        var entered = post(
                port,
                "/connexion",
                cookie,
                "_csrf=" + encode(token(form)) + "&identifiant=" + as.login(compte) + "&motDePasse=" + SECRET);
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().allValues("Set-Cookie"))
                .filteredOn(c -> c.startsWith("session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        var session = pair(entered, "session");
        assertThat(get(port, "/essai/tous", session).statusCode()).isEqualTo(200);

        try (var other = node()) {
            int there = Integer.parseInt(other.getEnvironment().getProperty("local.server.port", ""));
            // Behind https, the cookie has the name that browsers guard.
            assertThat(get(there, "/essai/tous", session).statusCode()).isEqualTo(302);
            var same = "__Host-" + session;
            assertThat(get(there, "/essai/tous", same).statusCode()).isEqualTo(200);
            var secure = get(there, "/connexion", "");
            assertThat(secure.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-formulaire=")
                    .contains("Secure");
            assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();

            post(
                    there,
                    "/deconnexion",
                    same + "; " + pair(secure, "__Host-formulaire"),
                    "_csrf=" + encode(token(secure)));
            assertThat(get(there, "/essai/tous", same).statusCode()).isEqualTo(302);
        }
        assertThat(felt(session)).isTrue();
    }

    @Test
    void whoIsSuspendedByACommandIsOutOfEveryNodeWithinSeconds() throws Exception {
        hearing();
        var as = new EnTantQue(context);
        var personne = new Personnages(jdbc).add(Profil.DIRECTEUR);
        var session = "session=" + as.personne(personne).getValue();
        assertThat(get(port, "/essai/tous", session).statusCode()).isEqualTo(200);
        jdbc.sql("update annuaire.personnel set suspendu_le = now() where id = :id")
                .param("id", personne)
                .update();
        assertThat(felt(session)).isTrue();
    }

    @Test
    void remembersForMinutesWhileItHearsAndForgetsAllWhenItNoLongerDoes() throws Exception {
        hearing();
        var as = new EnTantQue(context);
        var session = "session="
                + as.personne(new Personnages(jdbc).add(Profil.DIRECTEUR)).getValue();
        get(port, "/essai/tous", session);
        assertThat(fraicheur.duration()).isEqualTo(Fraicheur.MINUTES);
        assertThat(sessionsLues.asMap()).isNotEmpty();
        jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid()
                        """).query(Boolean.class).list();
        assertThat(await(() -> sessionsLues.asMap().isEmpty())).isTrue();
        hearing();
        assertThat(get(port, "/essai/tous", session).statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheRegionSaysOnOneNodeIsReadOnAll() throws Exception {
        hearing();
        try (var other = node()) {
            int there = Integer.parseInt(other.getEnvironment().getProperty("local.server.port", ""));
            assertThat(get(there, "/mentions-legales", "").body()).doesNotContain("Data Soleil");
            assertThat(get(port, "/mentions-legales", "").body()).doesNotContain("Data Soleil");
            context.getBean(Region.class).say(Reglage.HEBERGEUR, "Data Soleil");
            assertThat(await(() -> says(port) && says(there))).isTrue();
        } finally {
            jdbc.sql("delete from socle.reglage").update();
        }
        assertThat(await(() -> !says(port))).isTrue();
    }

    private boolean says(int node) {
        try {
            return get(node, "/mentions-legales", "").body().contains("Data Soleil");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Five seconds at most, on whichever node.
    private boolean felt(String session) {
        return await(() -> {
            try {
                return get(port, "/essai/tous", session).statusCode() == 302;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void hearing() {
        assertThat(await(fraicheur::hears)).isTrue();
    }

    private static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + Fraicheur.FEW_SECONDS.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }

    @Test
    void healthAndFilesCostNeitherCookieNorSession() throws Exception {
        var health = get(port, "/sante/readiness", "");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(health.headers().firstValue("Content-Security-Policy")).isEmpty();
    }

    @Test
    void filesAndHealthDoNotAskWhoIsThere() throws Exception {
        var as = new EnTantQue(context);
        var session = as.personne(new Personnages(jdbc).add(Profil.DIRECTEUR)).getValue();
        as.forgetWhatThisNodeRemembers();
        for (var path : List.of("/sante/liveness", Statique.adresse("ent.css"))) {
            assertThat(get(port, path, "session=" + session).statusCode()).isEqualTo(200);
            assertThat(sessionsLues.asMap()).isEmpty();
        }
        get(port, "/connexion", "session=" + session);
        assertThat(sessionsLues.asMap()).hasSize(1);
    }

    @Test
    void redirectsWithoutRepeatingTheHostThatWasAsked() throws Exception {
        assertThat(get(port, "/essai/tous", "").headers().firstValue("Location"))
                .hasValue("/connexion");
    }

    @Test
    void saysThatPagesAreFrench() throws Exception {
        assertThat(get(port, "/connexion", "").headers().allValues("Content-Language"))
                .containsExactly("fr");
    }

    @Test
    void refusesTheCharacterThatNoTextHolds() throws Exception {
        var form = get(port, "/connexion", "");
        var answer = post(
                port,
                "/connexion",
                pair(form, "formulaire"),
                "_csrf=" + encode(token(form)) + "&identifiant=a%00b&motDePasse=c");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aMistakeInsideIsNotASignInPage() throws Exception {
        assertThat(get(port, "/nulle-part", "").statusCode()).isEqualTo(404);
    }

    private static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(EntEcole.class, BaseDeTestConfiguration.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=test",
                        "--ent.essai.base=" + BaseDeTest.PARTAGEE,
                        "--ent.secret=" + EntTest.SECRET,
                        "--ent.adresse-publique=https://ent.example.org");
    }

    private HttpResponse<String> get(int port, String path, String cookie) throws IOException, InterruptedException {
        return http.send(request(port, path, cookie).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(int port, String path, String cookie, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(port, path, cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path, String cookie) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", cookie);
    }

    private static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String pair(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }
}
