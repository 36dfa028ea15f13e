package fr.entecole.mesure.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.mesure.Compte;
import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A school as those who follow it read it: counts, no person, and none under five, nor what would tell it.
///
/// @param ouverte day since which its people come in; null: not open
/// @param fermee day since which they no longer do; null: it is open, or never was
/// @param compte when its people were counted; null: not yet
/// @param familles children who have guardians, and those of whom one has come in
/// @param commence whether anyone who works there has opened the ENT
/// @param alertes people of whom the feed says something to mend
record EcoleSuivie(
        UUID id,
        String nom,
        String uai,
        @Nullable LocalDate ouverte,
        @Nullable LocalDate fermee,
        @Nullable LocalDate compte,
        Venus familles,
        Venus eleves,
        Venus equipe,
        boolean commence,
        long alertes,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    /// Both parts may be said of its families.
    boolean dite() {
        return familles.dite();
    }

    /// Of a hundred children; -1 when it is not said.
    int part() {
        return familles.part();
    }

    String etat() {
        if (ouverte == null) {
            return fermee == null ? t("pas encore ouverte") : t("fermée depuis le {0}", Dates.words(fermee));
        }
        return commence ? t("ouverte le {0}", Dates.words(ouverte)) : t("ouverte, l’équipe n’est pas encore venue");
    }

    String aCorriger() {
        return alertes == 0 ? "–" : new Compte(alertes).ecrit();
    }
}
