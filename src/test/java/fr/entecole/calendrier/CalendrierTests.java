package fr.entecole.calendrier;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.entecole.calendrier.Calendrier.Raison;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.Semaine.Portee;
import fr.entecole.calendrier.fichiers.Zone;
import fr.entecole.socle.AnneeScolaire;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendrierTests {

    private static final AnneeScolaire ANNEE = new AnneeScolaire(2026);
    private static final Vacances TOUSSAINT = new Vacances(
            null, Zone.C, ANNEE, "Vacances de la Toussaint", LocalDate.of(2026, 10, 17), LocalDate.of(2026, 11, 2));
    private static final Vacances ETE =
            new Vacances(null, Zone.C, ANNEE, "Vacances d’Été", LocalDate.of(2027, 7, 3), null);
    private static final HeuresDeRemise REGION = new HeuresDeRemise(
            Portee.REGION,
            LocalDate.of(2000, 9, 1),
            LocalTime.of(7, 0),
            LocalTime.of(20, 0),
            LocalTime.NOON,
            false,
            false);

    private final List<Vacances> vacances = new ArrayList<>(List.of(TOUSSAINT, ETE));
    private final List<JourLocal> locaux = new ArrayList<>();
    private final List<Semaine> semaines =
            new ArrayList<>(List.of(week(Portee.REGION, LocalDate.of(2000, 9, 1), false)));
    private final List<HeuresDeRemise> remises = new ArrayList<>(List.of(REGION));

    @Test
    void hasClassInTheHalfDaysOfItsWeekAndSaysTheirHours() {
        assertThat(calendrier().classe(matin(2026, 11, 30)))
                .hasValue(new Creneau(MONDAY, Moment.MATIN, LocalTime.of(8, 30), LocalTime.of(11, 30)));
        assertThat(raison(matin(2026, 12, 2))).isEqualTo(Raison.SEMAINE);
    }

    @Test
    void marksHolidaysPublicHolidaysAndTheSchoolsOwnDays() {
        locaux.add(new JourLocal(UUID.randomUUID(), LocalDate.of(2026, 11, 9), null, false, "Pont"));
        locaux.add(new JourLocal(UUID.randomUUID(), LocalDate.of(2026, 11, 14), Moment.MATIN, true, "Rattrapage"));
        assertThat(calendrier().marques(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 14)))
                .extracting(Calendrier.Marque::nom, Calendrier.Marque::debut)
                .containsExactly(
                        tuple("Vacances de la Toussaint", LocalDate.of(2026, 10, 17)),
                        tuple("Toussaint", LocalDate.of(2026, 11, 1)),
                        tuple("Pont", LocalDate.of(2026, 11, 9)),
                        tuple("Armistice de 1918", LocalDate.of(2026, 11, 11)),
                        tuple("Rattrapage, le matin", LocalDate.of(2026, 11, 14)));
        assertThat(calendrier().marques(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8)))
                .isEmpty();
    }

    @Test
    void takesHolidaysAwayFromTheirFirstDayToTheEveOfTheReturn() {
        assertThat(raison(matin(2026, 10, 16))).isNull();
        assertThat(raison(matin(2026, 10, 19))).isEqualTo(Raison.VACANCES);
        assertThat(raison(matin(2026, 10, 30))).isEqualTo(Raison.VACANCES);
        assertThat(raison(matin(2026, 11, 2))).isNull();
    }

    @Test
    void isClosedOnHolidaysAndPublicHolidaysButNotOnADayWithoutClass() {
        assertThat(calendrier().closed(LocalDate.of(2026, 10, 20))).hasValue("Vacances de la Toussaint");
        assertThat(calendrier().closed(LocalDate.of(2026, 11, 11))).isPresent();
        assertThat(calendrier().closed(LocalDate.of(2026, 12, 2)))
                .as("a Wednesday")
                .isEmpty();
        assertThat(calendrier().closed(LocalDate.of(2026, 12, 3))).isEmpty();
    }

    @Test
    void keepsAWholeSummerWhoseEndIsNotPublished() {
        assertThat(raison(matin(2027, 8, 31))).isEqualTo(Raison.VACANCES);
        assertThat(raison(new DemiJournee(LocalDate.of(2027, 9, 2), Moment.MATIN)))
                .isNull();
    }

    @Test
    void hasASchoolWithAWednesdayAndOneWithout() {
        semaines.add(week(Portee.ECOLE, LocalDate.of(2026, 9, 1), true));
        assertThat(raison(matin(2026, 12, 2))).isNull();
        assertThat(raison(new DemiJournee(LocalDate.of(2026, 12, 2), Moment.APRES_MIDI)))
                .isEqualTo(Raison.SEMAINE);
        assertThat(calendrier().demiJournees(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 6)))
                .hasSize(9);
    }

    @Test
    void changesItsWeekOnTheDayThatWasSaid() {
        semaines.add(week(Portee.ECOLE, LocalDate.of(2027, 1, 4), true));
        assertThat(raison(matin(2026, 12, 16))).isEqualTo(Raison.SEMAINE);
        assertThat(raison(matin(2027, 1, 6))).isNull();
    }

    @Test
    void believesTheSchoolBeforeItsCommuneAndTheCommuneBeforeTheRegion() {
        semaines.add(week(Portee.COMMUNE, LocalDate.of(2026, 9, 1), true));
        assertThat(raison(matin(2026, 12, 2))).isNull();
        // set before the commune's, and still the school's
        semaines.add(week(Portee.ECOLE, LocalDate.of(2020, 9, 1), false));
        assertThat(raison(matin(2026, 12, 2))).isEqualTo(Raison.SEMAINE);
    }

    @Test
    void makesUpADayWithTheHoursOfAnother() {
        locaux.add(local(2026, 12, 2, null, true));
        assertThat(calendrier().classe(matin(2026, 12, 2)))
                .hasValue(new Creneau(WEDNESDAY, Moment.MATIN, LocalTime.of(8, 30), LocalTime.of(11, 30)));
    }

    @Test
    void bridgesADayOrOneOfItsHalves() {
        locaux.add(local(2026, 12, 4, Moment.APRES_MIDI, false));
        assertThat(raison(matin(2026, 12, 4))).isNull();
        assertThat(raison(new DemiJournee(LocalDate.of(2026, 12, 4), Moment.APRES_MIDI)))
                .isEqualTo(Raison.LOCAL);
        assertThat(calendrier().next(matin(2026, 12, 4))).hasValue(matin(2026, 12, 7));
    }

    @Test
    void givesTheLastHalfDayThatIsSaidPriorityOverTheWholeDay() {
        locaux.add(local(2026, 12, 4, null, false));
        locaux.add(local(2026, 12, 4, Moment.MATIN, true));
        assertThat(raison(matin(2026, 12, 4))).isNull();
        assertThat(raison(new DemiJournee(LocalDate.of(2026, 12, 4), Moment.APRES_MIDI)))
                .isEqualTo(Raison.LOCAL);
    }

    @Test
    void goesOverALeapDay() {
        assertThat(calendrier().hasClasse(matin(2028, 2, 29))).isTrue();
        assertThat(calendrier().next(new DemiJournee(LocalDate.of(2028, 2, 28), Moment.APRES_MIDI)))
                .hasValue(matin(2028, 2, 29));
    }

    @Test
    void deliversBetweenSevenAndEight() {
        assertThat(calendrier().isDelivered(paris(2026, 11, 30, 7, 0))).isTrue();
        assertThat(calendrier().isDelivered(paris(2026, 11, 30, 19, 59))).isTrue();
        assertThat(calendrier().isDelivered(paris(2026, 11, 30, 20, 0))).isFalse();
        assertThat(calendrier().isDelivered(paris(2026, 11, 30, 6, 59))).isFalse();
        assertThat(calendrier().delivery(paris(2026, 11, 30, 6, 59))).hasValue(paris(2026, 11, 30, 7, 0));
        assertThat(calendrier().delivery(paris(2026, 11, 30, 21, 0))).hasValue(paris(2026, 12, 1, 7, 0));
    }

    @Test
    void waitsFromSaturdayNoonToMonday() {
        assertThat(calendrier().isDelivered(paris(2026, 12, 5, 11, 59))).isTrue();
        assertThat(calendrier().delivery(paris(2026, 12, 5, 12, 0))).hasValue(paris(2026, 12, 7, 7, 0));
        assertThat(calendrier().delivery(paris(2026, 12, 6, 9, 0))).hasValue(paris(2026, 12, 7, 7, 0));
    }

    @Test
    void waitsForTheEndOfHolidaysUnlessTheRuleSaysOtherwise() {
        assertThat(calendrier().delivery(paris(2026, 10, 16, 20, 30))).hasValue(paris(2026, 11, 2, 7, 0));
        remises.add(new HeuresDeRemise(
                Portee.ECOLE, LocalDate.of(2026, 9, 1), LocalTime.of(8, 0), LocalTime.of(18, 0), null, true, false));
        assertThat(calendrier().delivery(paris(2026, 10, 16, 20, 30))).hasValue(paris(2026, 10, 19, 8, 0));
    }

    @Test
    void waitsOverAPublicHoliday() {
        assertThat(calendrier().delivery(paris(2026, 11, 11, 10, 0))).hasValue(paris(2026, 11, 12, 7, 0));
    }

    /// On 29 March 2026 Paris goes from 2 to 3; on 25 October, in the holidays here, from 3 to 2.
    @Test
    void opensAtTheSameHourOfParisOnBothSidesOfAClockChange() {
        vacances.clear();
        assertThat(calendrier().delivery(paris(2026, 3, 28, 13, 0))).hasValue(Instant.parse("2026-03-30T05:00:00Z"));
        assertThat(calendrier().delivery(paris(2026, 3, 27, 21, 0))).hasValue(Instant.parse("2026-03-28T06:00:00Z"));
        assertThat(calendrier().delivery(paris(2026, 10, 24, 13, 0))).hasValue(Instant.parse("2026-10-26T06:00:00Z"));
    }

    @Test
    void findsNoOpeningWhereNothingIsEverDelivered() {
        remises.clear();
        assertThat(calendrier().delivery(paris(2026, 11, 30, 10, 0))).isEmpty();
    }

    private Calendrier calendrier() {
        return new Calendrier(UUID.randomUUID(), vacances, locaux, semaines, remises);
    }

    private @Nullable Raison raison(DemiJournee demi) {
        var why = calendrier().why(demi);
        return why == null ? null : why.raison();
    }

    private static DemiJournee matin(int year, int month, int day) {
        return new DemiJournee(LocalDate.of(year, month, day), Moment.MATIN);
    }

    private static Instant paris(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute)
                .atZone(Calendrier.PARIS)
                .toInstant();
    }

    private static JourLocal local(int year, int month, int day, @Nullable Moment moment, boolean classe) {
        return new JourLocal(UUID.randomUUID(), LocalDate.of(year, month, day), moment, classe, "Essai");
    }

    private static Semaine week(Portee portee, LocalDate effet, boolean wednesday) {
        List<Creneau> creneaux = new ArrayList<>();
        for (DayOfWeek jour : List.of(MONDAY, TUESDAY, THURSDAY, FRIDAY)) {
            creneaux.add(new Creneau(jour, Moment.MATIN, LocalTime.of(8, 30), LocalTime.of(11, 30)));
            creneaux.add(new Creneau(jour, Moment.APRES_MIDI, LocalTime.of(13, 30), LocalTime.of(16, 30)));
        }
        if (wednesday) {
            creneaux.add(new Creneau(WEDNESDAY, Moment.MATIN, LocalTime.of(8, 30), LocalTime.of(11, 30)));
        }
        return new Semaine(portee, effet, creneaux);
    }
}
