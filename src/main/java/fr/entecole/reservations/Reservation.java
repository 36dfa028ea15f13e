package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who has something, when and for what.
///
/// @param exemplaire which one of them, from 1 on
/// @param de,a in Paris; the end is not part of it
/// @param qui name of who has it, empty once forgotten
/// @param serie those of one gesture
record Reservation(
        UUID id,
        UUID ecoleId,
        UUID choseId,
        String chose,
        int exemplaire,
        LocalDateTime de,
        LocalDateTime a,
        @Nullable UUID personneId,
        String qui,
        @Nullable UUID classeId,
        String motif,
        UUID serie) {

    LocalDate jour() {
        return de.toLocalDate();
    }

    boolean past(LocalDateTime now) {
        return !a.isAfter(now);
    }

    /// « de 14 h à 15 h 30 »
    String heures() {
        return heures(de, a);
    }

    private static String heures(LocalDateTime de, LocalDateTime a) {
        return t("de {0} à {1}", heure(de.toLocalTime()), heure(a.toLocalTime()));
    }

    /// « mardi 1er décembre, de 14 h à 15 h 30 »
    String quand() {
        return quand(de, a);
    }

    static String quand(LocalDateTime de, LocalDateTime a) {
        return t("{0}, {1}", Dates.jour(de.toLocalDate()), heures(de, a));
    }

    static String heure(LocalTime heure) {
        return Dates.heure(heure);
    }
}
