package fr.entecole.surete;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// What somebody had before their eyes when they said yes to something grave: how many, since when, of whom. Its page
/// puts it into the form as `vu`; the gesture is done only as long as the page would show the same, else it is shown
/// again. It keeps from doing blindly, not from lying.
public final class Vu {

    private static final int LONG = 32;

    private Vu() {}

    /// @param faits whatever the page shows and the gesture is about
    public static String of(Object... faits) {
        var words = Arrays.stream(faits).map(String::valueOf).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LONG);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
