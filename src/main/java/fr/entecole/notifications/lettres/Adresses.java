package fr.entecole.notifications.lettres;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The mail address of each account. A new one is written to once, with a link that serves once within two days; until
/// it has come back, the former one stays in use.
@Component
class Adresses {

    static final int LONGEST = 254;

    /// A stranger's box is no target: so many letters a day may be asked for by an account, whatever the addresses.
    static final int A_DAY = 5;

    private static final Duration LINK = Duration.ofDays(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int BYTES = 32;
    private static final String COLUMNS =
            "select id, courriel, verifiee_le is not null as verifiee, motif from notifications.adresse ";

    private final JdbcClient jdbc;
    private final Courriels courriels;
    private final Resumes resumes;
    private final AdressePublique publique;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Adresses(JdbcClient jdbc, Courriels courriels, Resumes resumes, AdressePublique publique, Clock clock) {
        this.jdbc = jdbc;
        this.courriels = courriels;
        this.resumes = resumes;
        this.publique = publique;
        this.clock = clock;
    }

    /// Those that are open, and the last one that is not when there is no other.
    List<AdresseDuCompte> of(UUID compte) {
        return jdbc.sql(COLUMNS + """
                         where compte_id = :compte
                           and (finie_le is null
                                or motif = 'REFUSEE' and not exists (select 1 from notifications.adresse b
                                                where b.compte_id = :compte and b.created_at > adresse.created_at))
                         order by verifiee_le is null, created_at desc
                        """)
                .param("compte", compte)
                .query(Adresses::adresse)
                .list();
    }

    /// Writes to this address, once, to know that it is theirs.
    ///
    /// @return false when too many were written to since yesterday
    @Transactional
    boolean ask(Utilisateur utilisateur, String courriel) {
        var now = OffsetDateTime.now(clock);
        int asked = jdbc.sql("""
                        select count(*) from notifications.adresse where compte_id = :compte and created_at > :hier
                        """)
                .param("compte", utilisateur.compteId())
                .param("hier", now.minus(DAY))
                .query(Integer.class)
                .single();
        if (asked >= A_DAY) {
            return false;
        }
        close(utilisateur.compteId(), "REMPLACEE", "verifiee_le is null");
        var jeton = new byte[BYTES];
        random.nextBytes(jeton);
        var words = Base64.getUrlEncoder().withoutPadding().encodeToString(jeton);
        jdbc.sql("""
                        insert into notifications.adresse
                               (compte_id, personne_id, courriel, empreinte, created_at, expire_le)
                        values (:compte, :personne, :courriel, :empreinte, :now, :expire)
                        """)
                .param("compte", utilisateur.compteId())
                .param("personne", utilisateur.personneId())
                .param("courriel", courriel)
                .param("empreinte", print(words))
                .param("now", now)
                .param("expire", now.plus(LINK))
                .update();
        courriels.enqueue(new Courriel(
                courriel,
                t("Votre adresse pour les nouvelles de l’école"),
                String.join(
                        "\n\n",
                        t("Bonjour,"),
                        t("Quelqu’un a demandé à recevoir ici les nouvelles de l’ENT de son école."),
                        t("Si c’est vous, ouvrez ce lien. Il sert une seule fois, pendant deux jours :"),
                        publique.lien("/notifications/adresse") + "#" + words,
                        t("Si ce n’est pas vous, ne faites rien : vous ne recevrez rien d’autre."))));
        return true;
    }

    /// The link has come back: the address is theirs, and takes the place of the former one.
    @Transactional
    boolean verify(String jeton) {
        var now = OffsetDateTime.now(clock);
        var mine = jdbc.sql("""
                        select id, compte_id, personne_id from notifications.adresse
                         where empreinte = :empreinte and finie_le is null and expire_le > :now for update
                        """)
                .param("empreinte", print(jeton.strip()))
                .param("now", now)
                .query((rs, _) -> new UUID[] {
                    Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "compte_id"), Colonnes.uuid(rs, "personne_id")
                })
                .optional();
        if (mine.isEmpty()) {
            return false;
        }
        close(mine.get()[1], "REMPLACEE", "verifiee_le is not null");
        jdbc.sql("update notifications.adresse set verifiee_le = :now, empreinte = null where id = :id")
                .param("now", now)
                .param("id", mine.get()[0])
                .update();
        resumes.begin(mine.get()[1], mine.get()[2], now.toInstant());
        return true;
    }

    @Transactional
    void remove(UUID compte) {
        close(compte, "RETIREE", "true");
    }

    /// @return false when there is no such address
    @Transactional
    boolean unsubscribe(UUID id) {
        return exists(id) && close(id, "DESABONNEE") >= 0;
    }

    boolean exists(UUID id) {
        return jdbc.sql("select exists (select 1 from notifications.adresse where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// Its server refuses it.
    ///
    /// @return the person whose it was, when it was open
    Optional<UUID> refuse(UUID id) {
        return jdbc.sql("""
                        update notifications.adresse set finie_le = :now, motif = 'REFUSEE', empreinte = null
                         where id = :id and finie_le is null returning personne_id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .optional();
    }

    private int close(UUID id, String motif) {
        return jdbc.sql("""
                        update notifications.adresse set finie_le = :now, motif = :motif, empreinte = null
                         where id = :id and finie_le is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("motif", motif)
                .param("id", id)
                .update();
    }

    private void close(UUID compte, String motif, String which) {
        jdbc.sql("""
                        update notifications.adresse set finie_le = :now, motif = :motif, empreinte = null
                         where compte_id = :compte and finie_le is null and\s""" + which)
                .param("now", OffsetDateTime.now(clock))
                .param("motif", motif)
                .param("compte", compte)
                .update();
    }

    private static byte[] print(String jeton) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(jeton.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AdresseDuCompte adresse(ResultSet rs, int row) throws SQLException {
        return new AdresseDuCompte(
                Colonnes.uuid(rs, "id"), rs.getString("courriel"), rs.getBoolean("verifiee"), rs.getString("motif"));
    }

    /// @param motif why it is closed, null while it is open
    record AdresseDuCompte(
            UUID id,
            String courriel,
            boolean verifiee,
            @Nullable String motif) {}
}
