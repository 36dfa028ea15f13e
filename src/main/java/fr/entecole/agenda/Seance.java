package fr.entecole.agenda;

import java.time.Instant;
import java.time.LocalDate;
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
}
