package fr.entecole.documents.rangement;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The local disk, unless a store is named. Made when it is first needed: most commands need none.
@Configuration(proxyBeanMethods = false)
class ChoixDuRangement {

    @Bean
    @Lazy
    Rangement rangement(ReglagesDuRangement reglages, @Value("${ent.donnees:./donnees}") Path donnees, Clock clock) {
        if (!reglages.s3().adresse().isBlank()) {
            return new RangementS3(reglages.s3());
        }
        var folder = reglages.dossier().isBlank() ? donnees.resolve("documents") : Path.of(reglages.dossier());
        return new RangementLocal(folder, reglages.reserve().toBytes(), clock.instant());
    }
}
