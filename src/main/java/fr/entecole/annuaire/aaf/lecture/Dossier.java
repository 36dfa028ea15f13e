package fr.entecole.annuaire.aaf.lecture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A delivery already unpacked: the files of a folder and of its sub-folders, in the order of their names.
record Dossier(Path racine) implements Livraison {

    private static final int PROFONDEUR = 3;

    @Override
    public String nom() {
        return racine.toAbsolutePath().normalize().getFileName() == null
                ? ""
                : racine.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public void each(Visite visite) throws IOException {
        var reelle = racine.toRealPath(); // a link to the latest batch is walked too
        try (var fichiers = Files.walk(reelle, PROFONDEUR)) {
            for (var fichier :
                    (Iterable<Path>) fichiers.filter(Files::isRegularFile).sorted()::iterator) {
                try (var contenu = new BufferedInputStream(Files.newInputStream(fichier), 1 << 16)) {
                    visite.member(reelle.relativize(fichier).toString().replace('\\', '/'), contenu);
                }
            }
        }
    }
}
