package fr.entecole.reservations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

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

    record Jour(LocalDate jour, List<Ligne> lignes) {}

    /// @param rendable whether the reader may give it back
    record Ligne(Reservation reservation, boolean rendable) {}
}
