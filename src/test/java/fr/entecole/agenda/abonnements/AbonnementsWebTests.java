package fr.entecole.agenda.abonnements;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a calendar program reads of a guardian's agenda, without a session, and when it reads it no more.
@MondeTest
@ExtendWith(OutputCaptureExtension.class)
class AbonnementsWebTests {

    private static final Pattern ADRESSE = Pattern.compile("/agenda/abonnement/([\\w-]+)\\.ics");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    Visites visites;
    UUID samira;
    UUID karim;
    UUID esteve;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        samira = responsable("SAMIRA", "BENALI");
        karim = responsable("KARIM", "BENALI");
        esteve = visites.personnel("11", "300102");
        jdbc.sql("delete from agenda.abonnement").update();
    }

    @Test
    void tellsNothingOfAnyOtherAddress() {
        subscribe(samira, "mon téléphone");
        for (var secret : List.of("a", "A".repeat(32), "A".repeat(33), "A".repeat(400), "é", "..")) {
            assertThat(read(secret)).hasStatus(404);
        }
    }

    @Test
    void readsWithoutASessionWhatItsHolderSees() {
        var answer = read(subscribe(samira, "mon téléphone"));
        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        var events = Biweekly.parse(Visites.words(answer)).first().getEvents();
        assertThat(events)
                .extracting(e -> e.getSummary().getValue())
                .anyMatch(s -> s.startsWith("Sortie au musée Narbo Via (CM1"))
                .anyMatch(s -> s.startsWith("Piscine (CM1"))
                .anyMatch(s -> s.startsWith("Goûter des parents ("))
                .contains("Conseil d’école", "Vacances de Noël")
                .noneMatch(s -> s.contains("maîtres") || s.contains("Inès") || s.contains("Anniversaire"));
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
    }

    @Test
    void keepsOnlyAPrintOfTheSecretAndLogsThePatternOfTheRoute(CapturedOutput output) {
        var secret = subscribe(samira, "mon téléphone");
        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
        assertThat(read(secret)).hasStatusOk();
        assertThat(jdbc.sql("select row_to_json(a)::text from agenda.abonnement a")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(row -> row.contains(secret));
        assertThat(visites.page(samira, "/agenda/abonnement"))
                .contains("mon téléphone", "Lu en dernier le")
                .doesNotContain(secret);
        assertThat(output.getAll()).doesNotContain(secret);
    }

    @Test
    void leavesOutTheFirstNameOfAPupilOfTheClass() {
        var rename = "update agenda.evenement set titre = ? where titre = ?";
        jdbc.sql(rename).params("Piscine avec Inès", "Piscine").update();
        try {
            assertThat(said(subscribe(samira, "mon téléphone")))
                    .contains("SUMMARY:Piscine (")
                    .doesNotContain("Inès");
        } finally {
            jdbc.sql(rename).params("Piscine", "Piscine avec Inès").update();
        }
    }

    @Test
    void isReadAgainOnlyWhenSomethingHasChanged() {
        var secret = subscribe(samira, "mon téléphone");
        var tag = read(secret).getResponse().getHeader("ETag");
        assertThat(tag).isNotEmpty();
        var again = mvc.get()
                .uri("/agenda/abonnement/" + secret + ".ics")
                .header("If-None-Match", tag)
                .exchange();
        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        cancelOuting();
        var after = mvc.get()
                .uri("/agenda/abonnement/" + secret + ".ics")
                .header("If-None-Match", tag)
                .exchange();
        assertThat(after).hasStatusOk();
        assertThat(Visites.words(after)).contains("STATUS:CANCELLED");
    }

    @Test
    void losesWhatIsWithdrawnAtTheNextReading() {
        var secret = subscribe(karim, "mon téléphone");
        assertThat(said(secret)).contains("Piscine");
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, current_date - 1, 'jugement', clock_timestamp())
                        """)
                .param("eleve", id("annuaire.eleve", "INES", "BENALI"))
                .param("responsable", karim)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(said(secret)).doesNotContain("Piscine");
        jdbc.sql("delete from annuaire.restriction where responsable_id = ?")
                .param(karim)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void answersNobodyForWhoIsSuspended() {
        var secret = subscribe(samira, "mon téléphone");
        suspend("clock_timestamp()");
        assertThat(read(secret)).hasStatus(404);
        suspend("null");
        assertThat(read(secret)).hasStatusOk();
    }

    @Test
    void isWithdrawnInOneTouchByItsHolderAlone() {
        var secret = subscribe(samira, "mon téléphone");
        var id = jdbc.sql("select id from agenda.abonnement")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(visites.post(karim, "/agenda/abonnement/" + id + "/retrait")).hasStatus(404);
        assertThat(read(secret)).hasStatusOk();
        assertThat(visites.post(samira, "/agenda/abonnement/" + id + "/retrait"))
                .hasStatus(303);
        assertThat(read(secret)).hasStatus(404);
        assertThat(subscribe(samira, "mon téléphone")).isNotEqualTo(secret);
    }

    @Test
    void refusesASecondDeviceOfTheSameNameAndOneWithoutAName() {
        subscribe(samira, "mon téléphone");
        assertThat(visites.post(samira, "/agenda/abonnement", "nom", "Mon Téléphone"))
                .hasStatus(422);
        assertThat(visites.post(samira, "/agenda/abonnement", "nom", "  ")).hasStatus(422);
        assertThat(visites.post(samira, "/agenda/abonnement", "nom", "x".repeat(41)))
                .hasStatus(422);
    }

    @Test
    void tellsAProgramThatAsksTooOftenToWait() {
        var secret = subscribe(samira, "mon téléphone");
        jdbc.sql("update agenda.abonnement set heure_le = date_trunc('hour', ?::timestamptz), fois = 60")
                .param(clock.instant().toString())
                .update();
        var answer = read(secret);
        assertThat(answer).hasStatus(429);
        assertThat(answer.getResponse().getHeader("Retry-After")).isNotEmpty();
    }

    @Test
    void showsATeacherTheirClassAndTheTeamInFewWords() {
        var words = said(subscribe(esteve, "bureau"));
        assertThat(words)
                .contains("SUMMARY:Piscine (CM1", "SUMMARY:Réunion (équipe)")
                .doesNotContain("Zoé", "Faire le point");
    }

    private String subscribe(UUID who, String nom) {
        var answer = visites.post(who, "/agenda/abonnement", "nom", nom);
        assertThat(answer).hasStatusOk();
        var found = ADRESSE.matcher(Visites.words(answer));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult read(String secret) {
        return mvc.get().uri("/agenda/abonnement/{secret}.ics", secret).exchange();
    }

    private String said(String secret) {
        var answer = read(secret);
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }

    private void cancelOuting() {
        jdbc.sql("""
                        update agenda.seance s set annulee_le = :now, numero = numero + 1, change_le = :now
                          from agenda.evenement e
                         where e.id = s.evenement_id and e.titre = 'Sortie au musée Narbo Via'
                        """)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private void suspend(String when) {
        jdbc.sql("update annuaire.responsable set suspendu_le = " + when + " where id = ?")
                .param(samira)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private UUID responsable(String prenom, String nom) {
        return id("annuaire.responsable", prenom, nom);
    }

    private UUID id(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from " + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
