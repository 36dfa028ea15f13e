package fr.entecole.papier;

import fr.entecole.socle.Gabarits;
import java.io.OutputStream;

/// A printing without a server, for the tests of those who print.
public final class TirageDEssai {

    private TirageDEssai() {}

    public static Tirage open(OutputStream output) {
        return new Tirage(new Impression(new Gabarits()), output);
    }
}
