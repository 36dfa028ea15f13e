package fr.entecole.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.entecole.EntTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// The thread that sends: called when a message was put in the queue, idle without an SMTP server.
@EntTest
class TourneeTests {

    @Autowired
    Courriels courriels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void sendsAsSoonAsItIsCalled() {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        var tournee = tournee(Map.of("smtp", smtp));
        try {
            tournee.start();
            var id = courriels.enqueue(new Courriel("parent@example.org", "Bonjour", "Texte"));
            tournee.on(new CourrielDepose(id));
            assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
        } finally {
            tournee.stop();
            server.stop();
        }
        assertThat(tournee.isRunning()).isFalse();
    }

    @Test
    void keepsMessagesWhileThereIsNoServer() {
        var tournee = tournee(Map.of());
        tournee.start();
        var id = courriels.enqueue(new Courriel("parent@example.org", "Bonjour", "Texte"));
        tournee.on(new CourrielDepose(id));
        assertThat(tournee.isRunning()).isFalse();
        assertThat(jdbc.sql("select etat || essais from courriel.envoi where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("A_ENVOYER0");
    }

    private Tournee tournee(Map<String, Object> smtp) {
        var beans = new StaticListableBeanFactory(smtp);
        var reglages = new ReglagesCourriel(true, "ent@example.org", 3, Duration.ofMinutes(1), Duration.ofHours(1));
        return new Tournee(
                jdbc,
                transaction,
                beans.getBeanProvider(JavaMailSender.class),
                reglages,
                ReglagesDesRetours.AUCUN,
                refus -> {},
                Clock.systemUTC());
    }
}
