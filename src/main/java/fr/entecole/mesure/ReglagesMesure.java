package fr.entecole.mesure;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `ent.mesure.*`.
///
/// @param communes whether a commune reads the figures of its schools
/// @param heures how long days keep their hours; a week is told as a whole afterwards
/// @param conservation how long weeks are kept
/// @param collecteur where the national measure is sent; null: nowhere, nothing leaves
/// @param site the number that the collector gives the region
/// @param projet,exploitant,plateforme as the national measure names this ENT
/// @param delai how long an answer of the collector is waited for
@ConfigurationProperties("ent.mesure")
record ReglagesMesure(
        @DefaultValue("false") boolean communes,
        @DefaultValue("3m") Period heures,
        @DefaultValue("25m") Period conservation,
        @Nullable URI collecteur,
        @DefaultValue("") String site,
        @DefaultValue("") String projet,
        @DefaultValue("") String exploitant,
        @DefaultValue("") String plateforme,
        @DefaultValue("10s") Duration delai) {}
