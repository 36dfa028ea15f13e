package fr.entecole.agenda;

import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long dates are kept: `ent.agenda.conservation=12m`.
///
/// @param conservation counted from the end of the school year in which an event takes place
@ConfigurationProperties("ent.agenda")
record ReglagesAgenda(@DefaultValue("12m") Period conservation) {

    /// The day on which an event of this school year goes away.
    LocalDate fin(AnneeScolaire annee) {
        return new AnneeScolaire(annee.rentree() + 1).debut().minusDays(1).plus(conservation);
    }
}
