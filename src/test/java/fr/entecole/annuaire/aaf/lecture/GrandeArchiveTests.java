package fr.entecole.annuaire.aaf.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.Exemple;
import fr.entecole.annuaire.aaf.Sorte;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/// An archive is gone through record by record: what is held of it at once does not grow with it, and nothing of it is
/// unpacked. At 96 MB here; `./ent bench annuaire` with `-Dbench.schools=5500` does 2 GB.
class GrandeArchiveTests {

    private static final int FICHIERS = 12;
    private static final int OCTETS = 8 << 20;
    /// A sixth of the archive: all that was read, kept, would take several times its size.
    private static final long TENUS = 16L << 20;

    @TempDir
    Path dossier;

    @Test
    void holdsNoMoreOfItWhateverItsSize() throws IOException {
        var archive = archive();
        assertThat(Files.size(archive)).isGreaterThan((long) FICHIERS * OCTETS);
        var livraison = Livraison.open(archive, reglages());
        var inventaire = Inventaire.of(livraison);
        List<Long> tenus = new ArrayList<>();
        long[] lus = {0};
        long before = held();
        new Lecture(livraison, inventaire, (_, _, _, e) -> lus[0] += e.id().length(), _ -> tenus.add(held() - before))
                .run();
        assertThat(tenus).hasSize(FICHIERS).allMatch(octets -> octets < TENUS);
        assertThat(lus[0]).isGreaterThan(FICHIERS * 1000L);
        try (var all = Files.list(dossier)) {
            assertThat(all).containsExactly(archive);
        }
    }

    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static AafReglages reglages() {
        return Binder.get(new MockEnvironment()).bindOrCreate("ent.aaf", AafReglages.class);
    }

    private Path archive() throws IOException {
        var archive = dossier.resolve("ENT1DVA_Complet_20240915.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
                var texte = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int fichier = 0; fichier < FICHIERS; fichier++) {
                zip.putNextEntry(new ZipEntry("ENT1DVA_Complet_20240915_Eleve_%04d.xml".formatted(fichier)));
                texte.write("<ficAlimMENESR>\n");
                int id = fichier * 1_000_000;
                for (int octets = 0; octets < OCTETS; ) {
                    var fiche = record(id++);
                    texte.write(fiche);
                    octets += fiche.length();
                }
                texte.write("</ficAlimMENESR>\n");
                texte.flush();
                zip.closeEntry();
            }
        }
        return archive;
    }

    private static String record(int id) {
        return Exemple.add(
                        Sorte.ELEVE,
                        "" + id,
                        "ENTPersonNom",
                        "NOM" + id,
                        "ENTPersonPrenom",
                        "Prénom" + id,
                        "ENTPersonDateNaissance",
                        "29/02/2016",
                        "ENTPersonStructRattach",
                        "1001")
                + "\n";
    }
}
