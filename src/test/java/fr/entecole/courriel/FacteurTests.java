package fr.entecole.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.entecole.EntTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// The queue against a real SMTP server, which is down, then up.
@EntTest
class FacteurTests {

    @Autowired
    Courriels courriels;

    @Autowired
    CourrielDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<Object> refus = new ArrayList<>();
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    private Instant now = Instant.now().plusSeconds(60);

    @BeforeEach
    void emptyTheQueue() {
        jdbc.sql("delete from courriel.envoi").update();
        smtp.setHost("127.0.0.1");
        smtp.setPort(1);
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void goesOnlyIfTheCallerCommits() {
        serve();
        transaction.executeWithoutResult(status -> {
            courriels.enqueue(courriel(1));
            status.setRollbackOnly();
        });
        assertThat(facteur().empty()).isZero();
        courriels.enqueue(courriel(2));
        assertThat(facteur().empty()).isEqualTo(1);
        assertThat(subjects()).containsExactly("Sujet accentué é 2");
    }

    @Test
    void waitsForAServerThatIsDownAndBacksOff() {
        courriels.enqueue(courriel(1));
        assertThat(facteur().empty()).isZero();
        assertThat(facteur().empty()).as("not due yet").isZero();
        assertThat(state()).isEqualTo("A_ENVOYER 1");
        now = now.plus(Duration.ofSeconds(61));
        facteur().empty();
        assertThat(state()).isEqualTo("A_ENVOYER 2");
        serve();
        now = now.plus(Duration.ofSeconds(61));
        assertThat(facteur().empty()).as("the second wait is twice the first").isZero();
        now = now.plus(Duration.ofSeconds(61));
        assertThat(facteur().empty()).isEqualTo(1);
        assertThat(state()).isEqualTo("ENVOYE 3");
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void givesUpInTheEndWithAReasonAndNoWords() {
        courriels.enqueue(courriel(1));
        for (int i = 0; i < 3; i++) {
            facteur().empty();
            now = now.plus(Duration.ofHours(7));
        }
        assertThat(state()).isEqualTo("ABANDONNE 3");
        assertThat(jdbc.sql("select motif from courriel.envoi")
                        .query(String.class)
                        .single())
                .doesNotContain("@")
                .endsWith("Exception");
    }

    @Test
    void givesUpAtOnceWhatTheServerRefusesForGoodTellsItAndGoesOnWithTheOthers() throws Exception {
        try (var refusing = new ServeurQuiRefuse()) {
            smtp.setPort(refusing.port());
            var reference = UUID.randomUUID();
            courriels.enqueue(new Courriel("partie@example.org", "Bonjour", "Texte", null, reference));
            courriels.enqueue(courriel(1));
            assertThat(facteur().empty()).isEqualTo(2);
        }
        assertThat(jdbc.sql("select etat || ' ' || motif from courriel.envoi where reference is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("ABANDONNE SendFailedException");
        assertThat(refus).singleElement().isInstanceOf(CourrielRefuse.class);
        assertThat(jdbc.sql("select count(*) from courriel.envoi where etat = 'ENVOYE'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void tellsMailProgramsWhereToUnsubscribeInOneTouch() throws Exception {
        serve();
        var stop = "https://ent.example.org/notifications/desabonnement/abc-123";
        courriels.enqueue(List.of(new Courriel("parent@example.org", "Bonjour", "Texte", stop, UUID.randomUUID())));
        assertThat(facteur().empty()).isEqualTo(1);
        var message = server.getReceivedMessages()[0];
        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<" + stop + ">");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void stillHasWhatWaitedWhenTheServerWasDownForADay() {
        courriels.enqueue(courriel(1));
        var usual = new ReglagesCourriel(true, "ent@example.org", 20, Duration.ofMinutes(1), Duration.ofSeconds(30));
        for (int minutes = 0; minutes < 24 * 60; minutes++) {
            facteur(usual).empty();
            now = now.plus(Duration.ofMinutes(1));
        }
        serve();
        now = now.plus(Duration.ofHours(6));
        assertThat(facteur(usual).empty()).isEqualTo(1);
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void neverSendsTwiceWithTwoSenders() {
        serve();
        IntStream.range(0, 20).forEach(i -> courriels.enqueue(courriel(i)));
        var both = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> facteur().empty()))
                .limit(2)
                .toList();
        assertThat(both.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(20);
        assertThat(subjects()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void forgetsThirtyDaysAfterSending() {
        serve();
        courriels.enqueue(courriel(1));
        facteur().empty();
        courriels.enqueue(courriel(2));
        donnees.purge();
        assertThat(rows()).isEqualTo(2);
        jdbc.sql("update courriel.envoi set fini_le = now() - interval '31 days' where etat = 'ENVOYE'")
                .update();
        donnees.purge();
        assertThat(rows()).as("what waits is kept").isEqualTo(1);
    }

    @Test
    void refusesASecondRecipientAndASecondHeader() {
        assertThatThrownBy(() -> new Courriel("a@example.org, b@example.org", "s", "t"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Courriel("a@example.org", "s\r\nBcc: b@example.org", "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void serve() {
        server.start();
        smtp.setPort(server.getSmtp().getPort());
    }

    private Facteur facteur() {
        return facteur(new ReglagesCourriel(true, "ent@example.org", 3, Duration.ofMinutes(1), Duration.ofSeconds(30)));
    }

    private Facteur facteur(ReglagesCourriel reglages) {
        return new Facteur(jdbc, transaction, smtp, reglages, ReglagesDesRetours.AUCUN, refus::add, clock());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static Courriel courriel(int n) {
        return new Courriel("parent" + n + "@example.org", "Sujet accentué é " + n, "Texte");
    }

    private List<String> subjects() {
        return Arrays.stream(server.getReceivedMessages())
                .map(m -> {
                    try {
                        return m.getSubject();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private String state() {
        return jdbc.sql("select etat || ' ' || essais from courriel.envoi")
                .query(String.class)
                .single();
    }

    private int rows() {
        return jdbc.sql("select count(*) from courriel.envoi")
                .query(Integer.class)
                .single();
    }
}
