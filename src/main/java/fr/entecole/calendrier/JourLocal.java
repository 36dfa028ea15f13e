package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A day that one school does not do as its week and the zone say.
///
/// @param moment null: the whole day
/// @param classe whether there is class: a bridge is a day without, a Saturday made up is one with
/// @param motif what families read: « Pont de l’Ascension »
record JourLocal(UUID id, LocalDate jour, @Nullable Moment moment, boolean classe, String motif) {

    boolean covers(DemiJournee demi) {
        return jour.equals(demi.jour()) && (moment == null || moment == demi.moment());
    }

    String portee() {
        return moment == null ? t("toute la journée") : moment == Moment.MATIN ? t("le matin") : t("l’après-midi");
    }

    String effet() {
        return classe ? t("Classe") : t("Pas de classe");
    }
}
