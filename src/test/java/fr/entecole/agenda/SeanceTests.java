package fr.entecole.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeanceTests {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

    private static Seance seance(LocalDate dernier, @Nullable LocalTime debut, @Nullable LocalTime fin) {
        var event = new Evenement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "",
                new AnneeScolaire(2026),
                List.of(),
                Genre.SORTIE,
                "Musée",
                "",
                "",
                1,
                Instant.EPOCH);
        return new Seance(UUID.randomUUID(), event, DAY, dernier, debut, fin, 0, Instant.EPOCH, null);
    }

    @Test
    void isOverAtItsEnd() {
        var swimming = seance(DAY, LocalTime.of(14, 0), LocalTime.of(15, 30));
        assertThat(swimming.over(DAY.atTime(15, 29))).isFalse();
        assertThat(swimming.over(DAY.atTime(15, 30))).isTrue();
    }

    @Test
    void isOverAnHourAfterItsBeginningWhereNobodySaidMore() {
        assertThat(seance(DAY, LocalTime.of(18, 0), null).over(DAY.atTime(18, 59)))
                .isFalse();
        assertThat(seance(DAY, LocalTime.of(18, 0), null).over(DAY.atTime(19, 0)))
                .isTrue();
        assertThat(seance(DAY, LocalTime.of(23, 30), null).over(DAY.atTime(23, 58)))
                .isFalse();
    }

    @Test
    void isNotOverOnTheDayThatItFills() {
        assertThat(seance(DAY, null, null).over(DAY.atTime(23, 59))).isFalse();
        assertThat(seance(DAY.plusDays(1), LocalTime.of(9, 0), LocalTime.of(10, 0))
                        .over(DAY.atTime(23, 0)))
                .as("several days")
                .isFalse();
        assertThat(seance(DAY, null, null).over(DAY.plusDays(1).atStartOfDay())).isTrue();
    }
}
