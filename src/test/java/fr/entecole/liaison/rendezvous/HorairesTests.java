package fr.entecole.liaison.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.liaison.rendezvous.Horaires.Plage;
import fr.entecole.liaison.rendezvous.Horaires.Tranche;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HorairesTests {

    @Test
    void makesNoMeetingThatWouldEndLate() {
        assertThat(horaires(20, 0, plage("2026-12-03", "17:00", "17:50")).tranches())
                .extracting(Tranche::fin)
                .containsExactly(Instant.parse("2026-12-03T16:20:00Z"), Instant.parse("2026-12-03T16:40:00Z"));
    }

    @Test
    void leavesAPauseBetweenTwoMeetings() {
        assertThat(horaires(15, 5, plage("2026-12-03", "17:00", "18:00")).tranches())
                .extracting(Tranche::debut)
                .containsExactly(
                        Instant.parse("2026-12-03T16:00:00Z"),
                        Instant.parse("2026-12-03T16:20:00Z"),
                        Instant.parse("2026-12-03T16:40:00Z"));
    }

    /// The clock changes on Sunday 28 March 2027: five in the afternoon is another instant on Monday.
    @Test
    void keepsTheHourOfTheWallWhenTheClockChanges() {
        assertThat(horaires(30, 0, plage("2027-03-26", "17:00", "17:30"), plage("2027-03-29", "17:00", "17:30"))
                        .tranches())
                .extracting(Tranche::debut)
                .containsExactly(Instant.parse("2027-03-26T16:00:00Z"), Instant.parse("2027-03-29T15:00:00Z"));
    }

    @Test
    void stopsOneAfterTheMost() {
        var days = List.of(
                plage("2026-12-03", "07:00", "21:00"),
                plage("2026-12-04", "07:00", "21:00"),
                plage("2026-12-07", "07:00", "21:00"),
                plage("2026-12-08", "07:00", "21:00"));
        assertThat(new Horaires(days, 10, 0).tranches()).hasSize(Horaires.MOST + 1);
    }

    private static Horaires horaires(int minutes, int pause, Plage... plages) {
        return new Horaires(List.of(plages), minutes, pause);
    }

    private static Plage plage(String jour, String de, String a) {
        return new Plage(LocalDate.parse(jour), LocalTime.parse(de), LocalTime.parse(a));
    }
}
