package fr.entecole.demonstration.fabrique;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.aaf.Lots;
import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// An invented feed is one that the import takes without a word, the same each time.
@EntTest
class FeedTests {

    @Autowired
    FeedCommande feed;

    @Autowired
    ImportAaf imports;

    @Autowired
    Lots lots;

    @TempDir
    Path dossier;

    private Path made(String nom, String... options) throws IOException {
        var cible = dossier.resolve(nom);
        var mots = new java.util.ArrayList<>(
                List.of("--academie", "16", "--schools", "12", "--seed", "3", "--date", "2024-09-15"));
        mots.addAll(List.of(options));
        mots.add(cible.toString());
        assertThat(feed.run(mots)).isZero();
        return cible;
    }

    private Rapport give(Path lot) {
        return imports.run(new ImportAaf.Demande("16", lot, null, null, false), _ -> {});
    }

    @Test
    void isTakenWithoutAWordAndIsTheSameEachTime() throws IOException {
        var plein = made("plein");
        var encore = made("encore");
        try (var fichiers = Files.list(plein)) {
            for (var fichier : fichiers.toList()) {
                assertThat(encore.resolve(fichier.getFileName())).hasSameBinaryContentAs(fichier);
            }
        }
        var rapport = give(plein);
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.warnings()).isEmpty();
        assertThat(rapport.refused()).isEmpty();
        assertThat(rapport.of("structures").created()).isEqualTo(13);
        assertThat((double) rapport.of("liens").created() / rapport.of("eleves").created())
                .isBetween(1.7, 1.95);
        assertThat(give(encore).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        var lendemain = give(made("lendemain", "--delta"));
        assertThat(lendemain.raison()).isNull();
        assertThat(lendemain.of("eleves").changed()).isPositive();
        assertThat(lots.latest(2))
                .satisfiesExactly(lot -> assertThat(lot.genre()).isEqualTo("delta"), lot -> {
                    assertThat(lot.etat()).isEqualTo("unchanged");
                    assertThat(lot.counts().get("eleves").unchanged())
                            .isEqualTo(rapport.of("eleves").created());
                });
    }

    @Test
    void wantsAnEmptyFolder() throws IOException {
        assertThat(feed.run(List.of("--schools", "1", made("a").toString()))).isEqualTo(2);
        assertThat(feed.run(List.of("--schools", "x", "y"))).isEqualTo(2);
    }
}
