package fr.entecole.socle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Prints of what could be found by trying (a code, a login, an address), made with the installation's secret
/// (`ent.secret`), which is never in the database: who holds a copy of the base alone can try nothing. HMAC-SHA-256.
/// All nodes of an installation share the secret. ADR 0014.
public final class Sceau {

    /// Signs of the shortest secret: 32 random ones of base 64 are 192 bits.
    public static final int SHORTEST = 32;

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    public Sceau(String secret) {
        if (secret.strip().length() < SHORTEST) {
            throw new IllegalArgumentException("ent.secret is too short");
        }
        this.key = new SecretKeySpec(secret.strip().getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /// @param usage what is printed, so that two uses never have a print in common: `code`
    public byte[] of(String usage, String texte) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal((usage + "\n" + texte).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
