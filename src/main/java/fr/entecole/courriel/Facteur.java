package fr.entecole.courriel;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes messages from the queue, one a transaction: the row stays locked while SMTP answers and other nodes skip it,
/// so none goes twice. (If this node dies between the server's yes and the commit, that one message goes again.)
class Facteur {

    private static final Logger LOG = LoggerFactory.getLogger(Facteur.class);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JavaMailSender smtp;
    private final ReglagesCourriel reglages;
    private final ReglagesDesRetours retours;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Facteur(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JavaMailSender smtp,
            ReglagesCourriel reglages,
            ReglagesDesRetours retours,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.smtp = smtp;
        this.reglages = reglages;
        this.retours = retours;
        this.events = events;
        this.clock = clock;
    }

    /// Sends all that is due; the first failure ends the round, for a server that is down is down for all.
    ///
    /// @return how many went
    int empty() {
        int sent = 0;
        while (Boolean.TRUE.equals(transaction.execute(_ -> sendNext()))) {
            sent++;
        }
        return sent;
    }

    private boolean sendNext() {
        var next = take();
        if (next.isEmpty()) {
            return false;
        }
        try {
            smtp.send(message(next.get()));
        } catch (MailException e) {
            if (refused(e)) {
                giveUp(next.get(), e);
                return true;
            }
            postpone(next.get(), e);
            return false;
        }
        jdbc.sql("""
                        update courriel.envoi
                        set etat = 'ENVOYE', essais = essais + 1, motif = null, fini_le = :now where id = :id
                        """)
                .param("now", at(clock.instant()))
                .param("id", next.get().id())
                .update();
        return true;
    }

    private Optional<Envoi> take() {
        return jdbc.sql("""
                        select id, destinataire, sujet, texte, desabonnement, reference, essais from courriel.envoi
                        where etat = 'A_ENVOYER' and prochain_le <= :now
                        order by prochain_le limit 1 for update skip locked
                        """)
                .param("now", at(clock.instant()))
                .query((rs, _) -> new Envoi(
                        rs.getObject("id", UUID.class),
                        new Courriel(
                                rs.getString("destinataire"),
                                rs.getString("sujet"),
                                rs.getString("texte"),
                                rs.getString("desabonnement"),
                                rs.getObject("reference", UUID.class)),
                        rs.getInt("essais")))
                .optional();
    }

    private MimeMessage message(Envoi envoi) {
        var courriel = envoi.courriel();
        var mime = smtp.createMimeMessage();
        var message = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        try {
            message.setFrom(reglages.expediteur());
            message.setTo(courriel.destinataire());
            message.setSubject(courriel.sujet());
            message.setText(courriel.texte());
            if (courriel.desabonnement() != null) {
                mime.setHeader("List-Unsubscribe", "<" + courriel.desabonnement() + ">");
                mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            if (!retours.present()) {
                return mime;
            }
            var returning = new SMTPMessage(mime);
            returning.setEnvelopeFrom(retours.adresse(envoi.id()));
            return returning;
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    /// The server has answered 5xx about the recipient, which the client calls an invalid address: trying again would
    /// change nothing. What it says of the message, of the sender or of itself is another matter.
    private static boolean refused(MailException e) {
        var causes = e instanceof MailSendException several ? several.getMessageExceptions() : new Exception[0];
        return Stream.of(causes)
                .flatMap(cause -> Stream.iterate(cause, Objects::nonNull, Facteur::next))
                .anyMatch(cause -> cause instanceof SendFailedException failed
                        && failed.getInvalidAddresses() != null
                        && failed.getInvalidAddresses().length > 0);
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private void giveUp(Envoi envoi, MailException e) {
        jdbc.sql("""
                        update courriel.envoi
                           set etat = 'ABANDONNE', essais = essais + 1, motif = :motif, fini_le = :now where id = :id
                        """)
                .param("motif", SendFailedException.class.getSimpleName())
                .param("now", at(clock.instant()))
                .param("id", envoi.id())
                .update();
        LOG.warn("courriel {} refusé : {}", envoi.id(), e.getClass().getSimpleName());
        var reference = envoi.courriel().reference();
        if (reference != null) {
            events.publishEvent(new CourrielRefuse(envoi.id(), reference));
        }
    }

    private void postpone(Envoi envoi, MailException e) {
        int essais = envoi.essais() + 1;
        var last = essais >= reglages.essais();
        var reason = e.getCause() == null ? e.getClass() : e.getCause().getClass();
        var wait = reglages.patience().multipliedBy(1L << Math.min(essais - 1, 20));
        jdbc.sql("""
                        update courriel.envoi
                        set essais = :essais, motif = :motif, prochain_le = :next,
                            etat = case when :last then 'ABANDONNE' else etat end,
                            fini_le = case when :last then :now::timestamptz end
                        where id = :id
                        """)
                .param("essais", essais)
                .param("motif", reason.getSimpleName())
                .param("next", at(clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)))
                .param("last", last)
                .param("now", at(clock.instant()))
                .param("id", envoi.id())
                .update();
        LOG.warn("courriel {} non parti, essai {} : {}", envoi.id(), essais, reason.getSimpleName());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Envoi(UUID id, Courriel courriel, int essais) {}
}
