package fr.entecole.calendrier.fichiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LecturesDeFichiersTests {

    private static final String HEAD = "description;population;start_date;end_date;location;zones;annee_scolaire\n";

    @Test
    void readsEachHolidaysOnceHoweverManyAcademiesHaveThem() {
        var read = LectureCsv.read(HEAD
                + "Vacances d'Hiver;-;2027-02-05T23:00:00+00:00;2027-02-21T23:00:00+00:00;Toulouse;Zone C;2026-2027\n"
                + "Vacances d'Hiver;Élèves;2027-02-05T23:00:00+00:00;2027-02-21T23:00:00+00:00;Paris;Zone C;2026-2027\n"
                + "Vacances d'Hiver;Enseignants;2027-02-04T23:00:00+00:00;2027-02-21T23:00:00+00:00;Paris;Zone C;2026-2027\n"
                + "Vacances d'Hiver;-;2027-02-12T23:00:00+00:00;2027-02-28T23:00:00+00:00;Corse;Corse;2026-2027\n");
        assertThat(read)
                .containsExactly(new PeriodeLue(
                        Zone.C, 2026, "Vacances d’Hiver", LocalDate.of(2027, 2, 6), LocalDate.of(2027, 2, 22)));
    }

    @Test
    void readsCommasAndAMarkOfOrder() {
        assertThat(LectureCsv.read(
                        "\ufeff" + (HEAD + "Noël;-;2026-12-19;2027-01-04;Lille;Zone B;2026-2027\n").replace(';', ',')))
                .hasSize(1);
    }

    @Test
    void makesADayOfABridgeThatEndsAsItBegins() {
        assertThat(LectureCsv.read(HEAD + "Pont de l'Ascension;-;2027-05-07;2027-05-07;Lille;Zone B;2026-2027\n"))
                .extracting(PeriodeLue::reprise)
                .containsExactly(LocalDate.of(2027, 5, 8));
    }

    @Test
    void saysTheLineAndWhatIsWrongWithIt() {
        refuses("Noël;-;19/12/2026;2027-01-04;Lille;Zone B;2026-2027", "Ligne 2", "« 19/12/2026 » n’est pas une date");
        refuses("Noël;-;2026-12-19;2026-12-01;Lille;Zone B;2026-2027", "finissent avant de commencer");
        refuses("Noël;-;;2027-01-04;Lille;Zone B;2026-2027", "le jour où les vacances commencent manque");
        refuses("Noël;-;2026-12-19;2027-01-04;Lille;Zone B;2025-2026", "n’est pas dans l’année scolaire");
        refuses("Noël;-;2026-12-19;2027-01-04;Lille;Zone B;2026", "s’écrit 2026-2027");
        refuses("Noël;-;2026-12-19;2027-01-04;Lille;Corse;2026-2027", "ne donne aucune vacance");
        assertThatThrownBy(() -> LectureCsv.read("a;b\n1;2\n")).hasMessageContaining("« description »");
        assertThatThrownBy(() -> LectureCsv.read("")).isInstanceOf(FichierRefuse.class);
        assertThatThrownBy(() -> LectureCsv.read(HEAD + "\"Noël;-;2026-12-19")).isInstanceOf(FichierRefuse.class);
    }

    private static void refuses(String row, String... words) {
        assertThatThrownBy(() -> LectureCsv.read(HEAD + row + "\n"))
                .isInstanceOf(FichierRefuse.class)
                .message()
                .contains(words);
    }

    @Test
    void readsTheCalendarOfAZone() {
        var ics = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//essai//FR
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20261017
                DTEND;VALUE=DATE:20261102
                SUMMARY:Vacances de la Toussaint - Zone C
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTART;VALUE=DATE:20270703
                SUMMARY:Vacances d'Été - Zones A, B et C
                END:VEVENT
                BEGIN:VEVENT
                UID:3
                DTSTART;VALUE=DATE:20270213
                DTEND;VALUE=DATE:20270301
                SUMMARY:Vacances d'Hiver - Zone A
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n");
        assertThat(LectureIcs.read(ics, Zone.C))
                .containsExactly(
                        new PeriodeLue(
                                Zone.C,
                                2026,
                                "Vacances de la Toussaint",
                                LocalDate.of(2026, 10, 17),
                                LocalDate.of(2026, 11, 2)),
                        new PeriodeLue(Zone.C, 2026, "Vacances d’Été", LocalDate.of(2027, 7, 3), null));
    }

    @Test
    void refusesWhatIsNoCalendar() {
        assertThatThrownBy(() -> LectureIcs.read("bonjour", Zone.C)).isInstanceOf(FichierRefuse.class);
        assertThatThrownBy(() -> LectureIcs.read("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        BEGIN:VEVENT
                        SUMMARY:Noël
                        DTSTART;VALUE=DATE:20261219
                        DTEND;VALUE=DATE:20261201
                        END:VEVENT
                        END:VCALENDAR
                        """, Zone.C))
                .hasMessageContaining("« Noël » finit avant de commencer");
    }
}
