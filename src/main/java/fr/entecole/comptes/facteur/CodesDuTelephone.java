package fr.entecole.comptes.facteur;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// The six figures that a telephone shows for thirty seconds (RFC 6238, with SHA-1 as every application knows it). A
/// telephone may be half a minute early or late: the steps before and after are looked at too.
final class CodesDuTelephone {

    static final int SECRET = 20;
    private static final int FIGURES = 6;
    private static final int SECONDS = 30;
    private static final int SKEW = 1;
    private static final String ISSUER = "ENT-École";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final HmacOneTimePasswordGenerator GENERATOR = new HmacOneTimePasswordGenerator(FIGURES);

    private CodesDuTelephone() {}

    /// @param after the last step that has served: it and those before it serve no more
    /// @return the step of this code
    static OptionalLong step(byte[] secret, String typed, Instant now, long after) {
        var figures = typed.replaceAll("\\s", "");
        if (figures.length() != FIGURES) {
            return OptionalLong.empty();
        }
        long present = step(now);
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            if (step > after && same(code(secret, step), figures)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the square says to the application.
    static String adresse(String login, byte[] secret) {
        return "otpauth://totp/" + encoded(ISSUER) + ":" + encoded(login) + "?secret=" + base32(secret) + "&issuer="
                + encoded(ISSUER);
    }

    /// The secret as one types it where the square cannot be photographed.
    static String base32(byte[] secret) {
        var words = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : secret) {
            held = held << 8 | one & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                words.append(BASE32.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            words.append(BASE32.charAt(held << 5 - bits & 31));
        }
        return words.toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
