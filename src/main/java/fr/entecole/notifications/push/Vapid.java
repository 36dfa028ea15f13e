package fr.entecole.notifications.push;

import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Sceau;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// By which push services know that it is this installation that writes (RFC 8292): one pair of keys, made by whichever
/// node needs it first, the private one sealed with the installation's secret.
@Component
class Vapid {

    private static final Duration GOOD = Duration.ofHours(12);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;
    private final Sceau sceau;
    private final AdressePublique publique;
    private final Clock clock;
    private volatile @Nullable Paire paire;

    Vapid(JdbcClient jdbc, Sceau sceau, AdressePublique publique, Clock clock) {
        this.jdbc = jdbc;
        this.sceau = sceau;
        this.publique = publique;
        this.clock = clock;
    }

    /// What a browser asks for before it gives an address: 65 bytes in base 64 for URLs.
    String publique() {
        return URL.encodeToString(paire().publique);
    }

    /// The header `Authorization` of what is sent to this service.
    String authorization(URI service) throws GeneralSecurityException {
        var header = encode("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        var origin = service.getScheme() + "://" + service.getRawAuthority();
        var until = clock.instant().plus(GOOD).getEpochSecond();
        var claims =
                encode("{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}".formatted(origin, until, publique.lien("/aide")));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(paire().privee);
        signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
        var jwt = header + "." + claims + "." + URL.encodeToString(signature.sign());
        return "vapid t=" + jwt + ", k=" + publique();
    }

    private static String encode(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private Paire paire() {
        var known = paire;
        if (known == null) {
            known = read();
            paire = known;
        }
        return known;
    }

    private Paire read() {
        try {
            var drawn = Courbe.draw();
            jdbc.sql("""
                            insert into notifications.cle_vapid (publique, scellee, faite_le)
                            select :publique, :scellee, :now
                             where not exists (select 1 from notifications.cle_vapid) on conflict do nothing
                            """)
                    .param("publique", Courbe.write((ECPublicKey) drawn.getPublic()))
                    .param("scellee", seal(drawn.getPrivate().getEncoded()))
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            var kept = jdbc.sql("select publique, scellee from notifications.cle_vapid")
                    .query((rs, _) -> Map.entry(rs.getBytes("publique"), rs.getBytes("scellee")))
                    .single();
            var opened = open(kept.getValue());
            return opened.isPresent() ? new Paire(kept.getKey(), opened.get()) : replace(drawn);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The secret of the installation has changed: services know the former pair, whose devices ring no more.
    private Paire replace(KeyPair drawn) throws GeneralSecurityException {
        var publique = Courbe.write((ECPublicKey) drawn.getPublic());
        jdbc.sql("update notifications.abonnement set ferme_le = :now where ferme_le is null")
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update notifications.cle_vapid set publique = :publique, scellee = :scellee, faite_le = :now")
                .param("publique", publique)
                .param("scellee", seal(drawn.getPrivate().getEncoded()))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return new Paire(publique, drawn.getPrivate());
    }

    private byte[] seal(byte[] key) throws GeneralSecurityException {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(key);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /// @return empty when it was sealed with another secret
    private Optional<PrivateKey> open(byte[] sealed) {
        try {
            var key = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException | IllegalArgumentException otherSecret) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(sceau.of("vapid", ""), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private record Paire(byte[] publique, PrivateKey privee) {}
}
