package fr.entecole.courriel;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// What leaves the queue of a whole application, as a real SMTP server has it.
public final class BoiteAuxLettres {

    private BoiteAuxLettres() {}

    /// Sends all that waits.
    ///
    /// @return the words of each letter to this address
    public static List<String> letters(ApplicationContext context, String destinataire) {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            var smtp = new JavaMailSenderImpl();
            smtp.setHost("127.0.0.1");
            smtp.setPort(server.getSmtp().getPort());
            var clock = Clock.offset(context.getBean(Clock.class), Duration.ofMinutes(1));
            new Facteur(
                            context.getBean(JdbcClient.class),
                            context.getBean(TransactionTemplate.class),
                            smtp,
                            context.getBean(ReglagesCourriel.class),
                            ReglagesDesRetours.AUCUN,
                            _ -> {},
                            clock)
                    .empty();
            List<String> words = new ArrayList<>();
            for (var message : server.getReceivedMessages()) {
                if (message.getAllRecipients()[0].toString().equals(destinataire)) {
                    words.add(message.getSubject() + "\n" + message.getContent());
                }
            }
            return words;
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.stop();
        }
    }
}
