package fr.entecole.signalement;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `ent.signalement.*`.
///
/// @param conservation how long a report is kept after its decision, and evidence after it was sealed
/// @param parJour reports of one person in a day
/// @param pourMasquer people whose reports hide a thing until somebody decides
/// @param lecture within which a report is read, in days of work
/// @param danger within which one that says that somebody is in danger is
/// @param sansRaison reports of one person, in three months, about which there was nothing to say, after which theirs
///     hide nothing any more
@ConfigurationProperties("ent.signalement")
record ReglagesSignalement(
        @DefaultValue("12m") Period conservation,
        @DefaultValue("5") int parJour,
        @DefaultValue("2") int pourMasquer,
        @DefaultValue("24h") Duration lecture,
        @DefaultValue("4h") Duration danger,
        @DefaultValue("3") int sansRaison) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// The day on which a report goes away; later, once it is decided.
    LocalDate fin(Dossier dossier) {
        var decision = dossier.decision();
        var from = decision == null ? dossier.ouvertLe() : decision.decideeLe();
        return from.atZone(PARIS).toLocalDate().plus(conservation);
    }
}
