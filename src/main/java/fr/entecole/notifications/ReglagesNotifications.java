package fr.entecole.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this node delivers.
///
/// @param actif false: it delivers nothing, others do
/// @param ronde pause between two looks at what is due, when nothing wakes it before
@ConfigurationProperties("ent.notifications")
record ReglagesNotifications(
        @DefaultValue("true") boolean actif,
        @DefaultValue("30s") Duration ronde) {}
