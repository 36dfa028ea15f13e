package fr.entecole.liaison.sorties;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Champs;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Mention;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An outing as it is said to families.
///
/// @param apporter,prix in words, empty where nothing is said
record Sortie(LocalDate jour, LocalTime depart, LocalTime retour, String lieu, String apporter, String prix) {

    /// Fields that say when it is.
    static final Set<String> QUAND = Set.of("sortie-jour", "sortie-depart", "sortie-retour");

    /// As the form that keeps it sends it.
    Champs champs() {
        return new Champs(Map.of(
                "sortie-jour", List.of(jour.toString()),
                "sortie-depart", List.of(depart.toString()),
                "sortie-retour", List.of(retour.toString()),
                "sortie-lieu", List.of(lieu),
                "sortie-apporter", List.of(apporter),
                "sortie-prix", List.of(prix)));
    }

    List<Mention> faits() {
        var faits = new ArrayList<Mention>();
        faits.add(new Mention("calendrier", t("Quand"), Dates.jour(jour)));
        faits.add(new Mention("horloge", t("Départ et retour"), t("{0} et {1}", heure(depart), heure(retour))));
        faits.add(new Mention("drapeau", t("Où"), lieu));
        if (!apporter.isEmpty()) {
            faits.add(new Mention("liste", t("À apporter"), apporter));
        }
        if (!prix.isEmpty()) {
            faits.add(new Mention("euro", t("Prix"), prix));
        }
        return faits;
    }

    static String heure(LocalTime heure) {
        return Dates.heure(heure);
    }
}
