package fr.entecole.calendrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeriesTests {

    /// Easter days that almanacs give, the earliest and the latest that there can be among them.
    @Test
    void findsEasterAsAlmanacsDo() {
        assertThat(List.of(1818, 1943, 2000, 2008, 2019, 2024, 2025, 2026, 2027, 2038, 2100))
                .extracting(Feries::easter)
                .containsExactly(
                        LocalDate.of(1818, 3, 22),
                        LocalDate.of(1943, 4, 25),
                        LocalDate.of(2000, 4, 23),
                        LocalDate.of(2008, 3, 23),
                        LocalDate.of(2019, 4, 21),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2027, 3, 28),
                        LocalDate.of(2038, 4, 25),
                        LocalDate.of(2100, 3, 28));
    }

    @Test
    void countsElevenOfThemUnlessTwoFallOnOneDay() {
        IntStream.rangeClosed(2020, 2060).forEach(year -> {
            var days = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> Feries.of(day).isPresent())
                    .toList();
            var ascension = Feries.easter(year).plusDays(39);
            boolean twice = ascension.getMonthValue() == 5
                    && (ascension.getDayOfMonth() == 1 || ascension.getDayOfMonth() == 8);
            assertThat(days).as("%d", year).hasSize(twice ? 10 : 11);
        });
    }

    @Test
    void hasAscensionOnAThursdayAndNamesIt() {
        assertThat(Feries.of(LocalDate.of(2027, 5, 6))).hasValue("Ascension");
        assertThat(LocalDate.of(2027, 5, 6).getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
        assertThat(Feries.of(LocalDate.of(2026, 11, 11))).hasValue("Armistice de 1918");
        assertThat(Feries.of(LocalDate.of(2026, 11, 12))).isEmpty();
    }
}
