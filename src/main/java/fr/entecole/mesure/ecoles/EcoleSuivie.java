package fr.entecole.mesure.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A school as those who follow it read it: counts, no person, and none under five, nor what would tell it.
///
/// @param ouverte day since which its people come in; null: not open
/// @param compte when its families were counted; null: not yet
/// @param enfants children who have guardians
/// @param joints those of whom one has come in
/// @param commence whether anyone who works there has opened the ENT
/// @param alertes people of whom the feed says something to mend
record EcoleSuivie(
        UUID id,
        String nom,
        String uai,
        @Nullable LocalDate ouverte,
        @Nullable LocalDate compte,
        long enfants,
        long joints,
        boolean commence,
        long alertes,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    private static final int SMALLEST = 5;

    /// From which all but four are nearly all.
    private static final int MANY = 20;

    /// Both parts may be said: the other one is what is left.
    boolean dite() {
        return compte != null && joints >= SMALLEST && enfants - joints >= SMALLEST;
    }

    /// Of a hundred children; -1 when it is not said.
    int part() {
        return dite() ? (int) (joints * 100 / enfants) : -1;
    }

    /// Level of the picture, 0 to 3; -1 when it is not said.
    int palier() {
        return !dite() ? -1 : part() < 50 ? 0 : part() < 70 ? 1 : part() < 90 ? 2 : 3;
    }

    String etat() {
        return ouverte == null
                ? t("pas encore ouverte")
                : commence ? t("ouverte le {0}", Dates.words(ouverte)) : t("ouverte, l’équipe n’est pas encore venue");
    }

    String familles() {
        if (compte == null || enfants < SMALLEST) {
            return t("non dit");
        }
        if (dite()) {
            return t("{0, number} sur {1, number}", joints, enfants);
        }
        if (enfants - joints >= SMALLEST) {
            return t("moins de 5, sur {0, number}", enfants);
        }
        return enfants < MANY ? t("non dit, sur {0, number}", enfants) : t("presque toutes, sur {0, number}", enfants);
    }

    String nonJointes() {
        return compte == null || enfants < SMALLEST
                ? t("non dit")
                : enfants - joints < SMALLEST
                        ? t("moins de 5")
                        : dite() ? t("{0, number}", enfants - joints) : t("presque toutes");
    }

    String aCorriger() {
        return alertes == 0 ? "–" : alertes < SMALLEST ? t("moins de 5") : t("{0, number}", alertes);
    }
}
