package fr.entecole.redaction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much of what is not sent is kept (`ent.redaction`).
///
/// @param brouillons of one person at once; the oldest makes room
/// @param conservation from the last word typed
@ConfigurationProperties("ent.redaction")
record ReglagesRedaction(
        @DefaultValue("40") int brouillons,
        @DefaultValue("30d") Duration conservation) {}
