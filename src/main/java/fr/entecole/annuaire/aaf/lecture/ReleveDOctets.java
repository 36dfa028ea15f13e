package fr.entecole.annuaire.aaf.lecture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the bytes of a file say of how it was written, gone through once: whether they are UTF-8, and on which line
/// each byte above ASCII was first seen.
final class ReleveDOctets {

    /// Of Windows's own (0x80 to 0x9F), what French writes: €, …, Š, Œ, quotes, dashes, š, œ, Ÿ. The rest is é, è, ç,
    /// ê, ô or û on an old Macintosh and hardly ever Ž, ž, ˆ or ™ here.
    private static final boolean[] DE_WINDOWS =
            bytes(0x80, 0x85, 0x8A, 0x8C, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9A, 0x9C, 0x9F);
    /// Of those, what never stands between two letters: it is a letter of something else (`No\x91l` is a Noël).
    private static final boolean[] JAMAIS_DANS_UN_MOT = bytes(0x80, 0x85, 0x91, 0x93, 0x94, 0x96, 0x97);
    private static final boolean[] CAPITALES = bytes(0x8A, 0x8C, 0x9F);
    /// Nothing at all on Windows.
    private static final int[] VIDES = {0x81, 0x8D, 0x8F, 0x90, 0x9D};

    private static final VarHandle HUIT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HAUTS = 0x8080808080808080L;
    private static final long BAS = 0x7F7F7F7F7F7F7F7FL;
    private static final long LIGNES = 0x0A0A0A0A0A0A0A0AL;

    /// First line of each byte from 0x80 on, 0 when it was not seen.
    private final int[] lignes = new int[128];
    private int ligne = 1;
    private int avant;
    private int encoreAvant;
    private int suite;
    private int premier;
    private int bas;
    private int haut;
    private boolean ascii = true;
    private boolean melange;
    private Octets.@Nullable Illisible faute;
    private Octets.@Nullable Illisible intrus;

    void add(byte[] tampon, int n) {
        for (int i = 0; i < n; i++) {
            i = afterPlain(tampon, i, n);
            if (i == n) {
                return;
            }
            int octet = tampon[i] & 0xFF;
            if (octet >= 0x80) {
                ascii = false;
                if (lignes[octet - 0x80] == 0) {
                    lignes[octet - 0x80] = ligne;
                }
                follow(octet);
            } else {
                if (suite > 0) {
                    fault(premier);
                    suite = 0;
                }
                if (octet == '\n') {
                    ligne++;
                }
            }
            if (avant >= 0x80 && avant < 0xA0) {
                between(encoreAvant, avant, octet);
            }
            encoreAvant = avant;
            avant = octet;
        }
    }

    /// Nearly all of a feed is ASCII, of which only the lines are counted: eight bytes at a time.
    private int afterPlain(byte[] tampon, int debut, int n) {
        int i = debut;
        if (suite > 0 || avant >= 0x80) {
            return i;
        }
        while (i + Long.BYTES <= n) {
            long huit = (long) HUIT.get(tampon, i);
            if ((huit & HAUTS) != 0) {
                break;
            }
            ligne += Long.bitCount(~((huit ^ LIGNES) + BAS) & HAUTS);
            i += Long.BYTES;
        }
        if (i > debut) {
            encoreAvant = tampon[i - 2];
            avant = tampon[i - 1];
        }
        return i;
    }

    void end() {
        if (suite > 0) {
            fault(premier);
        }
    }

    /// UTF-8 by its bounds (RFC 3629): no overlong form, no surrogate, nothing beyond U+10FFFF.
    private void follow(int octet) {
        if (suite > 0 && octet >= bas && octet <= haut) {
            bas = 0x80;
            haut = 0xBF;
            suite--;
            // À to ÿ, Œ, œ, dashes and quotes: as Latin letters, these pairs make no sense (Ã, Å, â before a sign).
            melange |= suite == 0 && (premier == 0xC3 || premier == 0xC5 || premier == 0xE2);
            return;
        }
        if (suite > 0) {
            fault(premier);
        }
        premier = octet;
        bas = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
        haut = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
        suite = octet < 0xC2 || octet > 0xF4 ? 0 : octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        if (suite == 0) {
            fault(octet);
        }
    }

    private void fault(int octet) {
        if (faute == null) {
            faute = new Octets.Illisible(ligne, octet);
        }
    }

    private void between(int gauche, int octet, int droite) {
        if (intrus != null || !letter(gauche) || !letter(droite)) {
            return;
        }
        boolean capitaleEnMot = CAPITALES[octet - 0x80] && droite >= 'a' && droite <= 'z';
        if (JAMAIS_DANS_UN_MOT[octet - 0x80] || capitaleEnMot) {
            intrus = new Octets.Illisible(ligne, octet);
        }
    }

    private static boolean letter(int octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || octet >= 0xC0;
    }

    boolean ascii() {
        return ascii;
    }

    boolean utf8() {
        return faute == null;
    }

    /// There is UTF-8 in it, and something else.
    boolean mixed() {
        return melange;
    }

    Octets.@Nullable Illisible firstFault() {
        return faute;
    }

    boolean hasControls() {
        return Arrays.stream(lignes, 0, 0x20).anyMatch(l -> l > 0);
    }

    /// The first of these bytes that was not written on Windows.
    Octets.@Nullable Illisible notFromWindows() {
        var premiere = intrus;
        for (int octet = 0x80; octet < 0xA0; octet++) {
            premiere = DE_WINDOWS[octet - 0x80] ? premiere : earlier(premiere, octet);
        }
        return premiere;
    }

    Octets.@Nullable Illisible outsideWindows() {
        Octets.Illisible premiere = null;
        for (int octet : VIDES) {
            premiere = earlier(premiere, octet);
        }
        return premiere;
    }

    Octets.@Nullable Illisible first(int de, int a) {
        Octets.Illisible premiere = null;
        for (int octet = de; octet <= a; octet++) {
            premiere = earlier(premiere, octet);
        }
        return premiere;
    }

    private Octets.@Nullable Illisible earlier(Octets.@Nullable Illisible deja, int octet) {
        int vue = lignes[octet - 0x80];
        return vue == 0 || (deja != null && deja.ligne() <= vue) ? deja : new Octets.Illisible(vue, octet);
    }

    private static boolean[] bytes(int... octets) {
        var ensemble = new boolean[0x20];
        Arrays.stream(octets).forEach(o -> ensemble[o - 0x80] = true);
        return ensemble;
    }
}
