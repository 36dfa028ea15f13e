package fr.entecole.cahierdetextes;

import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long notebooks are kept, and from how many minutes on an evening is long: `ent.cahierdetextes.soiree=30`.
///
/// @param conservation counted from the end of the school year of the class
/// @param soiree minutes for one evening, above which the page says so to who writes
@ConfigurationProperties("ent.cahierdetextes")
record ReglagesCahierDeTextes(
        @DefaultValue("12m") Period conservation,
        @DefaultValue("30") int soiree) {

    /// The day on which the notebook of this school year goes away.
    LocalDate fin(AnneeScolaire annee) {
        return new AnneeScolaire(annee.rentree() + 1).debut().minusDays(1).plus(conservation);
    }
}
