package fr.entecole.direct;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.BaseDeTest;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.socle.Profil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Over real HTTP.
@EntTest
class DirectWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Antenne antenne;

    @Autowired
    Direct direct;

    @LocalServerPort
    int port;

    final HttpClient http = HttpClient.newHttpClient();
    EnTantQue as;

    @BeforeEach
    void people() {
        as = new EnTantQue(context);
        await(context.getBean(Fraicheur.class)::hears);
    }

    @Test
    void tellsThatSomethingMayHaveBeenMissed() throws Exception {
        var one = new Personnages(jdbc).add(Profil.DIRECTEUR);
        try (var page = open(as.personne(one).getValue())) {
            await(() -> antenne.pages(one) == 1);
            antenne.missed();
            assertThat(page.next()).isEqualTo("event:manque");
        }
    }

    @Test
    void tellsTheOpenPageOfThePersonAndOfNobodyElse() throws Exception {
        var one = new Personnages(jdbc).add(Profil.DIRECTEUR);
        var other = new Personnages(jdbc).add(Profil.DIRECTEUR);
        try (var hers = open(as.personne(one).getValue());
                var his = open(as.personne(other).getValue())) {
            await(() -> antenne.pages(one) == 1 && antenne.pages(other) == 1);
            direct.tell(List.of(one), "avis");
            assertThat(hers.next()).isEqualTo("event:avis");
            direct.tell(List.of(other), "liaison");
            assertThat(his.next()).as("the first word that he is told").isEqualTo("event:liaison");
        }
    }

    @Test
    void tellsTheRegionWhatIsForItAlone() throws Exception {
        var people = new Personnages(jdbc);
        var region = people.add(Profil.ADMINISTRATEUR);
        var head = people.add(Profil.DIRECTEUR);
        try (var hers = open(as.personne(region).getValue());
                var his = open(as.personne(head).getValue())) {
            await(() -> antenne.pages(region) == 1 && antenne.pages(head) == 1);
            direct.tellRegion("travaux");
            assertThat(hers.next()).isEqualTo("event:travaux");
            direct.tell(List.of(head), "avis");
            assertThat(his.next()).as("the first word that he is told").isEqualTo("event:avis");
        }
    }

    @Test
    void tellsAPageWhatWasSaidWhileItWasOnItsWay() throws Exception {
        var one = new Personnages(jdbc).add(Profil.DIRECTEUR);
        var session = as.personne(one).getValue();
        var before = System.nanoTime();
        antenne.hears("avis:" + one);
        try (var quick = open(session, "?age=0")) {
            await(() -> antenne.pages(one) == 1);
            direct.tell(List.of(one), "liaison");
            assertThat(quick.next())
                    .as("a page that was asked for after « avis »")
                    .isEqualTo("event:liaison");
        }
        var sinceThen = Duration.ofNanos(System.nanoTime() - before).toMillis() + 20_000;
        try (var slow = open(session, "?age=" + sinceThen)) {
            assertThat(List.of(String.valueOf(slow.next()), String.valueOf(slow.next())))
                    .containsExactlyInAnyOrder("event:avis", "event:liaison");
        }
    }

    @Test
    void answersBeforeAnythingHappens() throws Exception {
        try (var page =
                open(as.personne(new Personnages(jdbc).add(Profil.DIRECTEUR)).getValue())) {
            assertThat(page.answer().get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void forgetsAPageThatHasGone() throws Exception {
        var one = new Personnages(jdbc).add(Profil.DIRECTEUR);
        try (var page = open(as.personne(one).getValue())) {
            await(() -> antenne.pages(one) == 1 && page.answer().isDone());
        }
        await(() -> {
            direct.tell(List.of(one), "avis"); // the server notices when it speaks
            return antenne.pages(one) == 0;
        });
    }

    @Test
    void endsWithItsStayOnWhateverNodeThatEnds() throws Exception {
        var one = new Personnages(jdbc).add(Profil.DIRECTEUR);
        try (var page = open(as.personne(one).getValue())) {
            await(() -> antenne.pages(one) == 1);
            var compte = context.getBean(Comptes.class).ofPersonne(one).orElseThrow();
            try (var elsewhere = BaseDeTest.instance().getConnection();
                    var end = elsewhere.prepareStatement("delete from comptes.session where compte_id = ?")) {
                end.setObject(1, compte);
                end.execute();
            }
            assertThat(page.next()).isNull();
            await(() -> antenne.pages(one) == 0);
        }
    }

    @Test
    void answersNobodyWhoIsNotSignedIn() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/direct"))
                        .build(),
                BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
        var again = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/direct"))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.discarding());
        assertThat(again.statusCode())
                .as("a page that asks by itself asks no more")
                .isEqualTo(204);
    }

    private Ligne open(String session) {
        return open(session, "");
    }

    private Ligne open(String session, String query) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/direct" + query))
                .header("Cookie", "session=" + session)
                .header("Accept", "text/event-stream")
                .build();
        var answer = http.sendAsync(request, BodyHandlers.ofInputStream());
        return new Ligne(answer);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /// Words of a stream, one after the other.
    private static final class Ligne implements AutoCloseable {

        private final CompletableFuture<HttpResponse<InputStream>> answer;
        private @Nullable BufferedReader reader;

        private Ligne(CompletableFuture<HttpResponse<InputStream>> answer) {
            this.answer = answer;
        }

        CompletableFuture<HttpResponse<InputStream>> answer() {
            return answer;
        }

        /// The next event; null once the stream is over.
        @Nullable
        String next() throws Exception {
            return CompletableFuture.supplyAsync(this::read).get(20, TimeUnit.SECONDS);
        }

        private @Nullable String read() {
            try {
                if (reader == null) {
                    reader = new BufferedReader(
                            new InputStreamReader(answer.get().body(), StandardCharsets.UTF_8));
                }
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.startsWith("event:")) {
                        return line;
                    }
                }
                return null;
            } catch (Exception e) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            if (answer.isDone()) {
                answer.join().body().close();
            } else {
                answer.cancel(true);
            }
        }
    }
}
