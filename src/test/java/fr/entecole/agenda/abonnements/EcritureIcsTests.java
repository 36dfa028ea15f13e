package fr.entecole.agenda.abonnements;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.entecole.agenda.Evenement;
import fr.entecole.agenda.Genre;
import fr.entecole.agenda.Seance;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier.Marque;
import fr.entecole.socle.AnneeScolaire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EcritureIcsTests {

    private static final Instant CHANGED = Instant.parse("2026-11-24T11:00:00Z");
    private static final UUID ECOLE = UUID.randomUUID();
    private static final Public FAMILLES = Public.ofClasse(ECOLE, UUID.randomUUID(), Qui.RESPONSABLES);

    @Test
    void tellsOfOneFamilyAndOfTheTeamTheKindAlone() {
        var text = write(seance(
                event(
                        "Parler de Zoé",
                        "Dans la classe",
                        Public.ofEleves(ECOLE, List.of(UUID.randomUUID()), Qui.RESPONSABLES)),
                LocalDate.of(2026, 12, 3),
                LocalTime.NOON,
                null));
        assertThat(text)
                .doesNotContain("Zoé", "Dans la classe", "Un pique-nique")
                .contains("SUMMARY:Sortie");
    }

    @Test
    void tellsTheTitleTheClassAndThePlaceAndNotTheWords() {
        var text = write(seance(event("Musée", "Narbonne", FAMILLES), LocalDate.of(2026, 12, 3), null, null));
        assertThat(text)
                .contains("SUMMARY:Musée (CM1)", "LOCATION:Narbonne", "/agenda/evenements/")
                .doesNotContain("Un pique-nique");
    }

    /// 25 October 2026 and 28 March 2027: clocks change between one week and the next.
    @Test
    void keepsTheHourOfParisOverBothChangesOfClocks() {
        var event = event("Piscine", "", FAMILLES);
        var text = write(
                seance(event, LocalDate.of(2026, 10, 20), LocalTime.of(14, 0), LocalTime.of(15, 30)),
                seance(event, LocalDate.of(2026, 10, 27), LocalTime.of(14, 0), LocalTime.of(15, 30)),
                seance(event, LocalDate.of(2027, 3, 23), LocalTime.of(14, 0), LocalTime.of(15, 30)),
                seance(event, LocalDate.of(2027, 3, 30), LocalTime.of(14, 0), LocalTime.of(15, 30)));
        assertThat(text)
                .contains(
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Paris",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                        "DTSTART;TZID=Europe/Paris:20261020T140000",
                        "DTSTART;TZID=Europe/Paris:20261027T140000",
                        "DTSTART;TZID=Europe/Paris:20270330T140000");
        assertThat(read(text))
                .extracting(e -> e.getDateStart().getValue().toInstant())
                .containsExactly(
                        Instant.parse("2026-10-20T12:00:00Z"),
                        Instant.parse("2026-10-27T13:00:00Z"),
                        Instant.parse("2027-03-23T13:00:00Z"),
                        Instant.parse("2027-03-30T12:00:00Z"));
    }

    @Test
    void writesWholeDaysAsDatesWhoseEndIsNotPartOfThem() {
        var event = event("Classe verte", "", FAMILLES);
        var text = write(new Seance(
                UUID.randomUUID(),
                event,
                LocalDate.of(2027, 3, 26),
                LocalDate.of(2027, 3, 29),
                null,
                null,
                0,
                CHANGED,
                null));
        assertThat(text).contains("DTSTART;VALUE=DATE:20270326", "DTEND;VALUE=DATE:20270330");
        var back = read(text).getFirst();
        assertThat(back.getDateStart().getValue().hasTime()).isFalse();
    }

    @Test
    void saysWhatIsCancelledUnderTheSameUid() {
        var id = UUID.randomUUID();
        var event = event("Musée", "", FAMILLES);
        var day = LocalDate.of(2026, 12, 3);
        var before = read(write(new Seance(id, event, day, day, null, null, 0, CHANGED, null)))
                .getFirst();
        var after = read(write(new Seance(id, event, day, day, null, null, 1, CHANGED, CHANGED)))
                .getFirst();
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue()).isEqualTo(1);
        assertThat(before.getStatus().isConfirmed()).isTrue();
        assertThat(after.getStatus().isCancelled()).isTrue();
    }

    /// RFC 5545, 3.1: no line of more than 75 octets, and accents are two.
    @Test
    void foldsLinesWithAccentsAndReadsThemBack() {
        var long_ = "Élèves à l’école : la fête d’été, déjà prête, où l’on a semé des œillets"
                .repeat(2)
                .substring(0, 100);
        var text = write(seance(event(long_, "Été", FAMILLES), LocalDate.of(2026, 12, 3), null, null));
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(read(text).getFirst().getSummary().getValue()).isEqualTo(long_ + " (CM1)");
    }

    @Test
    void escapesWhatWouldEndALine() {
        var text = write(seance(
                event("Un, deux; trois\\quatre\r\nBEGIN:VEVENT", "", FAMILLES), LocalDate.of(2026, 12, 3), null, null));
        assertThat(read(text)).hasSize(1);
        assertThat(text).contains("Un\\, deux\\; trois\\\\quatre");
    }

    @Test
    void saysTheSameTwiceUntilSomethingChanges() {
        var seance = seance(event("Musée", "", FAMILLES), LocalDate.of(2026, 12, 3), LocalTime.NOON, null);
        assertThat(write(seance)).isEqualTo(write(seance));
        assertThat(write(seance)).contains("X-PUBLISHED-TTL:PT4H", "REFRESH-INTERVAL;VALUE=DURATION:PT4H");
    }

    @Test
    void writesHolidaysAsFreeDays() {
        var text = EcritureIcs.write(
                "Agenda",
                List.of(),
                List.of(new Marque(
                        Marque.Sorte.VACANCES,
                        "Vacances de Noël",
                        LocalDate.of(2026, 12, 19),
                        LocalDate.of(2027, 1, 3))),
                _ -> "",
                _ -> "");
        assertThat(text)
                .contains(
                        "SUMMARY:Vacances de Noël",
                        "DTSTART;VALUE=DATE:20261219",
                        "DTEND;VALUE=DATE:20270104",
                        "TRANSP:TRANSPARENT");
    }

    @Test
    void leavesOutFirstNamesAndWhatLedToThem() {
        var names = Set.of("ines", "zoe", "jean-baptiste");
        assertThat(Prenoms.without("Anniversaire d’Inès", names)).isEqualTo("Anniversaire");
        assertThat(Prenoms.without("Musée avec ZOÉ, à Narbonne", names)).isEqualTo("Musée, à Narbonne");
        assertThat(Prenoms.without("Jean-Baptiste", names)).isEmpty();
        assertThat(Prenoms.without("Au zoo, inespéré", names)).isEqualTo("Au zoo, inespéré");
    }

    private static String write(Seance... seances) {
        return EcritureIcs.write(
                "Agenda",
                List.of(seances),
                List.of(),
                evenement -> evenement.discret() ? "" : "CM1",
                evenement -> "https://ent.example.org/agenda/evenements/" + evenement.id());
    }

    private static List<VEvent> read(String text) {
        return Biweekly.parse(text).first().getEvents();
    }

    private static Seance seance(Evenement event, LocalDate jour, @Nullable LocalTime debut, @Nullable LocalTime fin) {
        return new Seance(UUID.randomUUID(), event, jour, jour, debut, fin, 0, CHANGED, null);
    }

    private static Evenement event(String titre, String lieu, Public... pour) {
        return new Evenement(
                UUID.randomUUID(),
                ECOLE,
                null,
                "",
                new AnneeScolaire(2026),
                List.of(pour),
                Genre.SORTIE,
                titre,
                "Un pique-nique.",
                lieu,
                1,
                CHANGED);
    }
}
