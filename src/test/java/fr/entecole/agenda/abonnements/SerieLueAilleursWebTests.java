package fr.entecole.agenda.abonnements;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.agenda.Genre;
import fr.entecole.agenda.TenueDeLAgenda;
import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Propos;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Judo each Monday, as another program than the one that writes it reads it: what it had is replaced under the same
/// number, date by date. Nothing is a rule with exceptions, of which programs disagree.
@MondeTest
class SerieLueAilleursWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TenueDeLAgenda tenue;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    private Visites visites;
    private UUID esteve;
    private LocalDate monday;
    private UUID judo;
    private String secret;

    @BeforeEach
    void weekly() {
        visites = new Visites(context);
        jdbc.sql("delete from agenda.evenement").update();
        jdbc.sql("delete from agenda.abonnement").update();
        esteve = visites.personnel("11", "300102");
        monday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        judo = tenue.publish(
                List.of(Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES)),
                new Propos(Genre.ACTIVITE, "Le judo", "", ""),
                IntStream.range(0, 4)
                        .mapToObj(monday::plusWeeks)
                        .map(day -> new Date(day, day, LocalTime.of(10, 0), LocalTime.of(11, 0)))
                        .toList(),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                clock.instant(),
                false);
        var answer = visites.post(visites.responsable("700101"), "/agenda/abonnement", "nom", "mon téléphone");
        assertThat(answer).hasStatusOk();
        var found = Pattern.compile("/agenda/abonnement/([\\w-]+)\\.ics").matcher(Visites.words(answer));
        assertThat(found.find()).isTrue();
        secret = found.group(1);
    }

    @Test
    void isTheSameEventMovedOrCancelledAndLeavesTheOthers() {
        var before = judo();
        assertThat(before).hasSize(4).allSatisfy(event -> {
            assertThat(said(event, Property.SEQUENCE)).isEqualTo("0");
            assertThat(said(event, Property.STATUS)).isEqualTo("CONFIRMED");
        });
        assertThat(before).extracting(event -> said(event, Property.UID)).doesNotHaveDuplicates();
        var tuesday = monday.plusWeeks(1).plusDays(1);
        assertThat(visites.post(
                        esteve,
                        path(1),
                        "jour",
                        tuesday.toString(),
                        "debut",
                        "14:00",
                        "fin",
                        "15:00",
                        "quoi",
                        "une",
                        "version",
                        "1"))
                .hasStatus(303);
        assertThat(visites.post(
                        esteve,
                        "/agenda/evenements/" + judo + "/annulation",
                        "seance",
                        seance(monday.plusWeeks(2)).toString()))
                .hasStatus(303);
        var after = judo();
        assertThat(after)
                .extracting(event -> said(event, Property.UID))
                .containsExactlyElementsOf(
                        before.stream().map(event -> said(event, Property.UID)).toList());
        assertThat(after)
                .extracting(event -> said(event, Property.SEQUENCE) + " " + said(event, Property.STATUS))
                .containsExactly("0 CONFIRMED", "1 CONFIRMED", "1 CANCELLED", "0 CONFIRMED");
        assertThat(after)
                .extracting(event -> said(event, Property.DTSTART))
                .containsExactly(
                        at(monday, 10), at(tuesday, 14), at(monday.plusWeeks(2), 10), at(monday.plusWeeks(3), 10));
        assertThat(after)
                .allSatisfy(event -> assertThat(List.of(Property.RRULE, Property.EXDATE, Property.RECURRENCE_ID))
                        .noneMatch(name -> event.getProperty(name).isPresent()));
    }

    private static String at(LocalDate day, int hour) {
        return day.toString().replace("-", "") + "T" + hour + "0000";
    }

    private String path(int weeks) {
        return "/agenda/evenements/" + judo + "/seances/" + seance(monday.plusWeeks(weeks));
    }

    private UUID seance(LocalDate jour) {
        return jdbc.sql("select id from agenda.seance where evenement_id = :e and jour = :j")
                .param("e", judo)
                .param("j", jour)
                .query(UUID.class)
                .single();
    }

    /// In the order of their numbers in the database.
    private List<VEvent> judo() {
        var ids = jdbc
                .sql("select id from agenda.seance where evenement_id = :e order by id")
                .param("e", judo)
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
        var answer = mvc.get().uri("/agenda/abonnement/{secret}.ics", secret).exchange();
        assertThat(answer).hasStatusOk();
        try {
            var calendar = new CalendarBuilder()
                    .build(new StringReader(answer.getResponse().getContentAsString()));
            assertThat(calendar.validate().hasErrors()).isFalse();
            return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                    .filter(event -> said(event, Property.SUMMARY).startsWith("Le judo"))
                    .sorted(Comparator.comparing(
                            event -> ids.indexOf(said(event, Property.UID).replaceFirst("@.*", ""))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserException e) {
            throw new AssertionError(e);
        }
    }

    private static String said(VEvent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElse("");
    }
}
