/// What a school has once and several want: the hall, the trolley of tablets, the minibus. Its head says what there is,
/// how many, between which hours and who may have it; whoever works there sees the week of a thing and takes an hour,
/// perhaps each week until a day. Nobody else sees anything of it.
///
/// That two never have the same thing at once is kept by the database (an exclusion constraint), not by this code:
/// `Reservations` only looks for one that is free, and tries again when another was quicker. A weekly reservation is
/// taken whole or not at all; what stands in its way is said day by day, and the other days are offered.
///
/// `Choses` keeps what there is, `Reservations` who has it, `ReservationAccess` the rules. Who loses an hour by
/// somebody else's decision is told (`ReservationsPerdues`). What is over goes away at the end of the school year
/// (`ReservationsDonneesPersonnelles`).
@ApplicationModule(
        allowedDependencies = {"annuaire", "annuaire::declarations", "calendrier", "comptes", "journal", "notifications"
        })
@NullMarked
package fr.entecole.reservations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
