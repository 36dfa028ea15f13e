package fr.entecole.comptes;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets the password that a one-time link lets a person choose; every other stay of the account ends there.
@Component
class PremiereConnexion {

    private final JdbcClient jdbc;
    private final LiensUniques liens;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;

    PremiereConnexion(JdbcClient jdbc, LiensUniques liens, Sessions sessions, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.liens = liens;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param encode the password, hashed beforehand: a transaction does not wait for that
    /// @return the account, empty when the link was used meanwhile
    @Transactional
    public Optional<UUID> choose(String jeton, String encode, String adresse) {
        var compte = liens.use(jeton);
        compte.ifPresent(id -> {
            jdbc.sql("""
                            update comptes.compte set mot_de_passe = :secret, active_le = coalesce(active_le, :now)
                             where id = :id
                            """)
                    .param("secret", encode)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            sessions.endAll(List.of(id));
            journal.record(Fait.of("mot-de-passe-choisi", "compte", id.toString())
                    .by(id)
                    .from(adresse));
        });
        return compte;
    }
}
