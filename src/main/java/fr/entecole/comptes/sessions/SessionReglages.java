package fr.entecole.comptes.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long one stays signed in (`ent.session`).
///
/// @param inactivite without asking for anything
/// @param absolue at most, whatever one does
/// @param classe how long a class that its teacher has opened stays open on that device
@ConfigurationProperties("ent.session")
public record SessionReglages(
        @DefaultValue("60m") Duration inactivite,
        @DefaultValue("12h") Duration absolue,
        @DefaultValue("2h") Duration classe) {}
