package fr.entecole.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The hall of Marie Curie, as its team reserves it.
@MondeTest
class ReservationsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Visites visites;
    UUID castans;
    UUID esteve;
    UUID colleague;
    UUID samira;
    UUID cm1;
    String hall;
    LocalDate monday;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        castans = visites.personnel("11", "300101");
        esteve = visites.personnel("11", "300102");
        colleague = visites.personnel("11", "300105");
        cm1 = context.getBean(Reperes.class).classe("11", "514");
        samira = visites.responsable("700103");
        hall = "/reservations/choses/" + chose("Salle de motricité");
        var calendrier = context.getBean(Calendriers.class)
                .of(context.getBean(Reperes.class).ecole("0110358E"));
        monday = Stream.iterate(
                        LocalDate.now(clock).plusWeeks(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
                        day -> day.plusWeeks(1))
                .filter(day -> calendrier.hasClasse(new DemiJournee(day, Moment.APRES_MIDI))
                        && calendrier.hasClasse(new DemiJournee(day.plusWeeks(1), Moment.APRES_MIDI)))
                .findFirst()
                .orElseThrow();
        jdbc.sql("delete from reservations.reservation where lower(moment) >= ?")
                .param(monday.atStartOfDay())
                .update();
    }

    @Test
    void isThereForTheTeamOfTheSchoolAlone() {
        for (var stranger : List.of(samira, visites.personnel("11", "300116"), visites.eleve("500101"))) {
            assertThat(visites.get(stranger, hall)).hasStatus(404);
            assertThat(reserve(stranger, "09:00", "10:00", "Pour voir")).hasStatus(404);
        }
        assertThat(visites.get(samira, "/reservations")).hasStatus(404);
        assertThat(visites.page(visites.personnel("11", "300116"), "/reservations"))
                .doesNotContain("Salle de motricité");
        assertThat(visites.page(colleague, "/reservations")).contains("Salle de motricité", "Chariot de tablettes");
    }

    @Test
    void reservesAnHourAndRefusesItToTheNext() {
        assertThat(reserve(esteve, "09:00", "10:00", "Acrosport", "classe", cm1.toString()))
                .hasStatus(303);
        assertThat(visites.page(colleague, hall + "?jour=" + monday))
                .contains("de 9 h à 10 h", "Claire Estève", "Acrosport", "CM1");
        var refused = reserve(colleague, "09:30", "10:30", "Danse");
        assertThat(refused).hasStatus(409);
        assertThat(Visites.words(refused))
                .contains("Ce n’est pas libre à cette heure", "Claire Estève, de 9 h à 10 h", "value=\"Danse\"");
        assertThat(visites.page(esteve, "/reservations")).contains("Acrosport", "Rendre");
        assertThat(visites.page(colleague, "/reservations")).doesNotContain("Acrosport");
    }

    @Test
    void offersTheOtherDaysOfAWeeklyOne() {
        assertThat(reserve(esteve, "14:00", "15:00", "Une fois")).hasStatus(303);
        var until = monday.plusWeeks(1).toString();
        var refused = reserve(colleague, "14:00", "15:00", "Judo", "repete", until);
        assertThat(refused).hasStatus(409);
        assertThat(Visites.words(refused))
                .contains("1 jour n’est pas libre ; rien n’a été réservé", "Réserver l’autre jour");
        var answer = reserve(colleague, "14:00", "15:00", "Judo", "repete", until, "autres", "true");
        assertThat(answer).hasStatus(303);
        var next = answer.getResponse().getRedirectedUrl();
        assertThat(visites.page(colleague, java.util.Objects.requireNonNull(next)))
                .contains("1 jour réservé. Sauté : " + Dates.jour(monday) + ".");
    }

    @Test
    void givesBackAllWeeksOfAWeeklyOne() {
        var until = monday.plusWeeks(1).toString();
        assertThat(reserve(esteve, "16:00", "17:00", "Théâtre", "repete", until))
                .hasStatus(303);
        var page = visites.page(esteve, "/reservations");
        assertThat(page).containsOnlyOnce("Rendre toutes les semaines");
        var id = jdbc.sql(
                        "select id from reservations.reservation where motif = 'Théâtre' and annulee_le is null limit 1")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(visites.post(esteve, "/reservations/" + id + "/annulation", "toutes", "true"))
                .hasStatus(303);
        assertThat(visites.page(esteve, "/reservations")).doesNotContain("Théâtre");
    }

    @Test
    void saysWhatIsToBeCorrected() {
        var answer = visites.post(esteve, hall, "jour", "2020-01-01", "debut", "06:00", "fin", "05:00", "motif", "");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer))
                .contains("Choisissez un jour à venir", "à partir de 8 h", "jusqu’à 18 h", "Dites pourquoi");
        assertThat(reserve(
                        esteve,
                        "09:00",
                        "10:00",
                        "x",
                        "classe",
                        UUID.randomUUID().toString()))
                .hasStatus(422);
    }

    @Test
    void isGivenBackByWhoHasItAndByTheHead() {
        assertThat(reserve(esteve, "11:00", "12:00", "À rendre")).hasStatus(303);
        var id = jdbc.sql("select id from reservations.reservation where motif = 'À rendre' and annulee_le is null")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(visites.post(colleague, "/reservations/" + id + "/annulation"))
                .hasStatus(404);
        assertThat(visites.post(castans, "/reservations/" + id + "/annulation")).hasStatus(303);
        assertThat(reserve(colleague, "11:00", "12:00", "Libre")).hasStatus(303);
    }

    @Test
    void isKeptByTheHeadAlone() {
        assertThat(visites.get(esteve, "/reservations/nouvelle")).hasStatus(404);
        var bus = "/reservations/choses/" + chose("Minibus");
        assertThat(visites.page(esteve, bus)).contains("seule à la réserver");
        assertThat(visites.post(esteve, bus, "jour", monday.toString(), "debut", "09:00", "fin", "10:00", "motif", "x"))
                .hasStatus(404);
        assertThat(visites.post(
                        castans,
                        "/reservations/choses",
                        "nom",
                        "Salle informatique",
                        "sorte",
                        "SALLE",
                        "nombre",
                        "1",
                        "pour",
                        "EQUIPE",
                        "ouvre",
                        "08:00",
                        "ferme",
                        "17:00"))
                .hasStatus(303);
        assertThat(visites.post(castans, "/reservations/choses", "nom", "", "nombre", "0", "sorte", "x", "pour", "y"))
                .hasStatus(422);
        var room = "/reservations/choses/" + chose("Salle informatique");
        assertThat(visites.post(esteve, room + "/retrait")).hasStatus(404);
        assertThat(visites.post(castans, room + "/retrait")).hasStatus(303);
        assertThat(visites.get(esteve, room)).hasStatus(404);
    }

    @Test
    void isChangedByTheHeadAloneAndKeepsWhatIsReserved() {
        var tablets = "/reservations/choses/" + chose("Chariot de tablettes");
        var change = tablets + "/changement";
        for (var other : List.of(esteve, colleague, visites.personnel("11", "300114"), samira)) {
            assertThat(visites.get(other, change)).hasStatus(404);
            assertThat(change(other, change, "Chariot", "1")).hasStatus(404);
        }
        assertThat(visites.page(castans, tablets)).contains(change);
        assertThat(visites.page(esteve, tablets)).doesNotContain(change);
        assertThat(visites.page(castans, change)).contains("value=\"Chariot de tablettes\"");
        var taken = change(castans, change, "salle de MOTRICITÉ", "1");
        assertThat(taken).hasStatus(422);
        assertThat(Visites.words(taken)).contains("déjà une chose de ce nom", "salle de MOTRICITÉ");
        assertThat(change(castans, change, "Chariot", "2")).hasRedirectedUrl(tablets + "?fait=changee");
        for (var who : List.of(esteve, colleague)) {
            assertThat(visites.post(
                            who, tablets, "jour", monday.toString(), "debut", "09:00", "fin", "10:00", "motif", "x"))
                    .hasStatus(303);
        }
        var occupied = change(castans, change, "Chariot de tablettes", "1");
        assertThat(occupied).hasStatus(422);
        assertThat(Visites.words(occupied)).contains("est réservé");
        assertThat(change(castans, change, "Chariot de tablettes", "2")).hasStatus(303);
        assertThat(visites.page(esteve, tablets + "?jour=" + monday)).contains("de 9 h à 10 h");
    }

    private MvcTestResult change(UUID who, String path, String nom, String nombre) {
        return visites.post(
                who,
                path,
                "nom",
                nom,
                "sorte",
                "MATERIEL",
                "nombre",
                nombre,
                "pour",
                "EQUIPE",
                "ouvre",
                "08:00",
                "ferme",
                "18:00");
    }

    @Test
    void keepsToItsStatements() {
        assertThat(visites.statements(esteve, "/reservations")).hasSizeLessThanOrEqualTo(3);
        assertThat(visites.statements(esteve, hall)).hasSizeLessThanOrEqualTo(5);
    }

    private MvcTestResult reserve(UUID who, String debut, String fin, String motif, String... more) {
        var fields = new java.util.ArrayList<>(
                List.of("jour", monday.toString(), "debut", debut, "fin", fin, "motif", motif));
        fields.addAll(List.of(more));
        return visites.post(who, hall, fields.toArray(String[]::new));
    }

    private UUID chose(String nom) {
        return jdbc.sql("select id from reservations.chose where nom = ? and retire_le is null")
                .param(nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
