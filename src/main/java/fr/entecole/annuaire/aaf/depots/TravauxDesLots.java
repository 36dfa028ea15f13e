package fr.entecole.annuaire.aaf.depots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.LotsDeposes;
import fr.entecole.annuaire.aaf.LotsDeposes.Nouveau;
import fr.entecole.socle.Uuids;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Each night the archives of the watched folder, `DOSSIER/11/….tgz`, are dropped as a person would; they go to `pris`
/// beside them. Every few minutes what a node that died left behind is taken again.
@Component
class TravauxDesLots implements TravauxOfferts {

    private static final Duration MONTH = Duration.ofDays(30);
    /// What was written to a moment ago may not be whole.
    private static final Duration STILL = Duration.ofMinutes(1);
    private static final String TAKEN = "pris";

    private final AafReglages reglages;
    private final LotsDeposes depots;
    private final ArchivesDesLots archives;
    private final Importeur importeur;
    private final Clock clock;

    TravauxDesLots(
            AafReglages reglages, LotsDeposes depots, ArchivesDesLots archives, Importeur importeur, Clock clock) {
        this.reglages = reglages;
        this.depots = depots;
        this.archives = archives;
        this.importeur = importeur;
        this.clock = clock;
    }

    @Override
    public List<Travail> travaux() {
        return List.of(new Dossier(), new Reprise());
    }

    private final class Dossier implements Travail {

        @Override
        public String nom() {
            return "annuaire.dossier";
        }

        @Override
        public String phrase() {
            return t("Prendre les annuaires déposés pour la nuit");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(1, 12));
        }

        @Override
        public Map<String, Long> run() {
            if (reglages.dossier().isEmpty()) {
                return Map.of();
            }
            long taken = 0;
            for (var academie : reglages.academies().values()) {
                taken += take(academie, Path.of(reglages.dossier()).resolve(academie));
            }
            importeur.wake();
            return Map.of("pris", taken);
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return compte.isEmpty()
                    ? t("Aucun dossier n’est surveillé.")
                    : t(
                            "{0, plural, =0 {Aucune archive} one {Une archive prise} other {# archives prises}}",
                            compte.getOrDefault("pris", 0L));
        }

        private int take(String academie, Path folder) {
            if (!Files.isDirectory(folder)) {
                return 0;
            }
            try (var files = Files.list(folder)) {
                var whole = files.filter(this::isWhole).sorted().toList();
                for (var file : whole) {
                    drop(academie, file);
                }
                return whole.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isWhole(Path file) {
            try {
                return Files.isRegularFile(file)
                        && ArchivesDesLots.isArchive(file.getFileName().toString())
                        && Files.getLastModifiedTime(file)
                                .toInstant()
                                .isBefore(clock.instant().minus(STILL));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void drop(String academie, Path file) throws IOException {
            var nom = ArchivesDesLots.name(file.getFileName().toString());
            var cle = archives.keep(file);
            depots.add(new Nouveau(
                    Uuids.v7(), academie, nom, Files.size(file), "DOSSIER", cle, null, false, false, Set.of()));
            var taken = file.resolveSibling(TAKEN);
            Files.createDirectories(taken);
            Files.move(file, taken.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private final class Reprise implements Travail {

        @Override
        public String nom() {
            return "annuaire.imports";
        }

        @Override
        public String phrase() {
            return t("Reprendre les imports interrompus");
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Toutes(Duration.ofMinutes(10));
        }

        @Override
        public Map<String, Long> run() {
            var repris = importeur.giveBack();
            archives.erase(depots.older(MONTH));
            importeur.empty();
            return Map.of("repris", (long) repris);
        }

        @Override
        public String bilan(Map<String, Long> compte) {
            return t(
                    "{0, plural, =0 {Aucun} one {Un import repris} other {# imports repris}}",
                    compte.getOrDefault("repris", 0L));
        }
    }
}
