package fr.entecole.annuaire.remplacements;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Mme Castans gives Mme Estève's CM1 to Paul Séguier, of the circonscription, for some days; and it ends by itself.
@MondeTest
class RemplacementsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Clock clock;

    @Autowired
    List<TravauxOfferts> travaux;

    Visites visites;
    UUID head;
    UUID seguier;
    UUID cm1;
    UUID ecole;
    String team;
    String address;
    LocalDate today;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        seguier = jdbc.sql("select id from annuaire.personnel where annuaire.cle(nom) = 'seguier'")
                .query(UUID.class)
                .single();
        cm1 = reperes.classe("11", "514");
        ecole = reperes.ecole("0110358E");
        team = "/annuaire/ecoles/" + ecole + "/equipe";
        address = "/annuaire/ecoles/" + ecole + "/remplacements";
        today = LocalDate.now(clock);
    }

    @AfterEach
    void nobodyReplaces() {
        jdbc.sql("delete from annuaire.remplacement").update();
        jdbc.sql("delete from annuaire.enseignement where personnel_id = :p")
                .param("p", seguier)
                .update();
        jdbc.sql("delete from annuaire.fonction where code = 'REM'").update();
    }

    @Test
    void givesNothingBeforeItsFirstDay() {
        assertThat(name(seguier, today.plusDays(1), today.plusDays(3))).hasStatus(303);
        assertThat(visites.page(head, team)).contains("Paul Séguier", "à venir", "Annuler");
        assertThat(teaches()).isFalse();
        assertThat(visites.get(seguier, "/annuaire/classes/" + cm1)).hasStatus(404);
        minuit();
        assertThat(teaches()).isFalse();
    }

    @Test
    void givesTheClassAtOnceWhenItBeginsToday() {
        assertThat(visites.get(seguier, "/annuaire/classes/" + cm1)).hasStatus(404);
        assertThat(name(seguier, today, today.plusDays(3)))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(team + "?fait=remplacement");
        assertThat(visites.page(head, team + "?fait=remplacement"))
                .contains("la classe est confiée", "Paul Séguier", "CM1 Mme Estève", "Finir dès maintenant");
        assertThat(visites.statements(head, team)).hasSizeLessThanOrEqualTo(5);
        for (var room : List.of(
                "/annuaire/classes/" + cm1, "/liaison/nouveau", "/cahierdetextes/classes/" + cm1, "/presences")) {
            assertThat(visites.get(seguier, room).getResponse().getStatus())
                    .as(room)
                    .isLessThan(400);
        }
        assertThat(visites.page(seguier, "/liaison/nouveau")).contains("CM1");
        assertThat(facts("remplacement-nomme")).isPositive();
    }

    @Test
    void givesItOnTheMorningOfItsFirstDay() {
        assertThat(name(seguier, today.plusDays(1), today.plusDays(3))).hasStatus(303);
        move(today, today.plusDays(2));
        assertThat(teaches()).isFalse();
        minuit();
        assertThat(teaches()).isTrue();
    }

    @Test
    void endsByItselfWhateverTheNightsWorkDid() {
        assertThat(name(seguier, today, today.plusDays(1))).hasStatus(303);
        assertThat(visites.get(seguier, "/annuaire/classes/" + cm1)).hasStatusOk();
        move(today.minusDays(3), today.minusDays(1));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(visites.get(seguier, "/cahierdetextes/classes/" + cm1))
                .as("the work of the night has not run")
                .hasStatus(404);
        assertThat(visites.page(head, team)).doesNotContain("Finir dès maintenant");
        minuit();
        assertThat(teaches()).isFalse();
        assertThat(visites.page(head, team)).doesNotContain("Séguier");
        assertThat(visites.get(seguier, "/annuaire/classes/" + cm1)).hasStatus(404);
        assertThat(jdbc.sql(
                                "select count(*) from annuaire.enseignement where personnel_id = :p and fini_le is not null")
                        .param("p", seguier)
                        .query(Integer.class)
                        .single())
                .as("what was stays known")
                .isEqualTo(1);
    }

    @Test
    void leavesWhatAColleagueHadBefore() {
        var oustry = visites.personnel("11", "300106");
        assertThat(name(oustry, today, today)).hasStatus(303);
        move(today.minusDays(2), today.minusDays(1));
        minuit();
        assertThat(jdbc.sql("""
                        select count(*) from annuaire.equipe where personne_id = :p and ecole_id = :e
                        """)
                        .param("p", oustry)
                        .param("e", ecole)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var esteve = visites.personnel("11", "300102");
        assertThat(name(esteve, today, today)).as("her own class").hasStatus(303);
        move(today.minusDays(2), today.minusDays(1));
        minuit();
        assertThat(visites.get(esteve, "/annuaire/classes/" + cm1)).hasStatusOk();
    }

    @Test
    void isEndedByTheHeadBefore() {
        assertThat(name(seguier, today, today.plusDays(3))).hasStatus(303);
        var id = one();
        for (var other : new UUID[] {visites.personnel("11", "300102"), visites.personnel("11", "300114"), seguier}) {
            assertThat(visites.post(other, address + "/" + id + "/fin")).hasStatus(404);
        }
        assertThat(teaches()).isTrue();
        assertThat(visites.post(head, address + "/" + id + "/fin"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(team + "?fait=remplacement-fini");
        assertThat(teaches()).isFalse();
        assertThat(visites.get(seguier, "/annuaire/classes/" + cm1)).hasStatus(404);
        assertThat(visites.post(head, address + "/" + id + "/fin")).hasStatus(404);
    }

    @Test
    void makesATeacherOfWhomTheSchoolAddedByHand() {
        assertThat(visites.post(head, team, "prenom", "Rose", "nom", "Remplass", "fonction", "Remplacement"))
                .hasStatus(303);
        var rose = visites.byHand("Remplass");
        assertThat(visites.get(rose, "/cahierdetextes/classes/" + cm1)).hasStatus(404);
        assertThat(name(rose, today, today.plusDays(1))).hasStatus(303);
        assertThat(visites.get(rose, "/cahierdetextes/classes/" + cm1)).hasStatusOk();
        assertThat(visites.post(head, team + "/" + rose + "/fin")).hasStatus(303);
        assertThat(visites.page(head, team)).doesNotContain("Remplass");
    }

    @Test
    void takesNobodyAndNothingThatIsNotTheirs() {
        var lespignan = visites.personnel("11", "300115");
        var aesh = visites.byHand("Calas");
        assertThat(name(aesh, today, today)).hasStatus(404);
        assertThat(name(visites.responsable("700101"), today, today)).hasStatus(404);
        assertThat(visites.post(
                        head,
                        address,
                        "personnel",
                        seguier.toString(),
                        "classe",
                        reperes.classe("11", "521").toString(),
                        "du",
                        today.toString(),
                        "au",
                        today.toString()))
                .as("a class of another school")
                .hasStatus(404);
        for (var other : new UUID[] {visites.personnel("11", "300102"), lespignan, visites.responsable("700101")}) {
            assertThat(visites.get(other, address)).hasStatus(404);
            assertThat(visites.post(other, address)).hasStatus(404);
        }
    }

    @Test
    void saysWhatIsToBeCorrectedAndKeepsWhatWasTyped() {
        var answer = visites.post(
                head, address, "classe", cm1.toString(), "du", today.plusDays(2).toString(), "au", today.toString());
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer))
                .contains(
                        "Choisissez qui remplace",
                        "Choisissez un dernier jour",
                        today.plusDays(2).toString());
        var past = visites.post(head, address, "du", today.minusDays(1).toString());
        assertThat(Visites.words(past)).contains("Choisissez un premier jour à partir d’aujourd’hui");
        assertThat(name(seguier, today, today.plusDays(3))).hasStatus(303);
        assertThat(name(seguier, today.plusDays(2), today.plusDays(5))).hasStatus(422);
    }

    @Test
    void findsSomeoneOfAnotherSchoolOfTheCirconscriptionByTheirName() {
        var rouquette = visites.personnel("11", "300108");
        assertThat(visites.page(head, address)).contains("Séguier").doesNotContain("Rouquette");
        var found = visites.post(head, address, "cherche", "rouq", "geste", "chercher", "du", today.toString());
        assertThat(found).hasStatusOk();
        assertThat(Visites.words(found)).contains("Bastien Rouquette", today.toString());
        assertThat(name(rouquette, today, today)).hasStatus(303);
        assertThat(jdbc.sql("""
                        select count(*) from annuaire.equipe where personne_id = :p and ecole_id = :e
                        """)
                        .param("p", rouquette)
                        .param("e", ecole)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        move(today.minusDays(2), today.minusDays(1));
        minuit();
        assertThat(jdbc.sql("""
                        select count(*) from annuaire.equipe where personne_id = :p and ecole_id = :e
                        """)
                        .param("p", rouquette)
                        .param("e", ecole)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private MvcTestResult name(UUID personnel, LocalDate du, LocalDate au) {
        return visites.post(
                head,
                address,
                "personnel",
                personnel.toString(),
                "classe",
                cm1.toString(),
                "du",
                du.toString(),
                "au",
                au.toString());
    }

    /// As if it had been named for other days.
    private void move(LocalDate du, LocalDate au) {
        jdbc.sql("update annuaire.remplacement set du = :du, au = :au")
                .param("du", du)
                .param("au", au)
                .update();
    }

    private void minuit() {
        assertThat(travaux.stream()
                        .flatMap(offerts -> offerts.travaux().stream())
                        .filter(travail -> travail.nom().equals("annuaire.debuts-et-fins"))
                        .map(Travail::run)
                        .toList())
                .hasSize(1);
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private UUID one() {
        return jdbc.sql("select id from annuaire.remplacement")
                .query(UUID.class)
                .single();
    }

    private int facts(String action) {
        return jdbc.sql("select count(*) from journal.fait where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private boolean teaches() {
        return jdbc.sql("select exists (select 1 from annuaire.enseigne where personnel_id = :p and classe_id = :c)")
                .param("p", seguier)
                .param("c", cm1)
                .query(Boolean.class)
                .single();
    }
}
