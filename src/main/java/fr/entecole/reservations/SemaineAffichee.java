package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/// The week of a thing as a page shows it, from Monday to Saturday.
final class SemaineAffichee {

    static final int DAYS = 6;

    private SemaineAffichee() {}

    static List<Jour> of(LocalDate monday, List<Reservation> held, ReservationAccess access, LocalDateTime now) {
        return monday.datesUntil(monday.plusDays(DAYS))
                .map(day -> new Jour(
                        day,
                        held.stream()
                                .filter(r -> r.jour().equals(day))
                                .map(r -> new Ligne(r, access.cancels(r) && !r.past(now)))
                                .toList()))
                .toList();
    }

    /// « 3 jours réservés. Sautés : lundi 21 décembre, lundi 28 décembre. », empty for one that is not weekly.
    ///
    /// @param sautes days as the page's address has them
    static String serie(String prises, String sautes) {
        var skipped = Stream.of(sautes.split(","))
                .flatMap(day -> Dates.typed(day).stream())
                .map(Dates::jour)
                .toList();
        if (!prises.matches("\\d{1,3}") || (skipped.isEmpty() && prises.equals("1"))) {
            return "";
        }
        var taken = t("{0, plural, one {# jour réservé.} other {# jours réservés.}}", Integer.parseInt(prises));
        return skipped.isEmpty()
                ? taken
                : t(
                        "{0} {1, plural, one {Sauté} other {Sautés}}\u00a0: {2}.",
                        taken, skipped.size(), String.join(", ", skipped));
    }

    record Jour(LocalDate jour, List<Ligne> lignes) {}

    /// @param rendable whether the reader may give it back
    record Ligne(Reservation reservation, boolean rendable) {}
}
