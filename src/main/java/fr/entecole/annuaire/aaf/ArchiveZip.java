package fr.entecole.annuaire.aaf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
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
        try (var zip = garde.opened(() -> new ZipFile(chemin.toFile()))) {
            for (var entree : Collections.list(zip.entries())) {
                var nom = garde.checked(entree.getName());
                if (!entree.isDirectory()) {
                    try (var contenu = garde.counted(garde.opened(() -> zip.getInputStream(entree)))) {
                        visite.member(nom, contenu);
                    }
                }
            }
        }
    }
}
