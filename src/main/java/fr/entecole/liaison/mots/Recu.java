package fr.entecole.liaison.mots;

import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.liaison.LectureDesMots;
import fr.entecole.liaison.reponses.Attente;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mot that is for someone, of which a home may have something to say.
///
/// @param attente null where it says only when the next one shows
/// @param le since when it shows
/// @param ouvert it may be answered
record Recu(
        @Nullable Attente attente, String titre, @Nullable LocalDate avant, Instant le, boolean aLire, boolean ouvert) {

    static final Comparator<Recu> LATEST = Comparator.comparing(Recu::le)
            .thenComparing(recu -> recu.id().toString())
            .reversed();

    static final Comparator<Recu> PRESSING = Comparator.comparing(
                    Recu::avant, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(LATEST);

    static Recu read(ResultSet rs, int row) throws SQLException {
        return new Recu(
                rs.getObject("id") == null ? null : Attente.read(rs),
                Objects.requireNonNullElse(rs.getString("titre"), ""),
                rs.getObject("avant", LocalDate.class),
                LectureDesMots.instant(rs, "visible_le"),
                rs.getBoolean("a_lire"),
                rs.getBoolean("ouvert"));
    }

    static @Nullable Instant next(List<Recu> recus) {
        return recus.stream()
                .filter(recu -> recu.attente == null)
                .map(Recu::le)
                .findFirst()
                .orElse(null);
    }

    UUID id() {
        return Objects.requireNonNull(attente).mot();
    }

    boolean awaits(List<Enfant> enfants) {
        return ouvert && attente != null && attente.awaits(enfants);
    }
}
