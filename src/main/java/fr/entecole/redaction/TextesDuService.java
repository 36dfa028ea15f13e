package fr.entecole.redaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What the region writes on the pages about the service, for everyone: dated rows, the last of which holds. Two who
/// change one at once see each other's version: the second is told, and nothing is overwritten. Everyone reads them: a
/// node remembers one for seconds.
@Component
public class TextesDuService {

    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, TexteRiche> lus =
            Caffeine.newBuilder().expireAfterWrite(SECONDS).maximumSize(MOST).build();

    TextesDuService(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// For those who read it, seconds late at most.
    ///
    /// @param cle the page's word for it: `aide`
    public TexteRiche read(String cle) {
        var known = lus.getIfPresent(cle);
        if (known != null) {
            return known;
        }
        var texte = of(cle).texte(); // outside of the memory, whose readers must never wait for the database
        lus.put(cle, texte);
        return texte;
    }

    /// For those who change it.
    ///
    /// @return version 0 and nothing, when nobody has written it
    public Version of(String cle) {
        return jdbc.sql("select version, html from redaction.texte where cle = :cle and remplace_le is null")
                .param("cle", cle)
                .query((rs, _) -> new Version(rs.getInt("version"), new TexteRiche(rs.getString("html"))))
                .optional()
                .orElse(new Version(0, TexteRiche.VIDE));
    }

    /// @param version the one that was changed, as [#of] said it
    /// @return the row that says it now; empty when somebody has changed that version first
    @Transactional
    public Optional<UUID> write(String cle, int version, TexteRiche texte) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("select pg_advisory_xact_lock(hashtext('redaction.texte ' || :cle))")
                .param("cle", cle)
                .query((rs, _) -> true)
                .single();
        if (of(cle).version() != version) {
            return Optional.empty();
        }
        jdbc.sql("update redaction.texte set remplace_le = :maintenant where cle = :cle and remplace_le is null")
                .param("maintenant", now)
                .param("cle", cle)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lus.invalidate(cle);
            }
        });
        return Optional.of(Objects.requireNonNull(jdbc.sql("""
                        insert into redaction.texte (cle, version, html, ecrit_le)
                        values (:cle, :version, :html, :maintenant) returning id
                        """)
                .param("cle", cle)
                .param("version", version + 1)
                .param("html", texte.html())
                .param("maintenant", now)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .single()));
    }
    /// @param version 0 when nobody has written it yet
    public record Version(int version, TexteRiche texte) {}
}
