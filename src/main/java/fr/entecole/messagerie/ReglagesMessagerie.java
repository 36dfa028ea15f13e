package fr.entecole.messagerie;

import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long messages are kept: `ent.messagerie.conservation=12m`.
///
/// @param conservation of what adults write, from its delivery on
/// @param classes of what somebody has filed with a reason, from its last message on
/// @param caracteres longest message, in signs of its text
@ConfigurationProperties("ent.messagerie")
public record ReglagesMessagerie(
        @DefaultValue("12m") Period conservation,
        @DefaultValue("36m") Period classes,
        @DefaultValue("5000") int caracteres) {

    /// The day on which a message goes away: where a pupil writes or reads, with the school year.
    public LocalDate fin(LocalDate remis, boolean eleves) {
        return eleves
                ? new AnneeScolaire(AnneeScolaire.of(remis).rentree() + 1)
                        .debut()
                        .minusDays(1)
                : remis.plus(conservation);
    }

    public LocalDate fin(Instant remis, boolean eleves) {
        return fin(Dates.day(remis), eleves);
    }
}
