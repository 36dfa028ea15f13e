package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a family says to the school.
enum NatureDeParole {
    /// announced where the roll is (`AbsenceAnnoncee`)
    ABSENCE,
    DEPART,
    QUESTION;

    /// @param mot as addresses have it: `absence`
    static Optional<NatureDeParole> of(String mot) {
        return Stream.of(values()).filter(n -> n.code().equals(mot)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where it is said.
    String adresse() {
        return this == ABSENCE ? "/presences/absences" : "/liaison/familles/nouveau?quoi=" + code();
    }

    String titre() {
        return switch (this) {
            case ABSENCE -> t("Signaler une absence");
            case DEPART -> t("Quelqu’un d’autre vient le chercher");
            case QUESTION -> t("Poser une question");
        };
    }

    String icone() {
        return switch (this) {
            case ABSENCE -> "calendrier";
            case DEPART -> "personne";
            case QUESTION -> "crayon";
        };
    }
}
