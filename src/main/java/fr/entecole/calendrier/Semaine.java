package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.DemiJournee.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
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
        ECOLE;

        String origine() {
            return switch (this) {
                case REGION -> t("Donnée par la région à toutes les écoles qui n’ont rien dit d’autre.");
                case COMMUNE -> t("Donnée par la commune à ses écoles qui n’ont rien dit d’autre.");
                case ECOLE -> t("Donnée par la direction de l’école.");
            };
        }
    }

    /// The one of these that holds on a day: the narrowest, then the latest.
    static Optional<Semaine> on(LocalDate jour, List<Semaine> semaines) {
        return semaines.stream()
                .filter(s -> !s.effet.isAfter(jour))
                .max(Comparator.comparing(Semaine::portee).thenComparing(Semaine::effet));
    }

    /// Those that are announced.
    static List<Semaine> after(LocalDate jour, List<Semaine> semaines) {
        return semaines.stream()
                .filter(s -> s.effet.isAfter(jour))
                .sorted(Comparator.comparing(Semaine::effet))
                .toList();
    }

    Optional<Creneau> at(DayOfWeek jour, Moment moment) {
        return creneaux.stream()
                .filter(c -> c.jour() == jour && c.moment() == moment)
                .findFirst();
    }

    /// « 24 h »
    String duree() {
        var total = creneaux.stream().map(Creneau::duree).reduce(Duration.ZERO, Duration::plus);
        return total.toMinutesPart() == 0
                ? t("{0}\u00a0h", total.toHours())
                : t(
                        "{0}\u00a0h\u00a0{1}",
                        total.toHours(), (total.toMinutesPart() < 10 ? "0" : "") + total.toMinutesPart());
    }

    String origine() {
        return portee.origine();
    }
}
