package fr.entecole.annuaire.aaf.lecture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Counts what is read of a file since the last record ended: whatever it is made of (a comment, a value, blanks), no
/// record of the AAF takes that much, and memory holds one at a time.
final class Mesure extends FilterInputStream {

    /// A record of the feed has one or two kilobytes; that of a body which answers for thousands of children, 200.
    private static final long OCTETS_MAX = 8L << 20;

    private long lus;

    Mesure(InputStream source) {
        super(source);
    }

    void restart() {
        lus = 0;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] tampon, int debut, int longueur) throws IOException {
        int n = super.read(tampon, debut, longueur);
        return counted(n, n);
    }

    private int counted(int lu, int octets) throws IOException {
        if (lu >= 0) {
            lus += octets;
        }
        if (lus > OCTETS_MAX) {
            throw new Depassee();
        }
        return lu;
    }

    static boolean isBehind(@Nullable Throwable e) {
        for (var t = e; t != null; t = t.getCause()) {
            if (t instanceof Depassee) {
                return true;
            }
        }
        return false;
    }

    private static final class Depassee extends IOException {
        Depassee() {
            super("a record without end");
        }
    }
}
