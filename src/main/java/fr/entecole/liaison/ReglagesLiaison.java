package fr.entecole.liaison;

import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long mots are kept: `ent.liaison.conservation=12m`.
///
/// @param conservation counted from the end of the school year in which a mot is delivered
@ConfigurationProperties("ent.liaison")
public record ReglagesLiaison(@DefaultValue("12m") Period conservation) {

    /// The day on which a mot of this school year goes away.
    public LocalDate fin(AnneeScolaire annee) {
        return new AnneeScolaire(annee.rentree() + 1).debut().minusDays(1).plus(conservation);
    }
}
