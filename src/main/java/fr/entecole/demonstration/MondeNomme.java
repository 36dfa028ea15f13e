package fr.entecole.demonstration;

import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import fr.entecole.annuaire.aaf.application.ImportAaf.Demande;
import fr.entecole.socle.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Loads the named world: marks the base first and for ever, imports the two académies' fulls as any feed comes in,
/// then adds what feeds don't carry. Interrupted, it is taken up again: imports are no-ops the second time.
@Component
public class MondeNomme {

    private final ImportAaf importer;
    private final Complements complements;
    private final Installation installation;

    MondeNomme(ImportAaf importer, Complements complements, Installation installation) {
        this.importer = importer;
        this.complements = complements;
        this.installation = installation;
    }

    public void load(LocalDate jour, Consumer<String> progress) {
        installation.becomeDemonstration();
        var folder = temporary();
        try {
            for (var academie : List.of("11", "16")) {
                var feed = new FluxDuMonde(jour).write(academie, "Complet", folder);
                var rapport = importer.run(new Demande(academie, feed, null, null, false), progress);
                if (rapport.issue() == Rapport.Issue.REFUSED || rapport.issue() == Rapport.Issue.HELD) {
                    throw new IllegalStateException("the named world is refused: " + rapport.raison());
                }
            }
            complements.apply(jour);
            installation.demonstrationLoaded();
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("monde-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
