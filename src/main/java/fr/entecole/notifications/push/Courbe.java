package fr.entecole.notifications.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/// Points of P-256 as browsers write them: 65 bytes, 4 then both coordinates (SEC 1, 2.3.3).
final class Courbe {

    static final int POINT = 65;

    private static final String NOM = "secp256r1";
    private static final int HALF = 32;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private Courbe() {}

    static KeyPair draw() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(NOM));
        return generator.generateKeyPair();
    }

    static byte[] write(ECPublicKey key) {
        var bytes = new byte[POINT];
        bytes[0] = 4;
        put(key.getW().getAffineX(), bytes, 1);
        put(key.getW().getAffineY(), bytes, 1 + HALF);
        return bytes;
    }

    private static void put(BigInteger number, byte[] bytes, int at) {
        var words = number.toByteArray();
        int length = Math.min(words.length, HALF);
        System.arraycopy(words, words.length - length, bytes, at + HALF - length, length);
    }

    /// @throws GeneralSecurityException when it is no point of the curve
    static ECPublicKey read(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != POINT || bytes[0] != 4) {
            throw new GeneralSecurityException("not an uncompressed point");
        }
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(NOM));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + HALF));
        var y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + HALF, POINT));
        var p = ((ECFieldFp) curve.getCurve().getField()).getP();
        var right = x.modPow(THREE, p)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.multiply(y).mod(p).equals(right)) {
            throw new GeneralSecurityException("not a point of the curve");
        }
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }
}
