package fr.entecole.comptes.delegations;

import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
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

/// Mme Castans entrusts her desk to the AESH, her school to Mme Estève, and says who speaks for the parents; each ends
/// by itself.
@MondeTest
class DelegationsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Clock clock;

    @Autowired
    EcheancesDesDelegations echeances;

    Visites visites;
    UUID head;
    UUID esteve;
    UUID aesh;
    UUID parent;
    UUID ecole;
    String screen;
    LocalDate today;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        esteve = visites.personnel("11", "300102");
        aesh = visites.byHand("Calas");
        parent = visites.responsable("700113");
        ecole = reperes.ecole("0110358E");
        screen = "/comptes/ecoles/" + ecole + "/aides";
        today = LocalDate.now(clock);
    }

    @AfterEach
    void nothingIsEntrusted() {
        jdbc.sql("delete from comptes.delegation").update();
        jdbc.sql("delete from annuaire.fonction where code = 'INT'").update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void isTheHeadsOfTheSchoolAlone() {
        var stranger = visites.personnel("11", "300114");
        for (var other : new UUID[] {esteve, aesh, parent, stranger}) {
            assertThat(visites.get(other, screen)).hasStatus(404);
            assertThat(visites.get(other, screen + "/guichet")).hasStatus(404);
            assertThat(give(other, "interim", other, today, today)).hasStatus(404);
        }
        assertThat(count("")).isZero();
        assertThat(visites.get(head, screen + "/maire")).as("no such kind").hasStatus(404);
    }

    @Test
    void standsAtTheDeskForFamiliesOnlyAndUntilTheLastDay() {
        var desk = "/comptes/guichet/" + ecole;
        var acces = "/comptes/personnes/" + parent + "/acces";
        assertThat(visites.get(aesh, desk)).hasStatus(404);
        assertThat(visites.get(aesh, acces)).hasStatus(404);
        assertThat(give(head, "guichet", aesh, today, today.plusDays(3))).hasRedirectedUrl(screen + "?fait=donnee");
        assertThat(visites.page(head, screen + "?fait=donnee"))
                .contains("C’est confié", "Calas", "Finir dès maintenant");
        assertThat(visites.statements(head, screen)).hasSizeLessThanOrEqualTo(5);
        assertThat(facts("delegation-donnee")).isOne();
        assertThat(jdbc.sql("""
                        select count(*) from notifications.depot d
                          join comptes.delegation g on g.id = d.chose where d.sorte = 'delegation-donnee'
                        """).query(Integer.class).single()).isOne();
        assertThat(visites.page(aesh, "/mon-compte/delegations")).contains("Aide au guichet", desk);
        assertThat(visites.get(aesh, "/comptes")).hasRedirectedUrl(desk);
        assertThat(visites.page(aesh, desk)).doesNotContain("Galy");
        assertThat(words(visites.post(aesh, desk, "nom", "galy"))).contains("Timéo", acces);
        assertThat(words(visites.post(aesh, desk, "nom", "xyzzy"))).contains("Personne ne correspond à « xyzzy »");
        assertThat(visites.post(aesh, acces)).hasRedirectedUrl(acces);
        assertThat(visites.get(aesh, "/comptes/ecoles/" + ecole))
                .as("nothing else of the head's")
                .hasStatus(404);
        for (var colleague : new UUID[] {esteve, head, aesh}) {
            assertThat(visites.post(aesh, "/comptes/personnes/" + colleague + "/acces"))
                    .as("nobody of the team")
                    .hasStatus(404);
        }
        assertThat(visites.get(esteve, desk)).as("who was not named").hasStatus(404);

        move(today.minusDays(3), today.minusDays(1));
        assertThat(visites.get(aesh, desk))
                .as("the work of the night has not run")
                .hasStatus(404);
        assertThat(visites.post(aesh, acces)).hasStatus(404);
        assertThat(visites.page(head, screen)).doesNotContain("Calas");
        minuit();
        assertThat(count("where finie_le is not null and finie_par is null")).isOne();
        assertThat(facts("delegation-finie")).isOne();
    }

    /// An AESH of the school, who otherwise calls no roll there.
    @Test
    void callsTheRollsOfTheSchoolForSomeDays() {
        var classe = "/presences/ecoles/" + ecole + "/classes/" + reperes.classe("11", "514");
        assertThat(visites.get(aesh, classe + "/appel")).hasStatus(404);
        assertThat(visites.page(aesh, "/")).doesNotContain("href=\"/presences\"");
        assertThat(give(head, "appel", aesh, today.plusDays(1), today.plusDays(3)))
                .hasStatus(303);
        assertThat(visites.get(aesh, classe + "/appel")).as("tomorrow").hasStatus(404);
        move(today, today.plusDays(3));
        assertThat(visites.page(aesh, classe + "/appel")).contains("Timéo");
        assertThat(visites.page(aesh, "/presences")).contains("CM1");
        assertThat(visites.page(aesh, "/")).as("their home says so").contains("href=\"/presences\"");
        assertThat(visites.page(aesh, "/mon-compte/delegations")).contains("Fait l’appel de toutes les classes");
        assertThat(visites.get(aesh, classe + "/registre")).as("no register").hasStatus(404);
        assertThat(visites.get(visites.personnel("11", "300114"), classe + "/appel"))
                .as("of another school")
                .hasStatus(404);
        move(today.minusDays(3), today.minusDays(1));
        assertThat(visites.get(aesh, classe + "/appel")).as("over by itself").hasStatus(404);
        assertThat(visites.page(aesh, "/")).doesNotContain("href=\"/presences\"");
        minuit();
        assertThat(count("where genre = 'APPEL' and finie_le is not null and finie_par is null"))
                .isOne();
    }

    @Test
    void isNoLongerAtTheDeskOnceGoneFromTheTeam() {
        assertThat(give(head, "guichet", aesh, today, today.plusDays(3))).hasStatus(303);
        jdbc.sql(
                        "update annuaire.fonction set fini_le = greatest(depuis, :jour) where personnel_id = :p and structure_id = :e")
                .param("jour", today)
                .param("p", aesh)
                .param("e", ecole)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        assertThat(visites.get(aesh, "/comptes/guichet/" + ecole).getResponse().getStatus())
                .isNotEqualTo(200);
        jdbc.sql("update annuaire.fonction set fini_le = null where personnel_id = :p and structure_id = :e")
                .param("p", aesh)
                .param("e", ecole)
                .update();
    }

    @Test
    void directsTheSchoolForItsDaysAndNoLonger() {
        assertThat(visites.get(esteve, screen)).hasStatus(404);
        assertThat(give(head, "interim", esteve, today.plusDays(1), today.plusDays(5)))
                .hasStatus(303);
        assertThat(visites.get(esteve, screen)).as("tomorrow").hasStatus(404);
        move(today, today.plusDays(4));
        minuit();
        assertThat(visites.page(esteve, screen)).contains("Estève");
        assertThat(visites.get(esteve, "/comptes/ecoles/" + ecole)).hasStatusOk();
        assertThat(visites.get(esteve, "/journal")).hasStatusOk();
        assertThat(visites.get(head, screen)).as("the head stays one").hasStatusOk();
        move(today.minusDays(4), today.minusDays(1));
        minuit();
        assertThat(visites.get(esteve, screen)).hasStatus(404);
        assertThat(visites.get(esteve, "/annuaire/classes/" + reperes.classe("11", "514")))
                .as("what she had before stays hers")
                .hasStatusOk();
    }

    /// The desk stands in the place of who directs: shut while nobody does, open again with the interim that the region
    /// gives.
    @Test
    void outlivesAHeadWhoLeavesInAugust() {
        assertThat(give(head, "guichet", aesh, today, today.plusDays(30))).hasStatus(303);
        jdbc.sql(
                        "update annuaire.fonction set fini_le = greatest(depuis, :jour) where personnel_id = :p and structure_id = :e")
                .param("jour", today)
                .param("p", head)
                .param("e", ecole)
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        try {
            var gone = visites.get(head, screen).getResponse().getStatus();
            assertThat(gone).as("no longer theirs").isNotEqualTo(200);
            assertThat(visites.get(head, "/comptes/ecoles/" + ecole)
                            .getResponse()
                            .getStatus())
                    .isNotEqualTo(200);
            var desk = "/comptes/guichet/" + ecole;
            assertThat(visites.post(aesh, desk, "nom", "galy"))
                    .as("in nobody's place")
                    .hasStatus(404);
            var region = visites.agent("Vidal");
            assertThat(visites.page(region, screen)).contains("Calas", "Finir dès maintenant");
            assertThat(give(region, "interim", esteve, today, today.plusDays(30)))
                    .hasStatus(303);
            assertThat(visites.page(esteve, screen)).contains("Estève");
            assertThat(visites.get(esteve, "/comptes/ecoles/" + ecole)).hasStatusOk();
            assertThat(words(visites.post(aesh, desk, "nom", "galy")))
                    .as("in hers")
                    .contains("Timéo");
        } finally {
            jdbc.sql("update annuaire.fonction set fini_le = null where personnel_id = :p and structure_id = :e")
                    .param("p", head)
                    .param("e", ecole)
                    .update();
        }
    }

    @Test
    void isEndedByTheHeadBeforeItsDay() {
        assertThat(give(head, "interim", esteve, today, today.plusDays(5))).hasStatus(303);
        assertThat(visites.get(esteve, screen)).hasStatusOk();
        assertThat(give(head, "interim", esteve, today, today.plusDays(5)))
                .as("once")
                .hasStatus(422);
        var id = jdbc.sql("select id from comptes.delegation").query(UUID.class).single();
        assertThat(visites.post(visites.personnel("11", "300114"), screen + "/fin", "delegation", id.toString()))
                .hasStatus(404);
        assertThat(visites.post(head, screen + "/fin", "delegation", id.toString()))
                .hasRedirectedUrl(screen + "?fait=finie");
        assertThat(visites.get(esteve, screen)).hasStatus(404);
        assertThat(visites.post(head, screen + "/fin", "delegation", id.toString()))
                .as("once")
                .hasStatus(404);
        assertThat(give(head, "interim", esteve, today, today.plusDays(5)))
                .as("and again the same day")
                .hasStatus(303);
        assertThat(visites.get(esteve, screen)).hasStatusOk();
    }

    @Test
    void saysToFamiliesWhoSpeaksForTheParentsUntilTheTermEnds() {
        var whole =
                context.getBean(Appellations.class).personnes(List.of(parent)).get(parent);
        var nom = whole.substring(whole.indexOf(' ') + 1);
        assertThat(words(visites.post(
                        head, screen + "/parent-elu/recherche", "cherche", nom.substring(0, 3), "au", "2027-10-08")))
                .contains(nom, "2027-10-08", "choisissez");
        assertThat(words(visites.post(head, screen + "/parent-elu/recherche", "cherche", "xyzzy")))
                .contains("ne porte ce nom");
        assertThat(give(head, "parent-elu", parent, today, today.plusMonths(13)))
                .hasStatus(303);
        assertThat(give(head, "parent-elu", esteve, today, today))
                .as("no parent of the school")
                .hasStatus(422);
        var other = visites.responsable("700103");
        assertThat(visites.page(other, "/mon-compte/delegations")).contains(nom, "Les parents élus");
        assertThat(visites.page(parent, "/mon-compte/delegations")).contains("Parent élu", "Jusqu’au");
        assertThat(visites.page(visites.personnel("11", "300114"), "/mon-compte/delegations"))
                .as("another school")
                .doesNotContain(nom);
        move(today.minusMonths(13), today.minusDays(1));
        assertThat(visites.page(other, "/mon-compte/delegations")).doesNotContain(nom);
        assertThat(visites.page(parent, "/mon-compte/delegations")).contains("Rien en ce moment");
    }

    @Test
    void givesBackWhatWasTypedWithWhatIsWrong() {
        var past = give(head, "guichet", aesh, today.minusDays(1), today);
        assertThat(past).hasStatus(422);
        assertThat(words(past)).contains("à partir d’aujourd’hui", "value=\"" + today + "\"", "selected");
        assertThat(words(give(head, "guichet", aesh, today, today.plusMonths(13))))
                .contains("dans les 12 mois");
        assertThat(words(visites.post(head, screen + "/guichet", "du", today.toString(), "au", today.toString())))
                .contains("Choisissez une personne");
        assertThat(words(give(head, "guichet", parent, today, today))).contains("n’est plus de l’école");
        assertThat(words(give(head, "interim", head, today, today))).contains("n’est plus de l’école");
        assertThat(count("")).isZero();
    }

    private MvcTestResult give(UUID who, String genre, UUID whom, LocalDate du, LocalDate au) {
        return visites.post(
                who, screen + "/" + genre, "personne", whom.toString(), "du", du.toString(), "au", au.toString());
    }

    private void move(LocalDate du, LocalDate au) {
        jdbc.sql("update comptes.delegation set du = :du, au = :au where finie_le is null")
                .param("du", du)
                .param("au", au)
                .update();
    }

    private void minuit() {
        echeances.travaux().getFirst().run();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private int count(String where) {
        return jdbc.sql("select count(*) from comptes.delegation " + where)
                .query(Integer.class)
                .single();
    }

    private int facts(String acte) {
        return jdbc.sql("""
                        select count(*) from journal.fait f join journal.fait_ecole e on e.fait_id = f.id
                         where f.action = :acte and e.ecole_id = :ecole and f.details->>'raison' = 'guichet'
                        """)
                .param("acte", acte)
                .param("ecole", ecole)
                .query(Integer.class)
                .single();
    }
}
