package fr.entecole.mesure;

import fr.entecole.socle.Sceau;
import java.nio.ByteBuffer;

/// Lots drawn for a school and a week: the same ones on the page and in the file, and nobody's to guess.
record Tirage(Sceau sceau, String ecole, String lundi) {

    /// @param colonne of the national measure
    long lot(String colonne) {
        return ByteBuffer.wrap(sceau.of("mesure.tirage", ecole + " " + lundi + " " + colonne))
                .getLong();
    }
}
