package fr.entecole.surete;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `ent.surete.*`.
///
/// @param conservation how long a stop, a freeze, what was held and a judicial request are kept after their end
/// @param appareils how long a device is remembered after the last entry
/// @param lot how many things are taken back in one transaction
/// @param patience how long the page that asks for a withdrawal goes on with it; the rest is done without it
@ConfigurationProperties("ent.surete")
public record ReglagesSurete(
        @DefaultValue("12m") Period conservation,
        @DefaultValue("90d") Duration appareils,
        @DefaultValue("100") int lot,
        @DefaultValue("20s") Duration patience) {}
