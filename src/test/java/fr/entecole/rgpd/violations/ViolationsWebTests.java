package fr.entecole.rgpd.violations;

import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.rgpd.violations.Violation.Genre;
import fr.entecole.rgpd.violations.Violation.Nature;
import fr.entecole.rgpd.violations.Violation.Note;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A list was left at the copier: the file opens, its clock runs, it closes once the CNIL was told.
@MondeTest
class ViolationsWebTests {

    private static final String FILES = "/rgpd/violations";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Visites visites;
    UUID officer;
    UUID region;
    LocalDate today;

    @BeforeEach
    void people() {
        jdbc.sql("delete from rgpd.violation_note").update();
        jdbc.sql("delete from rgpd.violation").update();
        visites = new Visites(context);
        officer = visites.agent("Lebrun");
        region = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR' limit 1")
                .query(UUID.class)
                .single();
        today = LocalDate.now(clock);
    }

    @Test
    void isNobodyElses() {
        open(today.minusDays(1));
        for (var other : new UUID[] {visites.personnel("11", "300101"), visites.responsable("700101")}) {
            assertThat(visites.get(other, FILES)).hasStatus(404);
            assertThat(visites.get(other, FILES + "/" + id())).hasStatus(404);
            assertThat(open(other, today.minusDays(1), "08:30", "1")).hasStatus(404);
        }
        assertThat(visites.page(region, FILES)).contains("photocopieuse");
    }

    @Test
    void runsItsClockUntilTheCnilWasToldThenCloses() {
        open(today.minusDays(1));
        var file = FILES + "/" + id();
        assertThat(visites.page(officer, file)).contains("Elle y est restée une heure.", "il reste", "Agnès Lebrun");
        var early = visites.post(officer, file + "/fin");
        assertThat(early).hasStatus(422);
        assertThat(words(early)).contains("Écrivez d’abord si la CNIL");
        assertThat(visites.post(region, file + "/notes", "genre", "MESURE", "texte", "La liste est détruite."))
                .hasRedirectedUrl(file + "?fait=note");
        assertThat(words(visites.post(officer, file + "/notes", "texte", "Sans genre")))
                .contains("Choisissez de quoi il s’agit", "Sans genre");
        jdbc.sql("update rgpd.violation set connue_le = connue_le - interval '72 hours'")
                .update();
        assertThat(visites.page(officer, FILES)).contains("72 heures passées");
        assertThat(visites.post(officer, file + "/notes", "genre", "CNIL", "texte", "Dossier 2026-118"))
                .hasStatus(303);
        assertThat(visites.page(officer, FILES)).doesNotContain("72 heures passées");
        assertThat(visites.post(officer, file + "/fin")).hasRedirectedUrl(file + "?fait=close");
        assertThat(visites.page(officer, file))
                .contains("Dossier 2026-118", "La liste est détruite.", "close le")
                .doesNotContain("Écrire la suite");
        assertThat(visites.post(officer, file + "/notes", "genre", "MESURE", "texte", "Encore"))
                .as("closed: nothing is added")
                .hasStatus(404);
        assertThat(jdbc.sql("select action from journal.fait where objet_id = :id order by id")
                        .param("id", id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("violation-ouverte", "violation-suivie", "violation-suivie", "violation-close");
    }

    @Test
    void refusesWhatIsNoTimeAndNoNumberAndGivesTheRestBack() {
        var future = open(officer, today.plusDays(1), "08:30", "douze");
        assertThat(future).hasStatus(422);
        assertThat(words(future)).contains("déjà passés", "Écrivez un nombre", "Une liste à la photocopieuse", "douze");
        assertThat(open(officer, today.minusDays(1), "25:99", "1")).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from rgpd.violation")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void countsWholeHoursOfSeventyTwo() {
        var known = Instant.parse("2026-11-25T09:00:00Z");
        var violation = new Violation(UUID.randomUUID(), known, "a", Nature.INTEGRITE, 0, null, List.of());
        assertThat(violation.hoursLeft(known)).isEqualTo(72);
        assertThat(violation.hoursLeft(known.plus(Duration.ofMinutes(1)))).isEqualTo(71);
        assertThat(violation.hoursLeft(known.plus(Duration.ofHours(72)))).isZero();
        assertThat(violation.hoursLeft(known.plus(Duration.ofHours(72)).plusSeconds(61)))
                .isNegative();
        assertThat(violation.settled()).isFalse();
        var why = List.of(new Note(Genre.PAS_DE_CNIL, "Sans risque.", known, null));
        assertThat(new Violation(UUID.randomUUID(), known, "a", Nature.INTEGRITE, 0, null, why).settled())
                .isTrue();
    }

    private void open(LocalDate jour) {
        assertThat(open(officer, jour, "08:30", "25")).hasStatus(303);
    }

    private MvcTestResult open(UUID who, LocalDate jour, String heure, String personnes) {
        return visites.post(
                who,
                FILES,
                "jour",
                jour.toString(),
                "heure",
                heure,
                "titre",
                "Une liste à la photocopieuse",
                "nature",
                "CONFIDENTIALITE",
                "personnes",
                personnes,
                "constat",
                "Elle y est restée une heure.");
    }

    private UUID id() {
        return jdbc.sql("select id from rgpd.violation").query(UUID.class).single();
    }
}
