package fr.entecole.notifications.push;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.notifications.Besogne;
import fr.entecole.notifications.Sortes;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.contrats.EnContinu;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Sends what is to ring, some devices at a time; their rows stay locked meanwhile and other nodes skip them. A node
/// that dies after the service has taken a message sends it again: the device shows one, for both bear the same tag.
@Component
class Expedition implements Besogne, EnContinu {

    private static final Logger LOG = LoggerFactory.getLogger(Expedition.class);
    private static final int AT_ONCE = 40;
    private static final int GONE = 410;
    private static final int MISSING = 404;
    private static final int CROWDED = 429;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BUSY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String A_DAY = "86400";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ReglagesPush reglages;
    private final Vapid vapid;
    private final Sortes sortes;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Expedition(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ReglagesPush reglages,
            Vapid vapid,
            Sortes sortes,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.reglages = reglages;
        this.vapid = vapid;
        this.sortes = sortes;
        this.json = json;
    }

    @Override
    public String nom() {
        return "expedition";
    }

    @Override
    public @Nullable Instant work(Instant now) {
        if (Boolean.TRUE.equals(transaction.execute(_ -> sendSome(now)))) {
            return now;
        }
        return jdbc.sql(
                        "select prochain_le from notifications.envoi where fini_le is null order by prochain_le limit 1")
                .query((rs, _) ->
                        rs.getObject("prochain_le", OffsetDateTime.class).toInstant())
                .optional()
                .map(next -> next.isAfter(now) ? next : now.plus(BUSY)) // another node has it
                .orElse(null);
    }

    private boolean sendSome(Instant now) {
        var some = jdbc.sql("""
                        select e.id, e.essais, a.id as abonnement_id, a.adresse, a.cle, a.secret,
                               d.id as depot_id, d.sorte, d.adresse as page, d.urgence is not null as urgent
                          from notifications.envoi e
                          join notifications.abonnement a on a.id = e.abonnement_id
                          join notifications.depot d on d.id = e.depot_id
                         where e.fini_le is null and e.prochain_le <= :now
                         order by e.prochain_le limit :most for update of e skip locked
                        """)
                .param("now", at(now))
                .param("most", AT_ONCE)
                .query((rs, _) -> new Envoi(
                        Colonnes.uuid(rs, "id"),
                        rs.getInt("essais"),
                        Colonnes.uuid(rs, "abonnement_id"),
                        rs.getString("adresse"),
                        rs.getBytes("cle"),
                        rs.getBytes("secret"),
                        Colonnes.uuid(rs, "depot_id"),
                        rs.getString("sorte"),
                        rs.getString("page"),
                        rs.getBoolean("urgent")))
                .list();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        some.forEach(envoi -> answers.add(send(envoi)));
        for (int i = 0; i < some.size(); i++) {
            note(some.get(i), answers.get(i).join(), now);
        }
        return !some.isEmpty();
    }

    /// @return the status of the answer; 0 when there is none
    private CompletableFuture<Integer> send(Envoi envoi) {
        var adresse = reglages.accept(envoi.adresse);
        if (adresse.isEmpty()) {
            return CompletableFuture.completedFuture(GONE);
        }
        try {
            return http.sendAsync(request(envoi, adresse.get()), BodyHandlers.discarding())
                    .handle((answer, failure) -> failure == null ? answer.statusCode() : 0);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return CompletableFuture.completedFuture(GONE);
        }
    }

    private HttpRequest request(Envoi envoi, URI adresse) throws GeneralSecurityException {
        var tag = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(envoi.depot.getMostSignificantBits())
                .putLong(envoi.depot.getLeastSignificantBits());
        var topic = Base64.getUrlEncoder().withoutPadding().encodeToString(tag.array());
        var message = json.writeValueAsString(
                Map.of("mot", sortes.phrase(envoi.sorte), "adresse", envoi.page, "marque", topic));
        return HttpRequest.newBuilder(adresse)
                .timeout(TIMEOUT)
                .header("Authorization", vapid.authorization(adresse))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", A_DAY)
                .header("Topic", topic)
                .header("Urgency", envoi.urgent ? "high" : "normal")
                .POST(BodyPublishers.ofByteArray(
                        Chiffrement.encrypt(message.getBytes(StandardCharsets.UTF_8), envoi.cle, envoi.secret)))
                .build();
    }

    private void note(Envoi envoi, int status, Instant now) {
        boolean again = status == 0 || status == CROWDED || status >= 500;
        boolean last = envoi.essais + 1 >= reglages.essais();
        var wait = PATIENCE.multipliedBy(1L << Math.min(envoi.essais, 10));
        jdbc.sql("""
                        update notifications.envoi
                           set essais = essais + 1, prochain_le = :prochain,
                               fini_le = case when :fini then :now::timestamptz end
                         where id = :id
                        """)
                .param("prochain", at(now.plus(wait)))
                .param("fini", !again || last)
                .param("now", at(now))
                .param("id", envoi.id)
                .update();
        if (status == GONE || status == MISSING) {
            jdbc.sql("update notifications.abonnement set ferme_le = :now where id = :id and ferme_le is null")
                    .param("now", at(now))
                    .param("id", envoi.abonnement)
                    .update();
        } else if (status >= 300 || status == 0) {
            LOG.warn("sonnerie {} non partie, essai {} : {}", envoi.id, envoi.essais + 1, status);
        }
    }

    @Override
    public String phrase() {
        return t("Faire sonner les appareils");
    }

    @Override
    public Lecture<Attente> attente(Instant now) {
        return EnContinu.waiting(
                "select prochain_le as depuis from notifications.envoi where fini_le is null and prochain_le <= :now"
                        + " order by prochain_le",
                now);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Envoi(
            UUID id,
            int essais,
            UUID abonnement,
            String adresse,
            byte[] cle,
            byte[] secret,
            UUID depot,
            String sorte,
            String page,
            boolean urgent) {}
}
