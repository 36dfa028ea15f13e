package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.AppareilEntre;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// By which devices accounts come in. The first one of an account is compared with nothing; whoever comes in by another
/// is told so in their bell, and what goes to many people from there waits the first time. A stay opened otherwise than
/// by a door has no device.
@Component
public class Appareils {

    private static final Logger LOG = LoggerFactory.getLogger(Appareils.class);

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Nouvelles nouvelles;
    private final Seuils seuils;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Appareils(
            JdbcClient jdbc,
            Comptes comptes,
            Nouvelles nouvelles,
            Seuils seuils,
            TransactionTemplate transaction,
            Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.nouvelles = nouvelles;
        this.seuils = seuils;
        this.clock = clock;
    }

    /// Nobody waits for it at the door: an entry costs what it did.
    @EventListener
    void on(AppareilEntre entre) {
        Thread.ofVirtual().name("appareil-entre").start(() -> {
            try {
                transaction.executeWithoutResult(_ -> remember(entre));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("entrée sur un appareil non retenue : {}", e.getClass().getSimpleName());
            }
        });
    }

    void remember(AppareilEntre entre) {
        var compte = comptes.known(entre.compte()).stream().findFirst();
        if (compte.isEmpty() || entre.empreinte().isEmpty()) {
            return;
        }
        insert(entre, compte.get()).ifPresent(id -> tell(compte.get(), id));
    }

    /// @return the device, where it is a new one beside others
    private Optional<UUID> insert(AppareilEntre entre, Compte compte) {
        return jdbc.sql("""
                        insert into surete.appareil (compte_id, personne_id, empreinte, premier, vu_le, entre_le)
                        select :compte, :personne, :empreinte,
                               not exists (select 1 from surete.appareil where compte_id = :compte),
                               :maintenant, :maintenant
                        on conflict (compte_id, empreinte) do update set entre_le = excluded.entre_le
                        returning case when xmax = 0 and not premier then id end as id
                        """)
                .param("compte", entre.compte())
                .param("personne", compte.personneId())
                .param("empreinte", entre.empreinte().getBytes(StandardCharsets.US_ASCII))
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> Optional.ofNullable(rs.getObject("id", UUID.class)))
                .optional()
                .flatMap(id -> id);
    }

    private void tell(Compte compte, UUID id) {
        if (compte.nature() != Nature.ELEVE) {
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteSurete.NOUVEL_APPAREIL,
                            id,
                            Public.ofPersonnes(
                                    Cle.PARTOUT,
                                    List.of(compte.personneId()),
                                    compte.nature() == Nature.RESPONSABLE ? Qui.RESPONSABLES : Qui.EQUIPE),
                            "/surete/entrees/" + id,
                            t(
                                    "Votre compte est entré sur un nouvel appareil. Ce n’était pas vous\u00a0? Dites-le ici.")));
        }
    }

    /// The device of the stay in which this is asked, where the account's is known.
    Optional<Vu> now(UUID compte) {
        var empreinte = AppareilDeLaSeance.empreinte();
        return empreinte == null
                ? Optional.empty()
                : jdbc.sql("""
                                select id, premier, vu_le, envoi_le from surete.appareil
                                 where compte_id = :compte and empreinte = :empreinte
                                """)
                        .param("compte", compte)
                        .param("empreinte", empreinte.getBytes(StandardCharsets.US_ASCII))
                        .query((rs, _) -> new Vu(
                                Colonnes.uuid(rs, "id"),
                                rs.getBoolean("premier"),
                                rs.getObject("vu_le", OffsetDateTime.class).toInstant(),
                                instant(rs.getObject("envoi_le", OffsetDateTime.class))))
                        .optional();
    }

    boolean isNew(Vu vu) {
        var now = clock.instant();
        boolean sent = vu.envoiLe != null && !vu.envoiLe.isAfter(now);
        return !vu.premier && !sent && vu.vuLe.isAfter(now.minus(Duration.ofDays(seuils.of(Seuil.NOUVEAU))));
    }

    /// Something goes to many people from there, at that instant: later ones do not wait.
    void sends(UUID compte, Instant des) {
        now(compte)
                .ifPresent(
                        vu -> jdbc.sql("update surete.appareil set envoi_le = :des where id = :id and envoi_le is null")
                                .param("des", des.atOffset(ZoneOffset.UTC))
                                .param("id", vu.id)
                                .update());
    }

    /// What was to go did not, after all, or was not its holder's: the next one waits again.
    public void forgetSendings(UUID compte) {
        jdbc.sql("update surete.appareil set envoi_le = null where compte_id = :compte and not premier")
                .param("compte", compte)
                .update();
    }

    /// One of an account's own entries.
    public Optional<Entree> entree(UUID id, UUID compte) {
        return jdbc.sql("select vu_le, premier from surete.appareil where id = :id and compte_id = :compte")
                .param("id", id)
                .param("compte", compte)
                .query((rs, _) -> new Entree(
                        id, rs.getObject("vu_le", OffsetDateTime.class).toInstant(), rs.getBoolean("premier")))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime le) {
        return le == null ? null : le.toInstant();
    }

    /// @param envoiLe when something first goes to many people from there
    record Vu(
            UUID id,
            boolean premier,
            Instant vuLe,
            @Nullable Instant envoiLe) {}

    /// The first time that an account came in by a device.
    public record Entree(UUID id, Instant vuLe, boolean premier) {}
}
