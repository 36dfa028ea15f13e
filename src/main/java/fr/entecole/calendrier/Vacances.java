package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.fichiers.Zone;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holidays of a zone, or a day that the ministry takes off for all its schools.
///
/// @param annee the school year they belong to
/// @param debut first day without class
/// @param reprise first day of class again; null while it is not published: at least until 31 August
/// @param id null before they are kept
record Vacances(
        @Nullable UUID id,
        Zone zone,
        AnneeScolaire annee,
        String nom,
        LocalDate debut,
        @Nullable LocalDate reprise) {

    boolean covers(LocalDate jour) {
        return !jour.isBefore(debut) && jour.isBefore(end());
    }

    /// The day after the last one that is known to be without class.
    LocalDate end() {
        return reprise == null ? new AnneeScolaire(annee.rentree() + 1).debut() : reprise;
    }

    String dates() {
        var from = jour(debut);
        if (reprise == null) {
            return t("à partir du {0}", from);
        }
        return debut.equals(reprise.minusDays(1))
                ? t("le {0}", from)
                : t("du {0} au {1}, reprise le {2}", from, jour(reprise.minusDays(1)), jour(reprise));
    }

    private static String jour(LocalDate date) {
        return Dates.jour(date) + " " + date.getYear();
    }
}
