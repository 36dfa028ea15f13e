package fr.entecole.annuaire.aaf.depots;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.LotDepose;
import fr.entecole.annuaire.aaf.LotsDeposes;
import fr.entecole.documents.rangement.Rangement;
import fr.entecole.socle.web.GrandEnvoi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The bytes of the archives, in the store that all nodes share.
@Component
class ArchivesDesLots {

    private final Rangement rangement;
    private final LotsDeposes depots;
    private final JdbcClient jdbc;

    ArchivesDesLots(@Lazy Rangement rangement, LotsDeposes depots, JdbcClient jdbc) {
        this.rangement = rangement;
        this.depots = depots;
        this.jdbc = jdbc;
    }

    @Bean
    static GrandEnvoi grandEnvoiDesLots(AafReglages reglages) {
        return new GrandEnvoi(
                DepotsDeLotsController.ADRESSE, reglages.depotMax().toBytes());
    }

    /// What an import works on, while it does.
    interface Travail {
        void on(Path archive);
    }

    /// The name without what a file system would trip over; the batch reads its kind and date in it.
    static String name(String given) {
        var base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = base.replaceAll("[^\\p{L}\\p{N}._ -]", "").strip();
        return plain.length() > 150 ? plain.substring(plain.length() - 150) : plain;
    }

    static boolean isArchive(String nom) {
        var small = nom.toLowerCase(Locale.ROOT);
        return small.endsWith(".zip") || small.endsWith(".tgz") || small.endsWith(".tar.gz");
    }

    /// @return the key
    String keep(Path archive) {
        var cle = "lots/" + UUID.randomUUID();
        rangement.put(cle, archive);
        return cle;
    }

    /// A copy under its own name, gone afterwards.
    void with(LotDepose depot, Travail travail) throws IOException {
        var folder = Files.createTempDirectory("ent-lot-");
        try {
            var archive = folder.resolve(depot.fichier());
            var octets = jdbc.sql("select octets from annuaire.depot where id = :id")
                    .param("id", depot.id())
                    .query(Long.class)
                    .single();
            try (var input = rangement.open(depot.cle(), 0, octets)) {
                Files.copy(input, archive);
            }
            travail.on(archive);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    void erase(Collection<String> cles) {
        rangement.delete(cles);
        depots.erased(List.copyOf(cles));
    }
}
