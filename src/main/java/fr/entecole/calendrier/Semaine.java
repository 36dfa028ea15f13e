package fr.entecole.calendrier;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The week of a school, from a day on (code de l'éducation, D521-10): nine half-days, or eight where it was granted.
///
/// @param portee who has set it
/// @param effet first day on which it holds
record Semaine(Portee portee, LocalDate effet, List<Creneau> creneaux) {

    /// Who a week or delivery hours are set by; the narrowest wins.
    enum Portee {
        REGION,
        COMMUNE,
        ECOLE
    }

    Optional<Creneau> at(DayOfWeek jour, Moment moment) {
        return creneaux.stream()
                .filter(c -> c.jour() == jour && c.moment() == moment)
                .findFirst();
    }

    Duration total() {
        return creneaux.stream().map(Creneau::duree).reduce(Duration.ZERO, Duration::plus);
    }
}
