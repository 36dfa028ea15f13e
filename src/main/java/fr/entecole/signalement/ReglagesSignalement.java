package fr.entecole.signalement;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `ent.signalement.*`.
///
/// @param conservation how long a report is kept after its decision, and evidence after it was sealed
/// @param parJour reports of one person in a day
/// @param pourMasquer people whose reports hide a thing until somebody decides
/// @param sansRaison reports of one person, in three months, about which there was nothing to say, after which theirs
///     hide nothing any more
@ConfigurationProperties("ent.signalement")
record ReglagesSignalement(
        @DefaultValue("12m") Period conservation,
        @DefaultValue("5") int parJour,
        @DefaultValue("2") int pourMasquer,
        @DefaultValue("3") int sansRaison) {}
