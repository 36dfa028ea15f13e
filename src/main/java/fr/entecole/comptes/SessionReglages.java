package fr.entecole.comptes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long one stays signed in (`ent.session`).
///
/// @param inactivite without asking for anything
/// @param absolue at most, whatever one does
@ConfigurationProperties("ent.session")
record SessionReglages(
        @DefaultValue("60m") Duration inactivite,
        @DefaultValue("12h") Duration absolue) {}
