package fr.entecole.signalement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.calendrier.Calendrier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/// A day of work: the week-end and public holidays do not count.
class EcheancesTests {

    private static final Duration DAY = Duration.ofHours(24);
    private static final LocalDate ARMISTICE = LocalDate.of(2026, 11, 11); // a Wednesday

    @Test
    void isTheSameHourOfTheNextDayOfWork() {
        assertThat(due("2026-11-23T10:00")).isEqualTo(at("2026-11-24T10:00"));
        assertThat(due("2026-11-27T15:30")).as("a Friday").isEqualTo(at("2026-11-30T15:30"));
        assertThat(due("2026-11-10T09:00")).as("before a holiday").isEqualTo(at("2026-11-12T09:00"));
    }

    @Test
    void beginsWithTheNextDayOfWorkWhereItIsReportedOnAnother() {
        assertThat(due("2026-11-28T22:00")).as("a Saturday").isEqualTo(at("2026-12-01T00:00"));
        assertThat(due("2026-11-11T08:00")).as("a holiday").isEqualTo(at("2026-11-13T00:00"));
    }

    private static Instant due(String from) {
        return Echeances.worked(at(from), DAY, ARMISTICE::equals);
    }

    private static Instant at(String words) {
        return LocalDateTime.parse(words).atZone(Calendrier.PARIS).toInstant();
    }
}
