package fr.entecole.agenda.abonnements;

import static fr.entecole.socle.Phrases.t;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import fr.entecole.agenda.Evenement;
import fr.entecole.agenda.Seance;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendrier.Marque;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;

/// Writes iCalendar (RFC 5545). A weekly event is written date by date, each with its own UID: what is skipped is not
/// there, what is cancelled says so. Nothing in it moves from one reading to the next unless something has changed, so
/// that its print tells whether it must be read again.
final class EcritureIcs {

    private static final String ZONE = "Europe/Paris";
    private static final String DOMAIN = "@agenda.ent-ecole";
    private static final int HEURES = 4;
    private static final int LINE = 75;

    private EcritureIcs() {}

    /// @param titre name of the calendar
    /// @param classe « CM1 Mme Estève » for an event, empty where there is none
    /// @param lien address of the page of an event
    static String write(
            String titre,
            List<Seance> seances,
            List<Marque> marques,
            Function<Evenement, String> classe,
            Function<Evenement, String> lien) {
        var calendar = new ICalendar();
        calendar.setProductId("-//ENT-Ecole//Agenda//FR");
        calendar.setName(titre);
        calendar.addExperimentalProperty("X-WR-CALNAME", titre);
        calendar.addExperimentalProperty("X-WR-TIMEZONE", ZONE);
        calendar.setRefreshInterval(Duration.builder().hours(HEURES).build()).setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT" + HEURES + "H");
        calendar.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(ZONE), paris()));
        seances.forEach(s -> calendar.addEvent(event(s, classe, lien)));
        marques.forEach(m -> calendar.addEvent(day(m)));
        return folded(calendar);
    }

    /// Lines of 75 octets at most (RFC 5545, 3.1): the library counts signs, and an accent is two octets.
    private static String folded(ICalendar calendar) {
        var whole = new StringWriter();
        try (var writer = new ICalWriter(whole, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var folded = new StringBuilder();
        whole.toString().lines().forEach(line -> {
            int octets = 0;
            for (var sign : line.codePoints().toArray()) {
                int more = Character.toString(sign).getBytes(StandardCharsets.UTF_8).length;
                if (octets + more > LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.appendCodePoint(sign);
                octets += more;
            }
            folded.append("\r\n");
        });
        return folded.toString();
    }

    private static VEvent event(Seance seance, Function<Evenement, String> classe, Function<Evenement, String> lien) {
        var said = seance.evenement();
        var event = begun(seance.id() + DOMAIN, seance.changeLe());
        event.setSummary(summary(said, classe.apply(said)));
        event.setSequence(seance.numero());
        event.setStatus(seance.annulee() ? Status.cancelled() : Status.confirmed());
        event.setUrl(lien.apply(said));
        if (!said.discret() && !said.lieu().isEmpty()) {
            event.setLocation(said.lieu());
        }
        var debut = seance.debut();
        if (debut == null) {
            days(event, seance.jour(), seance.dernier());
        } else {
            event.setDateStart(new DateStart(at(seance.jour(), debut)));
            event.setDateEnd(new DateEnd(at(seance.jour(), seance.ends(debut))));
        }
        return event;
    }

    /// « Sortie au musée (CM1 Mme Estève) »; of what is for chosen families or the team, only what kind of thing it is.
    private static String summary(Evenement evenement, String classe) {
        var words = evenement.discret() ? evenement.genre().libelle() : evenement.titre();
        return classe.isEmpty() ? words : t("{0} ({1})", words, classe);
    }

    private static VEvent day(Marque marque) {
        var id = UUID.nameUUIDFromBytes(marque.toString().getBytes(StandardCharsets.UTF_8));
        var event =
                begun(id + DOMAIN, marque.debut().atStartOfDay(Calendrier.PARIS).toInstant());
        event.setSummary(marque.nom());
        event.setTransparency(true);
        days(event, marque.debut(), marque.fin());
        return event;
    }

    private static VEvent begun(String uid, Instant changed) {
        var event = new VEvent();
        event.setUid(uid);
        event.setDateTimeStamp(instant(changed));
        event.setLastModified(instant(changed));
        return event;
    }

    /// Whole days: dates without hours, of which the end is not part.
    private static void days(VEvent event, LocalDate first, LocalDate last) {
        event.setDateStart(new DateStart(date(first)));
        event.setDateEnd(new DateEnd(date(last.plusDays(1))));
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private static ICalDate at(LocalDate day, LocalTime hour) {
        return instant(day.atTime(hour).atZone(Calendrier.PARIS).toInstant());
    }

    private static ICalDate instant(Instant instant) {
        var there = instant.atOffset(ZoneOffset.UTC);
        return new ICalDate(
                new DateTimeComponents(
                        there.getYear(),
                        there.getMonthValue(),
                        there.getDayOfMonth(),
                        there.getHour(),
                        there.getMinute(),
                        there.getSecond(),
                        true),
                true);
    }

    /// The rule of Europe since 1996, said in the file: a program needs to know no zone.
    private static VTimezone paris() {
        var zone = new VTimezone(ZONE);
        var summer = new DaylightSavingsTime();
        summer.setDateStart(new DateTimeComponents(1996, 3, 31, 2, 0, 0, false));
        summer.setTimezoneOffsetFrom(new UtcOffset(true, 1, 0));
        summer.setTimezoneOffsetTo(new UtcOffset(true, 2, 0));
        summer.addTimezoneName("CEST");
        summer.setRecurrenceRule(lastSundayOf(3));
        var winter = new StandardTime();
        winter.setDateStart(new DateTimeComponents(1996, 10, 27, 3, 0, 0, false));
        winter.setTimezoneOffsetFrom(new UtcOffset(true, 2, 0));
        winter.setTimezoneOffsetTo(new UtcOffset(true, 1, 0));
        winter.addTimezoneName("CET");
        winter.setRecurrenceRule(lastSundayOf(10));
        zone.addDaylightSavingsTime(summer);
        zone.addStandardTime(winter);
        return zone;
    }

    private static Recurrence lastSundayOf(int month) {
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY)
                .build();
    }
}
