package fr.entecole.courriel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.entecole.EntTest;
import fr.entecole.socle.contrats.Travail;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// Letters that leave and come back, through real SMTP and IMAP servers.
@EntTest
class LettresRevenuesTests {

    private static final UUID WHOSE = UUID.randomUUID();

    @Autowired
    Courriels courriels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ReglagesCourriel reglages;

    private final List<Object> told = new ArrayList<>();
    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    private ReglagesDesRetours retours = ReglagesDesRetours.AUCUN;
    private GreenMailUser box;
    private UUID envoi;

    @BeforeEach
    void aLetterHasLeft() throws Exception {
        jdbc.sql("delete from courriel.envoi").update();
        server.start();
        box = server.setUser("retours@example.org", "retours", "secret");
        retours = new ReglagesDesRetours(
                "retours@example.org", "127.0.0.1", server.getImap().getPort(), false, "retours", "secret", "INBOX");
        courriels.enqueue(new Courriel("parent@example.org", "Un sujet", "Un texte", null, WHOSE));
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        var later = Clock.offset(clock, Duration.ofMinutes(1));
        assertThat(new Facteur(jdbc, transaction, smtp, reglages, retours, told::add, later).empty())
                .isEqualTo(1);
        envoi = jdbc.sql("select id from courriel.envoi").query(UUID.class).single();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void leavesWithAnAddressOfItsOwnToComeBackTo() throws Exception {
        var letter = server.getReceivedMessages()[0];
        assertThat(letter.getHeader("Return-Path")).containsExactly("<retours+" + envoi + "@example.org>");
        assertThat(letter.getFrom()[0].toString()).as("what its reader sees").doesNotContain("retours");
    }

    @Test
    void closesTheAddressOnceWhenALetterFailedForGood() throws Exception {
        come(report("failed", "5.1.1"));
        come(report("failed", "5.1.1"));
        assertThat(run()).containsExactly(Map.entry("fermees", 1L));
        assertThat(told).containsExactly(new CourrielRefuse(envoi, WHOSE));
        assertThat(state()).isEqualTo("ABANDONNE Retour");
        assertThat(server.getManagers().getImapHostManager().getInbox(box).getMessageCount())
                .as("read letters are erased")
                .isZero();
        assertThat(run()).as("nothing came since").containsExactly(Map.entry("fermees", 0L));
    }

    @Test
    void closesNothingForWhatIsLateFullOrAnsweredByAMachine() throws Exception {
        come(report("delayed", "4.4.1"));
        come(report("failed", "4.2.2"));
        come(report("failed", "5.2.2"));
        come(report("failed", "5.1.8")); // of the sender
        come(report("failed", "5.7.1"));
        come("Auto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n");
        come(
                "Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n:\u0000::\r\n\r\n--x--");
        come("Content-Type: multipart/report\\r\\n\\r\\nno boundary");
        deliver("To: retours+------------------------------------@example.org\\r\\n\\r\\n");
        assertThat(run()).containsExactly(Map.entry("fermees", 0L));
        assertThat(told).isEmpty();
        assertThat(state()).isEqualTo("ENVOYE null");
    }

    @Test
    void leavesInTheBoxWhatIsNoLetterOfTheHouse() throws Exception {
        deliver("To: retours@example.org\r\n" + report("failed", "5.1.1"));
        deliver("To: retours+" + UUID.randomUUID() + "@autre.example\r\n" + report("failed", "5.1.1"));
        assertThat(run()).containsExactly(Map.entry("fermees", 0L));
        assertThat(server.getManagers().getImapHostManager().getInbox(box).getMessageCount())
                .isEqualTo(2);
        come(report("failed", "5.1.1"));
        assertThat(run()).containsExactly(Map.entry("fermees", 1L));
    }

    @Test
    void readsAgainWhatTheDatabaseCouldNotNote() throws Exception {
        come(report("failed", "5.1.1"));
        var broken = new LettresRevenues(
                jdbc,
                transaction,
                retours,
                _ -> {
                    throw new DataAccessResourceFailureException("out of reach");
                },
                clock);
        assertThatThrownBy(() -> broken.travaux().getFirst().run())
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(state()).isEqualTo("ENVOYE null");
        assertThat(run()).containsExactly(Map.entry("fermees", 1L));
    }

    @Test
    void isNoWorkWithoutABox() {
        assertThat(new LettresRevenues(jdbc, transaction, ReglagesDesRetours.AUCUN, told::add, clock).travaux())
                .isEmpty();
    }

    private Map<String, Long> run() {
        return new LettresRevenues(jdbc, transaction, retours, told::add, clock)
                .travaux().stream().map(Travail::run).findFirst().orElseThrow();
    }

    private void come(String words) throws Exception {
        deliver("To: <retours+" + envoi + "@example.org>\r\n" + words);
    }

    private void deliver(String words) throws Exception {
        box.deliver(new MimeMessage(
                null, new ByteArrayInputStream(("From: <>\r\n" + words).getBytes(StandardCharsets.US_ASCII))));
    }

    private static String report(String action, String status) {
        return """
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Le courriel n'a pas pu etre remis.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; parent@example.org
                Action: %s
                Status: %s

                --b--
                """.formatted(action, status).replace("\n", "\r\n");
    }

    private String state() {
        return jdbc.sql("select etat || ' ' || coalesce(motif, 'null') from courriel.envoi")
                .query(String.class)
                .single();
    }
}
