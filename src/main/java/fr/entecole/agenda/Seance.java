package fr.entecole.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A day, or some days in a row, on which an event takes place.
///
/// @param debut,fin hours in Paris; null: the whole day, or no known end
/// @param numero moves with each change (SEQUENCE of RFC 5545)
/// @param annuleeLe null: it takes place
public record Seance(
        UUID id,
        Evenement evenement,
        LocalDate jour,
        LocalDate dernier,
        @Nullable LocalTime debut,
        @Nullable LocalTime fin,
        int numero,
        Instant changeLe,
        @Nullable Instant annuleeLe) {

    static final Comparator<Seance> DANS_L_ORDRE = Comparator.comparing(Seance::jour)
            .thenComparing(Seance::debut, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Seance::id);

    public boolean annulee() {
        return annuleeLe != null;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(jour) && !day.isAfter(dernier);
    }

    public boolean past(LocalDate today) {
        return dernier.isBefore(today);
    }

    /// Whether its hours are over; of a whole day, its day. One whose end nobody said lasts an hour.
    boolean over(LocalDateTime here) {
        if (!dernier.equals(here.toLocalDate()) || debut == null) {
            return past(here.toLocalDate());
        }
        return !ends(debut).isAfter(here.toLocalTime());
    }

    /// When it ends, within the day: an hour later where nobody said.
    public LocalTime ends(LocalTime begins) {
        if (fin != null) {
            return fin;
        }
        return begins.isBefore(LocalTime.of(23, 0)) ? begins.plusHours(1) : LocalTime.of(23, 59);
    }
}
