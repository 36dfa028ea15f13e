package fr.entecole.travaux;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this node takes part: `ent.travaux.actif=false` on one that shall serve pages only.
///
/// @param ronde how often a node looks for what is due
/// @param vie how often a node that works says that it lives; after four that are missing, another one begins again
/// @param reprise how long after a failure it is tried again, at the latest at its next hour
/// @param retard how long what leaves all day may wait before the region is told
/// @param conservation how long what was done is kept
@ConfigurationProperties("ent.travaux")
record ReglagesTravaux(
        @DefaultValue("true") boolean actif,
        @DefaultValue("10s") Duration ronde,
        @DefaultValue("30s") Duration vie,
        @DefaultValue("30m") Duration reprise,
        @DefaultValue("30m") Duration retard,
        @DefaultValue("90d") Duration conservation) {}
