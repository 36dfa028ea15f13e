package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.LotRefuse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// A delivery already unpacked: the files of a folder and of its sub-folders, in the order of their names. Those
/// further down belong to something else; they are seen, for whoever judges their names.
record Dossier(Path racine) implements Livraison {

    private static final int PROFONDEUR = 3;
    private static final int VUE = 12;

    @Override
    public String nom() {
        return racine.toAbsolutePath().normalize().getFileName() == null
                ? ""
                : racine.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public void each(Visite visite) throws IOException {
        var reelle = racine.toRealPath(); // a link to the latest batch is walked too
        Set<Path> fichiers = new TreeSet<>();
        Set<Path> autres = new TreeSet<>();
        Files.walkFileTree(reelle, EnumSet.of(FileVisitOption.FOLLOW_LINKS), VUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path fichier, BasicFileAttributes nature) {
                boolean lu =
                        nature.isRegularFile() && reelle.relativize(fichier).getNameCount() <= PROFONDEUR;
                (lu ? fichiers : autres).add(fichier);
                return FileVisitResult.CONTINUE;
            }

            // A link to nothing or to a folder above, a folder that is closed.
            @Override
            public FileVisitResult visitFileFailed(Path fichier, IOException e) {
                autres.add(fichier);
                return FileVisitResult.CONTINUE;
            }
        });
        for (var fichier : fichiers) {
            var nom = named(reelle, fichier);
            try (var contenu = opened(nom, fichier)) {
                visite.member(nom, contenu);
            }
        }
        autres.forEach(fichier -> visite.passed(named(reelle, fichier)));
    }

    private static InputStream opened(String nom, Path fichier) throws IOException {
        try {
            return new BufferedInputStream(Files.newInputStream(fichier), 1 << 16);
        } catch (AccessDeniedException e) {
            throw new LotRefuse(t("{0} ne peut pas être lu : donnez à l’application le droit de le lire.", nom), e);
        }
    }

    private static String named(Path reelle, Path fichier) {
        return reelle.relativize(fichier).toString().replace('\\', '/');
    }
}
