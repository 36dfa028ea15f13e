package fr.entecole.liaison.rendezvous;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// One meeting as calendars read it (RFC 5545): lines end with CR LF and are folded at 75 bytes, instants are UTC so
/// that no change of the clock moves them.
final class AgendaDUnRendezVous {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 75;

    private AgendaDUnRendezVous() {}

    static byte[] of(UUID id, String titre, String lieu, Instant debut, Instant fin, Instant now) {
        var lines = new StringBuilder();
        add(lines, "BEGIN:VCALENDAR");
        add(lines, "VERSION:2.0");
        add(lines, "PRODID:-//ENT-École//Rendez-vous//FR");
        add(lines, "BEGIN:VEVENT");
        add(lines, "UID:" + id + "@ent-ecole");
        add(lines, "DTSTAMP:" + INSTANT.format(now));
        add(lines, "DTSTART:" + INSTANT.format(debut));
        add(lines, "DTEND:" + INSTANT.format(fin));
        add(lines, "SUMMARY:" + text(titre));
        add(lines, "LOCATION:" + text(lieu));
        add(lines, "END:VEVENT");
        add(lines, "END:VCALENDAR");
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    private static void add(StringBuilder lines, String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            var words = Character.toString(letter);
            int more = words.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST) {
                lines.append("\r\n ");
                bytes = 1;
            }
            lines.append(words);
            bytes += more;
            i += Character.charCount(letter);
        }
        lines.append("\r\n");
    }
}
