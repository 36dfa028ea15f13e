package fr.entecole.liaison.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgendaDUnRendezVousTests {

    private static final Instant DEBUT = Instant.parse("2027-03-29T15:00:00Z");

    @Test
    void writesNoLineLongerThanCalendarsRead() {
        var words = agenda("é".repeat(200), "Salle des maîtres, premier étage; porte bleue");
        assertThat(words.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(words.replace("\r\n ", "")).contains("SUMMARY:" + "é".repeat(200));
    }

    @Test
    void letsNoTextBeginALineOfItsOwn() {
        assertThat(agenda("Rencontre\r\nATTENDEE:mailto:x", "Classe"))
                .contains("SUMMARY:Rencontre\\nATTENDEE:mailto:x\r\n")
                .doesNotContain("\nATTENDEE");
    }

    @Test
    void saysWhenInUniversalTimeAndWhere() {
        assertThat(agenda("Rencontre", "Classe, étage; fond"))
                .contains(
                        "DTSTART:20270329T150000Z\r\n",
                        "DTEND:20270329T151500Z\r\n",
                        "LOCATION:Classe\\, étage\\; fond\r\n")
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private static String agenda(String titre, String lieu) {
        return new String(
                AgendaDUnRendezVous.of(
                        new UUID(1, 2), titre, lieu, DEBUT, DEBUT.plusSeconds(900), DEBUT.minusSeconds(3600)),
                StandardCharsets.UTF_8);
    }
}
