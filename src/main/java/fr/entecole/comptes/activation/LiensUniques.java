package fr.entecole.comptes.activation;

import fr.entecole.comptes.ComptesReglages;
import fr.entecole.comptes.Empreinte;
import fr.entecole.comptes.Perissable;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Links that let one person choose a password, once and for a time. The token is in the link alone.
@Component
public class LiensUniques implements Perissable {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ComptesReglages reglages;

    LiensUniques(JdbcClient jdbc, Clock clock, ComptesReglages reglages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reglages = reglages;
    }

    /// Voids the links that this account had.
    ///
    /// @return the token
    String create(UUID compte) {
        return create(compte, reglages.lien());
    }

    /// @param duree how long it can be used
    public String create(UUID compte, Duration duree) {
        jdbc.sql("delete from comptes.lien_unique where compte_id = :compte and utilise_le is null")
                .param("compte", compte)
                .update();
        var jeton = Empreinte.newSecret();
        jdbc.sql("insert into comptes.lien_unique (empreinte, compte_id, expire_le) values (:jeton, :compte, :expire)")
                .param("jeton", Empreinte.of(jeton))
                .param("compte", compte)
                .param("expire", clock.instant().plus(duree).atOffset(ZoneOffset.UTC))
                .update();
        return jeton;
    }

    Optional<UUID> find(String jeton) {
        return jdbc.sql("""
                        select compte_id from comptes.lien_unique
                         where empreinte = :jeton and utilise_le is null and expire_le > :now
                        """)
                .param("jeton", Empreinte.of(jeton))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((rs, _) -> rs.getObject("compte_id", UUID.class))
                .optional();
    }

    /// Takes the link for good, in the transaction of what it is used for.
    Optional<UUID> use(String jeton) {
        return jdbc.sql("""
                        update comptes.lien_unique set utilise_le = :now
                         where empreinte = :jeton and utilise_le is null and expire_le > :now
                        returning compte_id
                        """)
                .param("jeton", Empreinte.of(jeton))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((rs, _) -> rs.getObject("compte_id", UUID.class))
                .optional();
    }

    Duration duree() {
        return reglages.lien();
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.lien_unique where expire_le < :mois")
                .param("mois", clock.instant().minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
