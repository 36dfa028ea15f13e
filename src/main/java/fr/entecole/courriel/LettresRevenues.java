package fr.entecole.courriel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the letters that come back (RFC 3464): one that failed for good closes its address, as a refusal at once does.
/// A letter is known by the address of its own that it came back to. What is read is erased; what is no such letter
/// stays in the box, seen.
@Component
class LettresRevenues implements TravauxOfferts {

    private static final Logger LOG = LoggerFactory.getLogger(LettresRevenues.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final String TIMEOUT = "20000";

    /// Read in a run: the others come with the next one.
    private static final int AT_ONCE = 500;

    /// The address does not exist or receives no more (RFC 3463, 5.1.0 to 5.1.6, 5.1.10 and 5.2.1). A box that is full,
    /// a policy or a filter say something of the message or of its sender.
    private static final Pattern GONE = Pattern.compile("5\\.(1\\.([0-6]|10)|2\\.1)\\b");

    /// A report of delivery is a few lines.
    private static final int LONGEST = 64 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ReglagesDesRetours reglages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LettresRevenues(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ReglagesDesRetours reglages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.reglages = reglages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Travail> travaux() {
        return reglages.present() ? List.of(new Releve()) : List.of();
    }

    /// @return how many letters closed an address
    long read() {
        var protocol = reglages.chiffre() ? "imaps" : "imap";
        var properties = new Properties();
        for (var wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol + "." + wait, TIMEOUT);
        }
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        try (var store = Session.getInstance(properties).getStore(protocol)) {
            store.connect(reglages.serveur(), reglages.port(), reglages.utilisateur(), reglages.motDePasse());
            try (var box = store.getFolder(reglages.dossier())) {
                box.open(Folder.READ_WRITE);
                return read(box);
            }
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private long read(Folder box) throws MessagingException {
        long closed = 0;
        var unseen = Arrays.stream(box.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)))
                .limit(AT_ONCE)
                .toList();
        for (var message : unseen) {
            message.setFlag(Flags.Flag.SEEN, true);
            var envoi = envoi(message);
            if (envoi.isPresent()) {
                closed += failed(message) && closed(message, envoi.get()) ? 1 : 0;
                message.setFlag(Flags.Flag.DELETED, true);
            }
        }
        return closed;
    }

    private Optional<UUID> envoi(Message message) throws MessagingException {
        var motif = reglages.motif();
        return Stream.of("To", "Delivered-To", "X-Original-To")
                .flatMap(header -> headers(message, header))
                .map(motif::matcher)
                .filter(Matcher::find)
                .map(found -> UUID.fromString(found.group(1)))
                .findFirst();
    }

    private static Stream<String> headers(Message message, String name) {
        try {
            return Stream.of(Optional.ofNullable(message.getHeader(name)).orElse(new String[0]));
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /// Whether it reports a failure for good. What is only late comes by itself, and an answer written by a machine
    /// that keeps somebody's box is no failure.
    private static boolean failed(Message message) {
        try {
            for (var report : reports(message, 0)) {
                var words = new String(report.getInputStream().readNBytes(LONGEST), StandardCharsets.US_ASCII);
                for (var group : words.split("\r?\n\r?\n")) {
                    var fields = new InternetHeaders(
                            new ByteArrayInputStream((group + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
                    if ("failed".equalsIgnoreCase(field(fields, "Action"))
                            && GONE.matcher(field(fields, "Status")).lookingAt()) {
                        return true;
                    }
                }
            }
            return false;
        } catch (MessagingException | IOException e) {
            LOG.warn("un courriel revenu ne se lit pas : {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private static String field(InternetHeaders fields, String name) {
        var value = fields.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    private static List<Part> reports(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status")) {
            return List.of(part);
        }
        List<Part> found = new ArrayList<>();
        if (depth < 3 && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                found.addAll(reports(several.getBodyPart(i), depth + 1));
            }
        }
        return found;
    }

    /// What the database could not note is read again.
    private boolean closed(Message message, UUID envoi) throws MessagingException {
        try {
            return close(envoi);
        } catch (DataAccessException | TransactionException e) {
            message.setFlag(Flags.Flag.SEEN, false);
            throw e;
        }
    }

    /// Once: a letter that came back twice is told once, one that is forgotten not at all.
    private boolean close(UUID envoi) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var reference = jdbc.sql("""
                            update courriel.envoi set etat = 'ABANDONNE', motif = 'Retour', fini_le = :now
                             where id = :id and etat = 'ENVOYE' returning reference
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", envoi)
                    .query(UUID.class)
                    .optional();
            reference.ifPresent(whose -> events.publishEvent(new CourrielRefuse(envoi, whose)));
            return reference.isPresent();
        }));
    }

    private final class Releve implements Travail {

        @Override
        public String nom() {
            return "courriel.retours";
        }

        @Override
        public String phrase() {
            return t("Lire les courriels qui reviennent");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Toutes(EVERY);
        }

        @Override
        public Map<String, Long> run() {
            return Map.of("fermees", read());
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucune adresse ne refuse} one {Une adresse ne reçoit plus\u00a0: elle est fermée} other {# adresses ne reçoivent plus\u00a0: elles sont fermées}}",
                    compte.getOrDefault("fermees", 0L));
        }
    }
}
