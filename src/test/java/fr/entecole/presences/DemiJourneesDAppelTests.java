package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Which half-day is called, and whether families are told at once: from the school's own time, in Paris.
@MondeTest
class DemiJourneesDAppelTests {

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    private Calendrier four;
    private Calendrier nine;

    @BeforeEach
    void schools() {
        four = calendriers.of(reperes.ecole("0110358E"));
        nine = calendriers.of(reperes.ecole("0341406U"));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void callsNobodyOnAWednesdayOfFourDaysNorInHolidaysNorOnAPublicHoliday() {
        assertThat(Appel.current(four, at("2026-11-25T08:00:00Z"))).isEmpty();
        assertThat(Appel.current(four, at("2026-10-26T08:00:00Z"))).isEmpty();
        assertThat(Appel.current(nine, at("2026-11-11T08:00:00Z"))).isEmpty();
        assertThat(Appel.inSchoolTime(four, at("2026-11-25T08:00:00Z"))).isFalse();
    }

    @Test
    void callsTheWednesdayMorningOfNineHalfDays() {
        assertThat(Appel.current(nine, at("2026-11-25T08:00:00Z")))
                .contains(new DemiJournee(LocalDate.of(2026, 11, 25), Moment.MATIN));
        assertThat(Appel.current(nine, at("2026-11-25T14:00:00Z")))
                .contains(new DemiJournee(LocalDate.of(2026, 11, 25), Moment.MATIN));
    }

    @Test
    void changesDayAtMidnightInParis() {
        assertThat(Appel.current(four, at("2026-11-30T22:59:00Z")))
                .contains(new DemiJournee(LocalDate.of(2026, 11, 30), Moment.APRES_MIDI));
        assertThat(Appel.current(four, at("2026-11-30T23:01:00Z")))
                .contains(new DemiJournee(LocalDate.of(2026, 12, 1), Moment.MATIN));
    }

    @Test
    void opensARollAQuarterOfAnHourBeforeItsHalfDay() {
        var demi = new DemiJournee(LocalDate.of(2026, 11, 30), Moment.APRES_MIDI);
        var starts = four.classe(demi).orElseThrow().debut();
        var opens = demi.jour()
                .atTime(starts.minusMinutes(15))
                .atZone(Calendrier.PARIS)
                .toInstant();
        assertThat(Appel.opensAt(four, demi, opens.minusSeconds(60))).contains(starts.minusMinutes(15));
        assertThat(Appel.opensAt(four, demi, opens)).isEmpty();
        assertThat(Appel.opensAt(four, demi, at("2026-12-01T06:00:00Z"))).isEmpty();
    }

    @Test
    void tellsAtOnceByTheClockOfParisOnBothSidesOfItsChanges() {
        assertThat(Appel.inSchoolTime(four, at("2026-10-16T06:05:00Z"))).isTrue(); // 8 h 05, summer time
        assertThat(Appel.inSchoolTime(four, at("2026-11-02T06:05:00Z"))).isFalse(); // 7 h 05, winter time
        assertThat(Appel.inSchoolTime(four, at("2026-11-02T07:05:00Z"))).isTrue();
        assertThat(Appel.inSchoolTime(four, at("2027-03-26T07:05:00Z"))).isTrue();
        assertThat(Appel.inSchoolTime(four, at("2027-03-29T15:05:00Z"))).isFalse(); // Easter Monday, or 17 h 05
        assertThat(Appel.inSchoolTime(four, at("2027-03-30T06:05:00Z"))).isTrue(); // 8 h 05, summer time again
    }

    @Test
    void hasAHalfDayOnThe29thOfFebruary() {
        var leap = LocalDate.of(2028, 2, 29);
        assertThat(four.demiJournees(leap.minusDays(1), leap.plusDays(1)))
                .contains(new DemiJournee(leap, Moment.MATIN), new DemiJournee(leap, Moment.APRES_MIDI));
    }
}
