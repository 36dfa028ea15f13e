package fr.entecole.comptes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The door's settings (`ent.comptes`).
///
/// @param lien how long a one-time link can be used
/// @param code how long a code on a sheet can be used
/// @param hachages passwords checked at the same time on a node, 19 MiB each; 0: as many as there are cores
/// @param attente how long a sign-in waits for its turn before it is asked to come back
@ConfigurationProperties("ent.comptes")
public record ComptesReglages(
        @DefaultValue("48h") Duration lien,
        @DefaultValue("30d") Duration code,
        @DefaultValue("0") int hachages,
        @DefaultValue("5s") Duration attente) {

    /// How long an ended code is kept, to answer who comes with an old sheet. A promise, not a setting.
    public static final Duration GARDE_DES_CODES = Duration.ofDays(90);
}
