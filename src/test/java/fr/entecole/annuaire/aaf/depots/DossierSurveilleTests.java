package fr.entecole.annuaire.aaf.depots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.DisqueEtroit;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Visites;
import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.BancAaf;
import fr.entecole.annuaire.aaf.Fabrique;
import fr.entecole.annuaire.aaf.LotsDeposes;
import fr.entecole.comptes.Comptes;
import fr.entecole.documents.rangement.RangementIndisponible;
import fr.entecole.socle.Profil;
import fr.entecole.socle.contrats.Travail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;

/// The folder that is looked at each night.
@EntTest
class DossierSurveilleTests extends BancAaf {

    @TempDir
    Path dossier;

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    @Autowired
    LotsDeposes depots;

    @Autowired
    Importeur importeur;

    @BeforeEach
    void startsFromNothing() {
        empty();
    }

    @Test
    void takesWholeArchivesOfEachAcademieOnceAndLeavesTheRest() throws IOException {
        var fabrique = new Fabrique(context, dossier);
        var toulouse = Files.createDirectories(dossier.resolve("surveille/16"));
        var archive = fabrique.zip(fabrique.plein("16", "2024-09-15", 2));
        var whole = Files.move(archive, toulouse.resolve("complet.20240915.zip"));
        age(whole, Duration.ofMinutes(5));
        var arriving = Files.writeString(toulouse.resolve("delta.20240916.zip"), "la suite arrive");
        age(arriving, Duration.ZERO);
        Files.writeString(toulouse.resolve("LISEZMOI.txt"), "rien");

        assertThat(folder().run()).isEqualTo(Map.of("pris", 1L));
        assertThat(folder().run()).isEqualTo(Map.of("pris", 0L));

        assertThat(depots.open())
                .singleElement()
                .satisfies(depot -> assertThat(depot.academie()).isEqualTo("16"));
        assertThat(whole).doesNotExist();
        assertThat(toulouse.resolve("pris/complet.20240915.zip")).exists();
        assertThat(arriving).exists();
        assertThat(importeur.empty()).isOne();
    }

    /// Nothing is lost: the archive stands where it was put, and goes the next night.
    @Test
    void leavesAnArchiveForWhichTheStoreHasNoRoom() throws IOException, InterruptedException {
        if (!DisqueEtroit.mountable()) {
            return;
        }
        var fabrique = new Fabrique(context, dossier);
        var toulouse = Files.createDirectories(dossier.resolve("surveille/16"));
        var archive = Files.move(
                fabrique.zip(fabrique.plein("16", "2024-09-15", 2)), toulouse.resolve("complet.20240915.zip"));
        age(archive, Duration.ofMinutes(5));
        try (var _ = DisqueEtroit.on(store(archive), 64)) {
            assertThatThrownBy(() -> folder().run()).isInstanceOf(RangementIndisponible.class);
            var region =
                    new MockMultipartFile("fichier", "complet.zip", "application/zip", Files.readAllBytes(archive));
            var agent = new Personnages(jdbc).add(Profil.ADMINISTRATEUR);
            context.getBean(Comptes.class).createMissing();
            var answer = new Visites(context).upload(agent, DepotsDeLotsController.ADRESSE, region, "academie", "16");
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(Visites.words(answer)).contains("L’ENT n’a plus la place de garder cette archive");
        }
        assertThat(depots.open()).isEmpty();
        assertThat(archive).exists();
        assertThat(folder().run()).isEqualTo(Map.of("pris", 1L));
        assertThat(archive).doesNotExist();
    }

    @Test
    void hasNothingToDoWithoutAFolder() {
        assertThat(folder("").run()).isEmpty();
    }

    /// Where the store keeps its files.
    private Path store(Path sample) throws IOException {
        var archives = context.getBean(ArchivesDesLots.class);
        var cle = archives.keep(sample);
        try (var kept = Files.find(Path.of("target/documents"), 4, (path, _) -> path.endsWith(cle))) {
            return kept.findFirst().orElseThrow().getParent().getParent().toAbsolutePath();
        } finally {
            archives.erase(List.of(cle));
        }
    }

    private void age(Path file, Duration duration) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(duration)));
    }

    private Travail folder() {
        return folder(dossier.resolve("surveille").toString());
    }

    private Travail folder(String path) {
        var reglages = new AafReglages(
                7,
                10,
                10,
                50,
                10,
                30,
                500,
                10,
                3,
                DataSize.ofGigabytes(16),
                200,
                DataSize.ofGigabytes(2),
                path,
                Map.of(),
                Map.of());
        return new TravauxDesLots(reglages, depots, context.getBean(ArchivesDesLots.class), importeur, clock)
                .travaux()
                .getFirst();
    }
}
