package fr.entecole.calendrier;

import fr.entecole.calendrier.fichiers.Zone;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which zone an académie is in: `ent.calendrier.zones.11=C`.
///
/// @param zones by number of académie
/// @param zone of those that are not named
@ConfigurationProperties("ent.calendrier")
record ReglagesCalendrier(
        @DefaultValue("C") Zone zone, @DefaultValue Map<String, Zone> zones) {

    Zone of(String academie) {
        return zones.getOrDefault(academie, zone);
    }
}
