package fr.entecole.comptes.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// What a device sealed under a key of one stay can be opened for some hours after that stay has ended by itself: its
/// row stays, opens no page, and says what the key is made of, to the same account alone. Whoever signs out, says
/// « ce n'était pas moi » or loses their account has no such row any more. ADR 0099.
@NamedInterface("gardes")
@Component
public class Gardes {

    /// From the last visit of the stay, as long as a tablet without the line keeps its key (ADR 0062).
    public static final Duration GARDEES = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final Clock clock;

    Gardes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What [GardeDeSeance#of] says of the stays of this account, those that have ended by themselves among them.
    public List<String> of(UUID compte) {
        return jdbc.sql("select contenu->>'" + SessionEnt.GARDE
                        + "' from comptes.session where compte_id = :compte and vue_le > :since and contenu->>'"
                        + SessionEnt.GARDE + "' is not null")
                .param("compte", compte)
                .param("since", clock.instant().minus(GARDEES).atOffset(ZoneOffset.UTC))
                .query((rs, _) -> rs.getString(1))
                .list();
    }
}
