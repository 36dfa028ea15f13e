package fr.entecole.comptes.facteur;

import fr.entecole.socle.Sceau;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Seals the secret that a telephone shares with us: a copy of the base alone gives no code, and a secret moved to
/// another account opens nothing. AES-256-GCM under a key made from the installation's secret.
@Component
class Coffre {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Coffre(Sceau sceau) {
        this.key = new SecretKeySpec(sceau.of("coffre-des-facteurs", ""), "AES");
    }

    byte[] seal(UUID facteur, byte[] secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, facteur, nonce, secret);
        var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    byte[] open(UUID facteur, byte[] sealed) {
        return run(
                Cipher.DECRYPT_MODE,
                facteur,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] run(int mode, UUID facteur, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
            cipher.updateAAD(facteur.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ent.secret has changed, or this is not ours", e);
        }
    }
}
