package fr.entecole.annuaire.aaf.lecture;

import fr.entecole.annuaire.aaf.AafReglages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A `.zip`: members are read through the archive's directory, one stream at a time.
record ArchiveZip(Path chemin, AafReglages reglages) implements Livraison {

    @Override
    public String nom() {
        return chemin.getFileName().toString();
    }

    @Override
    public void each(Visite visite) throws IOException {
        var garde = new GardeArchive(chemin, reglages);
        try (var zip = garde.opened(this::zip)) {
            for (var entree : Collections.list(zip.entries())) {
                var nom = garde.checked(entree.getName());
                if (!entree.isDirectory()) {
                    try (var contenu = garde.counted(
                            new ContenuVerifie(garde.opened(() -> zip.getInputStream(entree)), entree.getCrc()))) {
                        visite.member(nom, contenu);
                    }
                }
            }
        }
    }

    /// Windows writes the names of members in its own code page; those of a feed are ASCII and read the same.
    private ZipFile zip() throws IOException {
        try {
            return new ZipFile(chemin.toFile());
        } catch (ZipException e) {
            return new ZipFile(chemin.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    /// ZipFile leaves the check sums of members unread: a byte changed on the way would change a person.
    private static final class ContenuVerifie extends CheckedInputStream {

        private final long attendu;

        ContenuVerifie(InputStream source, long attendu) {
            super(source, new CRC32());
            this.attendu = attendu;
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] tampon, int debut, int longueur) throws IOException {
            return checked(super.read(tampon, debut, longueur));
        }

        private int checked(int n) throws IOException {
            if (n < 0 && getChecksum().getValue() != attendu) {
                throw new ZipException("check sum");
            }
            return n;
        }
    }
}
