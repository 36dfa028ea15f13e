package fr.entecole.notifications.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A message that the device alone can read: one record of `aes128gcm` under a key that both sides find by ECDH, with a
/// pair of ours that serves once. RFC 8291 (keys), RFC 8188 (the record).
final class Chiffrement {

    static final int SECRET = 16;

    private static final int SALT = 16;
    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    private static final byte LAST = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chiffrement() {}

    /// @param cle the device's point (`p256dh`), 65 bytes
    /// @param secret its secret (`auth`), 16 bytes
    static byte[] encrypt(byte[] message, byte[] cle, byte[] secret) throws GeneralSecurityException {
        var pair = Courbe.draw();
        var device = Courbe.read(cle);
        var ours = Courbe.write((ECPublicKey) pair.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(device, true);
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var keys = keys(agreement.generateSecret(), secret, cle, ours, salt);

        var padded = Arrays.copyOf(message, message.length + 1);
        padded[message.length] = LAST;
        var cipher = keys.cipher(Cipher.ENCRYPT_MODE);
        var sealed = cipher.doFinal(padded);
        return ByteBuffer.allocate(SALT + Integer.BYTES + 1 + ours.length + sealed.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ours.length)
                .put(ours)
                .put(sealed)
                .array();
    }

    /// @param partage what ECDH gives on either side
    /// @param device,ours both points
    static Cles keys(byte[] partage, byte[] secret, byte[] device, byte[] ours, byte[] salt)
            throws GeneralSecurityException {
        var info = ByteBuffer.allocate(14 + device.length + ours.length)
                .put(words("WebPush: info"))
                .put(device)
                .put(ours)
                .array();
        var ikm = derive(partage, secret, info, 32);
        return new Cles(
                derive(ikm, salt, words("Content-Encoding: aes128gcm"), 16),
                derive(ikm, salt, words("Content-Encoding: nonce"), 12));
    }

    private static byte[] derive(byte[] ikm, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(
                        HKDFParameterSpec.ofExtract().addIKM(ikm).addSalt(salt).thenExpand(info, length));
    }

    /// With the zero byte that ends it.
    private static byte[] words(String ascii) {
        return (ascii + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /// @param cle 16 bytes
    /// @param nonce 12 bytes
    record Cles(byte[] cle, byte[] nonce) {

        Cipher cipher(int mode) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(cle, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher;
        }
    }
}
