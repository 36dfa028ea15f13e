package fr.entecole.comptes;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an account has chosen for its pages, found again on each of its devices. Language and comfort of
/// reading stand on the account itself, with which they are read.
@Component
public class ChoixDuCompte implements Perissable {

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    ChoixDuCompte(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param cle `journal-entrees`: the reader's module knows it
    public boolean holds(UUID compte, String cle) {
        return jdbc.sql("""
                        select exists (select 1 from comptes.choix
                                        where compte_id = :compte and cle = :cle and fini_le is null)
                        """)
                .param("compte", compte)
                .param("cle", cle)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    @Transactional
    public void choose(UUID compte, String cle) {
        jdbc.sql("""
                        insert into comptes.choix (compte_id, cle, depuis) values (:compte, :cle, :now)
                        on conflict (compte_id, cle) where fini_le is null do nothing
                        """)
                .param("compte", compte)
                .param("cle", cle)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional
    public void end(UUID compte, String cle) {
        jdbc.sql("""
                        update comptes.choix set fini_le = :now
                         where compte_id = :compte and cle = :cle and fini_le is null
                        """)
                .param("compte", compte)
                .param("cle", cle)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.choix where fini_le < :avant")
                .param("avant", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }
}
