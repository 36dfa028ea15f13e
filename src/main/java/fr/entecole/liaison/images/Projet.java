package fr.entecole.liaison.images;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Autorisations.Support;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Mention;
import java.time.LocalDate;
import java.util.List;

/// What images are for, where they are shown, from when until when.
record Projet(String finalite, List<Support> supports, LocalDate du, LocalDate au) {

    List<Mention> faits() {
        return List.of(
                new Mention("photo", t("Pour quoi"), finalite),
                new Mention("oeil", t("Où"), ou()),
                new Mention("calendrier", t("Durée"), duree()));
    }

    String ou() {
        return Support.libelles(supports);
    }

    String duree() {
        return t("du {0} au {1}", Dates.words(du), Dates.words(au));
    }
}
