package fr.entecole.conventions.regles;

import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// When an avenant may be received: from the first day to the last one, both included (2020-21: « entre le 1er
/// septembre et le 15 octobre » in 6.2, « avant le 15 octobre » in 6.3; the region reads the day itself as included).
public record Fenetre(LocalDate du, LocalDate au) {

    public Fenetre {
        if (au.isBefore(du)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    /// From the first second of the first day in Paris to the last one of the last day.
    public boolean holds(Instant instant) {
        return holds(Dates.day(instant));
    }

    public boolean holds(LocalDate jour) {
        return !jour.isBefore(du) && !jour.isAfter(au);
    }

    /// @return how many days are left, the day itself included; 0 once it is over
    public long left(LocalDate jour) {
        return jour.isAfter(au) ? 0 : ChronoUnit.DAYS.between(jour.isBefore(du) ? du : jour, au) + 1;
    }
}
