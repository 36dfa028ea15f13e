package fr.entecole.comptes.facteur;

import fr.entecole.comptes.Comptes.AccesRenouvele;
import fr.entecole.comptes.Perissable;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Devices on which their holder has asked to be spared the second proof for some days. Another password, or the loss
/// of a factor, ends them; those whose powers are the widest have none.
@Component
public class AppareilsSurs implements Perissable {

    private final JdbcClient jdbc;
    private final SecondFacteurReglages reglages;
    private final Clock clock;

    AppareilsSurs(JdbcClient jdbc, SecondFacteurReglages reglages, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.clock = clock;
    }

    public boolean mayHave(Utilisateur utilisateur) {
        return reglages.memoire().isPositive()
                && Stream.concat(
                                Stream.of(utilisateur.profil()),
                                utilisateur.autresRoles().stream().map(Utilisateur.Role::profil))
                        .noneMatch(reglages.sansMemoire()::contains);
    }

    /// How many days one is spared.
    public long days() {
        return reglages.memoire().toDays();
    }

    /// @param empreinte of the device's mark; empty where it has none
    public void keep(UUID compte, String empreinte) {
        if (!empreinte.isEmpty()) {
            jdbc.sql("""
                            insert into comptes.appareil_sur (compte_id, empreinte, depuis, jusque)
                            values (:compte, :empreinte, :now, :jusque)
                            """)
                    .param("compte", compte)
                    .param("empreinte", empreinte)
                    .param("now", OffsetDateTime.now(clock))
                    .param("jusque", OffsetDateTime.now(clock).plus(reglages.memoire()))
                    .update();
        }
    }

    boolean knows(UUID compte, String empreinte) {
        return !empreinte.isEmpty()
                && jdbc.sql("""
                                select exists (select 1 from comptes.appareil_sur
                                                where compte_id = :compte and empreinte = :empreinte
                                                  and fini_le is null and jusque > :now)
                                """)
                        .param("compte", compte)
                        .param("empreinte", empreinte)
                        .param("now", OffsetDateTime.now(clock))
                        .query((rs, _) -> rs.getBoolean(1))
                        .single();
    }

    public int count(UUID compte) {
        return jdbc.sql("""
                        select count(distinct empreinte) from comptes.appareil_sur
                         where compte_id = :compte and fini_le is null and jusque > :now
                        """)
                .param("compte", compte)
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    public void forget(UUID compte) {
        jdbc.sql("update comptes.appareil_sur set fini_le = :now where compte_id = :compte and fini_le is null")
                .param("compte", compte)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @EventListener
    void on(AccesRenouvele renouvele) {
        forget(renouvele.compte());
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.appareil_sur where jusque < :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
