package fr.entecole.agenda.seances;

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
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Judo of the CM1, each Monday: one is moved, some are cancelled, and whom it is for changes.
@MondeTest
class SeancesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    TenueDeLAgenda tenue;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID samira;
    UUID ecole;
    UUID cm1;
    LocalDate monday;
    UUID judo;

    @BeforeEach
    void weekly() {
        visites = new Visites(context);
        jdbc.sql("delete from agenda.evenement").update();
        esteve = visites.personnel("11", "300102");
        samira = visites.responsable("700101");
        ecole = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        monday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        judo = tenue.publish(
                List.of(Public.ofClasse(ecole, cm1, Qui.RESPONSABLES)),
                new Propos(Genre.ACTIVITE, "Le judo", "", ""),
                IntStream.range(0, 4)
                        .mapToObj(monday::plusWeeks)
                        .map(day -> new Date(day, day, LocalTime.of(10, 0), LocalTime.of(11, 0)))
                        .toList(),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                clock.instant(),
                false);
    }

    @Test
    void movesOneDateAloneAndTellsIt() {
        var second = seance(monday.plusWeeks(1));
        for (var other : List.of(samira, visites.personnel("11", "300105"), visites.eleve("500101"))) {
            assertThat(visites.get(other, path(second))).hasStatus(404);
            assertThat(visites.post(other, path(second), "jour", monday.toString()))
                    .hasStatus(404);
        }
        assertThat(visites.page(esteve, "/agenda/evenements/" + judo)).contains(path(second), "Déplacer");
        assertThat(visites.page(esteve, path(second))).contains("Celle-ci et les 2 suivantes", "10:00");
        var tuesday = monday.plusWeeks(1).plusDays(1);
        assertThat(move(second, tuesday, "14:00", "15:00", "une", "1"))
                .hasRedirectedUrl("/agenda/evenements/" + judo + "?fait=deplace");
        assertThat(days()).containsExactly(monday, tuesday, monday.plusWeeks(2), monday.plusWeeks(3));
        assertThat(hours()).containsExactly("10:00", "14:00", "10:00", "10:00");
        assertThat(news()).startsWith("Déplacé").contains("Le judo", "14");
        assertThat(visites.page(samira, "/agenda?jour=" + tuesday)).contains("Le judo");
    }

    @Test
    void keepsTheHoursOfADateThatWasMovedWhenTheSeriesChanges() {
        assertThat(move(seance(monday.plusWeeks(1)), monday.plusWeeks(1), "14:00", "15:00", "une", "1"))
                .hasStatus(303);
        assertThat(visites.post(
                        esteve,
                        "/agenda/evenements/" + judo + "/changement",
                        "genre",
                        "ACTIVITE",
                        "titre",
                        "Le judo",
                        "jour",
                        monday.toString(),
                        "debut",
                        "09:00",
                        "fin",
                        "10:00",
                        "version",
                        "2"))
                .hasStatus(303);
        assertThat(hours()).containsExactly("09:00", "14:00", "09:00", "09:00");
    }

    @Test
    void movesADateAndThoseAfterItBySoManyDays() {
        var second = seance(monday.plusWeeks(1));
        var answer = move(second, monday.plusWeeks(1).plusDays(1), "10:00", "11:00", "suivantes", "1");
        if (answer.getResponse().getStatus() == 200) { // some of these Tuesdays are holidays
            assertThat(Visites.words(answer)).contains("Déplacer quand même");
            assertThat(days()).contains(monday.plusWeeks(1));
            answer = visites.post(
                    esteve,
                    path(second),
                    "jour",
                    monday.plusWeeks(1).plusDays(1).toString(),
                    "debut",
                    "10:00",
                    "fin",
                    "11:00",
                    "quoi",
                    "suivantes",
                    "version",
                    "1",
                    "geste",
                    "confirmer");
        }
        assertThat(answer).hasStatus(303);
        assertThat(jdbc.sql("""
                        select jour from agenda.seance where evenement_id = :id and annulee_le is null order by jour
                        """).param("id", judo).query(LocalDate.class).list())
                .startsWith(monday, monday.plusWeeks(1).plusDays(1))
                .doesNotContain(monday.plusWeeks(1), monday.plusWeeks(2), monday.plusWeeks(3));
    }

    @Test
    void showsThoseThatWouldFallOnADayWithoutClassBeforeAnythingIsWritten() {
        var first = seance(monday);
        var saturday = monday.plusDays(5);
        var answer = move(first, saturday, "10:00", "11:00", "suivantes", "1");
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer)).contains("3 dates tomberaient un jour sans classe", "Déplacer quand même");
        assertThat(days()).hasSize(4).startsWith(monday);
    }

    @Test
    void cancelsADateAndThoseAfterIt() {
        assertThat(visites.post(
                        esteve,
                        "/agenda/evenements/" + judo + "/annulation",
                        "seance",
                        seance(monday.plusWeeks(2)).toString(),
                        "suivantes",
                        "true"))
                .hasRedirectedUrl("/agenda/evenements/" + judo + "?fait=annule&version=2");
        assertThat(jdbc.sql("select jour from agenda.seance where evenement_id = :id and annulee_le is null")
                        .param("id", judo)
                        .query(LocalDate.class)
                        .list())
                .containsExactlyInAnyOrder(monday, monday.plusWeeks(1));
        assertThat(visites.post(esteve, "/agenda/evenements/" + judo + "/retablissement", "version", "2"))
                .hasStatus(303);
        assertThat(jdbc.sql("select count(*) from agenda.seance where evenement_id = :id and annulee_le is null")
                        .param("id", judo)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void overwritesNothingThatWasWrittenMeanwhile() {
        var first = seance(monday);
        assertThat(move(first, monday, "08:30", "", "une", "1")).hasStatus(303);
        var late = move(first, monday.plusDays(1), "09:15", "", "une", "1");
        assertThat(late).hasStatus(409);
        assertThat(Visites.words(late)).contains("changée entre-temps", "8 h 30", "09:15");
        assertThat(days()).contains(monday);
    }

    @Test
    void saysWhatIsToBeCorrected() {
        var first = seance(monday);
        assertThat(Visites.words(move(first, LocalDate.now(clock).minusDays(1), "", "", "une", "1")))
                .contains("Choisissez un jour à venir");
        var hours = move(first, monday, "10:00", "09:00", "une", "1");
        assertThat(hours).hasStatus(422);
        assertThat(Visites.words(hours)).contains("une heure de fin après");
        assertThat(days()).startsWith(monday);
    }

    @Test
    void changesWhomItIsFor() {
        var change = "/agenda/evenements/" + judo + "/changement";
        assertThat(visites.page(samira, "/agenda?jour=" + monday)).contains("Le judo");
        var ilyes = Public.ofEleves(ecole, List.of(visites.eleve("500103")), Qui.RESPONSABLES);
        assertThat(visites.page(esteve, change))
                .contains(
                        "Pour qui",
                        Public.ofClasse(ecole, cm1, Qui.RESPONSABLES).code());
        assertThat(change(esteve, Public.ofEcole(ecole, Qui.RESPONSABLES), "1"))
                .as("not hers to address")
                .hasStatus(404);
        var none = visites.post(
                esteve,
                change,
                "genre",
                "ACTIVITE",
                "titre",
                "Le judo",
                "jour",
                monday.toString(),
                "version",
                "1",
                "geste",
                "enregistrer");
        assertThat(none).hasStatus(422);
        assertThat(Visites.words(none)).contains("Choisissez pour qui");
        assertThat(change(esteve, ilyes, "1")).hasStatus(303);
        assertThat(visites.page(samira, "/agenda?jour=" + monday)).doesNotContain("Le judo");
        assertThat(visites.get(samira, "/agenda/evenements/" + judo)).hasStatus(404);
        assertThat(visites.page(guardianOf("500103"), "/agenda?jour=" + monday)).contains("Le judo");
    }

    private UUID guardianOf(String eleve) {
        return jdbc.sql("select min(personne_id::text)::uuid from annuaire.garde(current_date) where eleve_id = :e")
                .param("e", visites.eleve(eleve))
                .query(UUID.class)
                .single();
    }

    private MvcTestResult change(UUID who, Public pour, String version) {
        return visites.post(
                who,
                "/agenda/evenements/" + judo + "/changement",
                "genre",
                "ACTIVITE",
                "titre",
                "Le judo",
                "jour",
                monday.toString(),
                "debut",
                "10:00",
                "fin",
                "11:00",
                "version",
                version,
                "pour",
                pour.code(),
                "geste",
                "enregistrer");
    }

    private MvcTestResult move(UUID seance, LocalDate jour, String debut, String fin, String quoi, String version) {
        return visites.post(
                esteve,
                path(seance),
                "jour",
                jour.toString(),
                "debut",
                debut,
                "fin",
                fin,
                "quoi",
                quoi,
                "version",
                version,
                "prevenir",
                "true");
    }

    private String path(UUID seance) {
        return "/agenda/evenements/" + judo + "/seances/" + seance;
    }

    private UUID seance(LocalDate jour) {
        return jdbc.sql("select id from agenda.seance where evenement_id = :id and jour = :jour")
                .param("id", judo)
                .param("jour", jour)
                .query(UUID.class)
                .single();
    }

    private List<LocalDate> days() {
        return jdbc.sql("select jour from agenda.seance where evenement_id = :id order by jour")
                .param("id", judo)
                .query(LocalDate.class)
                .list();
    }

    private List<String> hours() {
        return jdbc.sql("select to_char(debut, 'HH24:MI') from agenda.seance where evenement_id = :id order by jour")
                .param("id", judo)
                .query(String.class)
                .list();
    }

    private String news() {
        return jdbc.sql("select titre from notifications.depot where chose = :id and annule_le is null")
                .param("id", judo)
                .query(String.class)
                .single();
    }
}
