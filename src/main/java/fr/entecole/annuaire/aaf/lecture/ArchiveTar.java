package fr.entecole.annuaire.aaf.lecture;

import fr.entecole.annuaire.aaf.AafReglages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A `.tgz`: unpacked on the fly, in the archive's own order. Links and devices are no files and are passed over,
/// but a link out of the archive condemns it.
record ArchiveTar(Path chemin, AafReglages reglages) implements Livraison {

    @Override
    public String nom() {
        return chemin.getFileName().toString();
    }

    @Override
    public void each(Visite visite) throws IOException {
        var garde = new GardeArchive(chemin, reglages);
        try (var fichier = new BufferedInputStream(Files.newInputStream(chemin), 1 << 16);
                var gzip = garde.opened(() -> new GZIPInputStream(fichier, 1 << 16));
                var tar = new TarArchiveInputStream(garde.counted(gzip))) {
            for (var entree = next(garde, tar); entree != null; entree = next(garde, tar)) {
                var nom = garde.checked(entree.getName());
                if (entree.isSymbolicLink() || entree.isLink()) {
                    garde.checkedLink(nom, entree.getLinkName());
                    visite.passed(nom);
                } else if (entree.isFile()) {
                    visite.member(nom, garde.sheltered(tar));
                } else if (!entree.isDirectory()) {
                    visite.passed(nom);
                }
            }
            garde.opened(() -> gzip.transferTo(java.io.OutputStream.nullOutputStream()));
        }
    }

    @SuppressWarnings("NullAway") // the end of the archive is a null
    private static TarArchiveEntry next(GardeArchive garde, TarArchiveInputStream tar) throws IOException {
        return garde.opened(tar::getNextEntry);
    }
}
