package fr.entecole.notifications.push;

import fr.entecole.notifications.lettres.ReglagesDeVoie;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The devices of each account that it lets ring.
@Component
class Abonnements implements ReglagesDeVoie {

    /// Of an account: nobody has more.
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final ReglagesPush reglages;
    private final Vapid vapid;
    private final Clock clock;

    Abonnements(JdbcClient jdbc, ReglagesPush reglages, Vapid vapid, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.vapid = vapid;
        this.clock = clock;
    }

    @Override
    public Part of(UUID compte) {
        var appareils = all(compte);
        return new Part(
                "notifications/push/_appareils",
                Map.of("appareils", appareils, "cle", vapid.publique()),
                !appareils.isEmpty());
    }

    List<Appareil> all(UUID compte) {
        return jdbc.sql("""
                        select id, nom from notifications.abonnement
                         where compte_id = :compte and ferme_le is null order by abonne_le desc
                        """)
                .param("compte", compte)
                .query((rs, _) -> new Appareil(Colonnes.uuid(rs, "id"), rs.getString("nom")))
                .list();
    }

    /// A device that already rings for someone rings for this person from now on.
    ///
    /// @param cle,secret what the browser gives (`p256dh`, `auth`), base 64 for URLs
    /// @return false when it is no device that can be written to
    @Transactional
    boolean add(Utilisateur utilisateur, String adresse, String cle, String secret, String nom) {
        byte[] point;
        byte[] auth;
        try {
            point = Base64.getUrlDecoder().decode(cle);
            auth = Base64.getUrlDecoder().decode(secret);
            Courbe.read(point);
        } catch (IllegalArgumentException | GeneralSecurityException notOne) {
            return false;
        }
        if (auth.length != Chiffrement.SECRET
                || adresse.length() > 1000
                || reglages.accept(adresse).isEmpty()) {
            return false;
        }
        var now = OffsetDateTime.now(clock);
        jdbc.sql("update notifications.abonnement set ferme_le = :now where adresse = :adresse and ferme_le is null")
                .param("now", now)
                .param("adresse", adresse)
                .update();
        return jdbc.sql("""
                        insert into notifications.abonnement (compte_id, personne_id, adresse, cle, secret, nom, abonne_le)
                        select :compte, :personne, :adresse, :cle, :secret, :nom, :now
                         where (select count(*) from notifications.abonnement
                                 where compte_id = :compte and ferme_le is null) < :most
                        """)
                        .param("compte", utilisateur.compteId())
                        .param("personne", utilisateur.personneId())
                        .param("adresse", adresse)
                        .param("cle", point)
                        .param("secret", auth)
                        .param("nom", nom)
                        .param("now", now)
                        .param("most", MOST)
                        .update()
                > 0;
    }

    /// @return false when it is not theirs
    boolean remove(UUID compte, UUID id) {
        return jdbc.sql("""
                        update notifications.abonnement set ferme_le = :now
                         where id = :id and compte_id = :compte and ferme_le is null
                        """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", id)
                        .param("compte", compte)
                        .update()
                > 0;
    }

    /// @param nom « Firefox, téléphone »
    record Appareil(UUID id, String nom) {}
}
