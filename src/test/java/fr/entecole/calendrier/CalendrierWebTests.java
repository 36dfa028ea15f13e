package fr.entecole.calendrier;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@MondeTest
class CalendrierWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    Clock clock;

    Visites visites;
    UUID directrice;
    UUID region;
    UUID curie;
    LocalDate today;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        directrice = visites.personnel("11", "300101");
        region = visites.agent("Vidal");
        curie = reperes.ecole("0110358E");
        today = LocalDate.now(clock);
    }

    @Test
    void showsTheYearOfTheSchoolToAParentAndToTheTeacher() {
        for (var person : List.of(visites.responsable("700103"), visites.personnel("11", "300102"))) {
            assertThat(visites.page(person, "/calendrier/ecoles/" + curie))
                    .contains("Le calendrier " + AnneeScolaire.of(today), "Vacances", "Pont")
                    .doesNotContain("La semaine de l’école");
        }
    }

    @Test
    void asksTwoStatementsForAYear() {
        assertThat(visites.statements(visites.responsable("700103"), "/calendrier/ecoles/" + curie))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void hidesTheCalendarOfAnotherSchool() {
        assertThat(visites.get(visites.personnel("11", "300116"), "/calendrier/ecoles/" + curie))
                .hasStatus(404);
        assertThat(visites.get(visites.personnel("11", "300102"), "/calendrier/ecoles/" + curie + "/semaine"))
                .hasStatus(404);
    }

    @Test
    void leadsStraightToTheOneSchoolAndLetsChooseAmongTwo() {
        assertThat(visites.get(directrice, "/calendrier"))
                .hasStatus(303)
                .redirectedUrl()
                .endsWith("/calendrier/ecoles/" + curie);
        // Samira Benali has a child in each of two schools
        assertThat(visites.page(visites.responsable("700105"), "/calendrier"))
                .contains("Marie Curie", "Alphonse Daudet");
    }

    @Test
    void takesADayAwayAsSoonAsTheHeadSaysSo() {
        var jour = schoolDay(today.plusWeeks(1));
        assertThat(has(jour)).isTrue();
        assertThat(add(jour, "false", "Journée pédagogique")).hasStatus(303);
        assertThat(has(jour)).isFalse();
        assertThat(add(jour, "true", "Encore")).hasStatus(422).bodyText().contains("Vous avez déjà dit");
        assertThat(visites.page(directrice, "/calendrier/ecoles/" + curie + "/jours"))
                .contains("Journée pédagogique");
        var id = jdbc.sql("select id from calendrier.jour_local where jour = :jour and retire_le is null")
                .param("jour", jour)
                .query(UUID.class)
                .single();
        assertThat(visites.post(directrice, "/calendrier/ecoles/" + curie + "/jours/" + id + "/retrait"))
                .hasStatus(303);
        assertThat(has(jour)).isTrue();
        assertThat(jdbc.sql("select count(*) from journal.fait where action in ('jour-ajoute', 'jour-retire')"
                                + " and objet_id = :ecole and fait_le >= :jour")
                        .param("ecole", curie.toString())
                        .param("jour", today.minusDays(1))
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void saysWhatIsMissingInADayAndKeepsWhatWasTyped() {
        assertThat(visites.post(
                        directrice,
                        "/calendrier/ecoles/" + curie + "/jours",
                        "jour",
                        "1999-01-01",
                        "moment",
                        "SOIR",
                        "motif",
                        ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez un jour à venir", "Choisissez toute la journée", "Dites pourquoi", "1999-01-01");
    }

    @Test
    void changesTheWeekFromADayOn() {
        var monday = today.plusWeeks(3).with(DayOfWeek.MONDAY);
        assertThat(visites.post(
                        directrice,
                        "/calendrier/ecoles/" + curie + "/semaine",
                        "effet",
                        monday.toString(),
                        "j3-MATIN-debut",
                        "8h30",
                        "j3-MATIN-fin",
                        "11:30"))
                .hasStatus(303);
        var calendrier = calendriers.of(curie);
        assertThat(calendrier.semaine(monday.minusDays(1)).orElseThrow().creneaux())
                .hasSize(8);
        assertThat(calendrier.semaine(monday).orElseThrow().creneaux()).hasSize(1);
        assertThat(visites.page(directrice, "/calendrier/ecoles/" + curie + "/semaine"))
                .contains("À partir du", "1 demi-journée, 3 h par semaine");
        jdbc.sql("update calendrier.semaine set remplacee_le = :le where ecole_id = :ecole")
                .param("le", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("ecole", curie)
                .update();
    }

    @Test
    void saysWhichHoursAreWrong() {
        assertThat(visites.post(
                        directrice,
                        "/calendrier/ecoles/" + curie + "/semaine",
                        "effet",
                        today.minusDays(1).toString(),
                        "j1-MATIN-debut",
                        "8h30",
                        "j2-MATIN-debut",
                        "11:30",
                        "j2-MATIN-fin",
                        "8:30",
                        "j4-MATIN-debut",
                        "8:30",
                        "j4-MATIN-fin",
                        "12:00",
                        "j4-APRES_MIDI-debut",
                        "11:30",
                        "j4-APRES_MIDI-fin",
                        "16:00"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Lundi matin",
                        "donnez les deux heures, ou aucune",
                        "la fin doit venir après le début",
                        "Le jeudi, l’après-midi commence avant la fin du matin",
                        "aujourd’hui ou plus tard",
                        "8h30");
    }

    @Test
    void givesTheSchoolsOfACommuneTheWeekOfItsLeadUntilTheySayOtherwise() {
        var lead = visites.agent("Puech");
        var day = today.plusDays(10);
        assertThat(visites.post(
                        lead,
                        "/calendrier/commune/semaine",
                        "effet",
                        day.toString(),
                        "j6-MATIN-debut",
                        "8:30",
                        "j6-MATIN-fin",
                        "11:30"))
                .hasStatus(303);
        assertThat(calendriers.of(curie).semaine(day).orElseThrow().creneaux()).hasSize(1);
        // Lespignan élémentaire has its own, and is of another commune
        assertThat(calendriers
                        .of(reperes.ecole("0341406U"))
                        .semaine(day)
                        .orElseThrow()
                        .creneaux())
                .hasSize(9);
        jdbc.sql("update calendrier.semaine set remplacee_le = :le where commune is not null")
                .param("le", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    @Test
    void takesAPlannedWeekBackAndNeverTheRegionsOwn() {
        var day = today.plusDays(20);
        var path = "/calendrier/ecoles/" + curie + "/semaine";
        assertThat(visites.post(
                        directrice, path, "effet", day.toString(), "j1-MATIN-debut", "9:00", "j1-MATIN-fin", "12:00"))
                .hasStatus(303);
        assertThat(visites.page(visites.responsable("700103"), "/calendrier/ecoles/" + curie))
                .contains("8 h 30 à 11 h 30", "La semaine à partir du", "9 h à 12 h");
        assertThat(visites.post(directrice, path, "retirer", day.toString())).hasStatus(303);
        assertThat(calendriers.of(curie).semaine(day).orElseThrow().creneaux()).hasSize(8);
        assertThat(visites.post(directrice, path, "retirer", day.toString())).hasStatus(404);
        assertThat(visites.post(region, "/calendrier/region/semaine", "retirer", "2000-09-01"))
                .hasStatus(404);
    }

    @Test
    void refusesADayThatChangesNothing() {
        var noel = LocalDate.of(AnneeScolaire.of(today).rentree(), 12, 25);
        var christmas = noel.isBefore(today) ? noel.plusYears(1) : noel;
        assertThat(add(christmas, "false", "Fête")).hasStatus(422).bodyText().contains("Il n’y a déjà pas classe");
        assertThat(add(schoolDay(today.plusWeeks(2)), "true", "Rattrapage"))
                .hasStatus(422)
                .bodyText()
                .contains("Il y a déjà classe");
        assertThat(add(today.minusDays(1), "false", "Hier"))
                .hasStatus(422)
                .bodyText()
                .contains("un jour à venir");
    }

    @Test
    void setsDeliveryHoursOfTheSchoolAlone() {
        assertThat(visites.post(
                        directrice,
                        "/calendrier/ecoles/" + curie + "/remise",
                        "effet",
                        today.toString(),
                        "ouvre",
                        "08:00",
                        "ferme",
                        "07:00"))
                .hasStatus(422)
                .bodyText()
                .contains("La fin doit venir après le début");
        assertThat(visites.post(
                        directrice,
                        "/calendrier/ecoles/" + curie + "/remise",
                        "effet",
                        today.toString(),
                        "ouvre",
                        "08:00",
                        "ferme",
                        "18:30",
                        "samedi",
                        "",
                        "vacances",
                        "true"))
                .hasStatus(303);
        assertThat(visites.page(directrice, "/calendrier/ecoles/" + curie + "/remise"))
                .contains("Du lundi au vendredi, de 8 h à 18 h 30. Rien le samedi ni le dimanche.")
                .contains("Reprendre les heures d’avant");
        assertThat(calendriers
                        .of(reperes.ecole("0110359F"))
                        .remise(today)
                        .orElseThrow()
                        .ferme())
                .hasHour(20);
    }

    @Test
    void givesTheRegionsHoursBackAndNeverTakesThemAway() {
        var path = "/calendrier/ecoles/" + curie + "/remise";
        String[] hours = {"effet", today.toString(), "ouvre", "08:00", "ferme", "18:30"};
        assertThat(visites.post(directrice, path, hours)).hasStatus(303);
        assertThat(visites.post(directrice, path, "retirer", today.plusDays(1).toString()))
                .hasStatus(404);
        assertThat(visites.post(directrice, path, "retirer", today.toString())).hasStatus(303);
        assertThat(visites.page(directrice, path))
                .contains("Données par la région")
                .doesNotContain("Reprendre les heures d’avant");
        assertThat(visites.page(directrice, "/journal"))
                .contains("Heures de remise de l’école changées : à partir du " + Dates.words(today));
        assertThat(visites.post(visites.agent("Vidal"), "/calendrier/region/remise", "retirer", "2020-09-01"))
                .hasStatus(404);
    }

    @Test
    void takesTheMinistrysFileWholeOrNotAtAll() {
        var head = "description;population;start_date;end_date;location;zones;annee_scolaire\n";
        var good = "Vacances de Noël;-;2031-12-20;2032-01-05;Lille;Zone B;2031-2032\n";
        assertThat(upload(head + good + "Hiver;-;2032-02-30;;Lille;Zone B;2031-2032\n"))
                .hasStatus(422)
                .bodyText()
                .contains("Ligne 3", "Rien n’a été changé");
        assertThat(zoneB()).isZero();
        assertThat(upload(head + good)).hasStatus(303).redirectedUrl().endsWith("annees=1");
        assertThat(upload(head + good)).hasStatus(303).redirectedUrl().endsWith("annees=0");
        assertThat(zoneB()).isOne();
        assertThat(upload("")).hasStatus(422).bodyText().contains("Choisissez le fichier");
        assertThat(visites.upload(region, "/calendrier/vacances/fichier", "x.csv", new byte[] {(byte) 0xff, 0x41}))
                .hasStatus(422);
    }

    @Test
    void correctsHolidaysByHandInPlaceOfThoseOfTheSameName() {
        keep("2032-02-14", "2032-03-01");
        keep("2032-02-21", "2032-03-08");
        assertThat(jdbc.sql("select debut::text from calendrier.vacances where zone = 'A' and remplacee_le is null"
                                + " and annee = 2031")
                        .query(String.class)
                        .list())
                .containsExactly("2032-02-21");
        assertThat(visites.post(
                        region,
                        "/calendrier/vacances",
                        "zone",
                        "A",
                        "nom",
                        "",
                        "debut",
                        "2032-02-21",
                        "reprise",
                        "2032-02-20"))
                .hasStatus(422)
                .bodyText()
                .contains("Écrivez le nom", "Le jour de la reprise doit venir après");
    }

    private void keep(String debut, String reprise) {
        assertThat(visites.post(
                        region,
                        "/calendrier/vacances",
                        "zone",
                        "A",
                        "nom",
                        "Vacances d’Hiver",
                        "debut",
                        debut,
                        "reprise",
                        reprise))
                .hasStatus(303);
    }

    private MvcTestResult upload(String texte) {
        return mvc.post()
                .uri("/calendrier/vacances/fichier")
                .multipart()
                .file("fichier", texte.getBytes(StandardCharsets.UTF_8))
                .cookie(new EnTantQue(context).personne(region))
                .with(formulaire())
                .exchange();
    }

    private int zoneB() {
        return jdbc.sql("select count(*) from calendrier.vacances where zone = 'B' and remplacee_le is null")
                .query(Integer.class)
                .single();
    }

    private MvcTestResult add(LocalDate jour, String classe, String motif) {
        return visites.post(
                directrice,
                "/calendrier/ecoles/" + curie + "/jours",
                "jour",
                jour.toString(),
                "classe",
                classe,
                "motif",
                motif);
    }

    private boolean has(LocalDate jour) {
        return calendriers.of(curie).hasClasse(new DemiJournee(jour, Moment.MATIN));
    }

    private LocalDate schoolDay(LocalDate from) {
        return calendriers
                .of(curie)
                .next(new DemiJournee(from, Moment.MATIN))
                .orElseThrow()
                .jour();
    }
}
