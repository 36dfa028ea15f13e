package fr.entecole.courriel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Sending mail. The SMTP server itself is Spring's: `spring.mail.host`, `port`, `username`, `password`; without it
/// messages wait in the queue.
///
/// @param actif false: nothing is sent, messages wait
/// @param essais after so many failures a message is given up, with its reason kept: twenty are two days and a half
/// @param patience wait after a first failure; doubled each time, six hours at most
@ConfigurationProperties("ent.courriel")
record ReglagesCourriel(
        @DefaultValue("true") boolean actif,
        @DefaultValue("ne-pas-repondre@example.org") String expediteur,
        @DefaultValue("20") int essais,
        @DefaultValue("1m") Duration patience,
        @DefaultValue("30s") Duration ronde) {}
