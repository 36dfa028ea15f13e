package fr.entecole.presences;

import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the register is kept: `ent.presences.conservation=10y`. Never less than the database allows.
///
/// @param conservation counted from the end of the school year
@ConfigurationProperties("ent.presences")
public record ReglagesPresences(@DefaultValue("10y") Period conservation) {

    /// The day on which what was said in this school year goes away.
    public LocalDate fin(AnneeScolaire annee) {
        return new AnneeScolaire(annee.rentree() + 1).debut().minusDays(1).plus(conservation);
    }
}
