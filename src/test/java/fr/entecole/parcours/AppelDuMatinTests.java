package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.Creneau;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Dit;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A class is called in two touches for one child who is missing; both households are told and answer differently.
@MondeTest
@Tag("parcours")
class AppelDuMatinTests {

    private static final String LEFT = """
            () => { const cadre = document.querySelector('.ent-donnees__cadre'); return cadre.scrollWidth - cadre.clientWidth; }
            """;

    /// What is drawn in the middle of what has the focus is that, or its label.
    private static final String IN_SIGHT = """
            () => {
                const seen = document.activeElement.closest('label').getBoundingClientRect();
                const at = document.elementFromPoint(seen.left + seen.width / 2, seen.top + seen.height / 2);
                return !!at && document.activeElement.closest('label').contains(at);
            }
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    Clock clock;

    private UUID curie;
    private UUID cm1;
    private LocalDate jour;
    private Creneau heures;
    private String path;

    @BeforeEach
    void aHalfDayThatNobodyHasCalled() {
        jdbc.sql("delete from notifications.depot where sorte = 'absence-a-expliquer'")
                .update();
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        var today = LocalDate.now(clock);
        DemiJournee demi =
                calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                        .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                        .reduce((_, last) -> last)
                        .orElseThrow();
        jour = demi.jour();
        heures = calendriers.of(curie).classe(demi).orElseThrow();
        path = "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel?jour=" + demi.jour() + "&moment="
                + demi.moment();
    }

    @Test
    void callsTheClassInTwoTouchesAndHearsEachHousehold() {
        try (var teacher = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Claire Estève");
                var head = Navigateur.open(port).enterAs("Hélène Castans");
                var mother = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali");
                var father = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Karim Benali")) {
            teacher.go(path);
            teacher.look("appel-avant");
            var ines = teacher.page()
                    .locator(".ent-appel > li")
                    .filter(new Locator.FilterOptions().setHasText("Benali, Inès"));
            teacher.gestes();
            ines.locator("[value=absent]").check(); // a touch
            assertThat(teacher.page().locator("[data-total=absent]")).hasText("1");
            teacher.click("Valider l’appel");
            assertThat(1 + teacher.gestes().touches()).isEqualTo(2); // some four seconds, of the thirty
            assertThat(teacher.words()).contains("L’appel est enregistré.");
            teacher.look("appel-fait");
            teacher.follow("Qui appeler").look("qui-appeler");
            teacher.go("/presences/evacuation").look("evacuation");
            head.go("/presences/evacuation")
                    .page()
                    .locator("summary:has-text('Commencer une évacuation')")
                    .click();
            head.click("Commencer").look("evacuation-commencee");
            head.page().locator("[data-retrouves] input[type=checkbox]").first().check();
            assertThat(head.page().locator("[data-direct=evacuation]").first()).containsText("Retrouvés : 1 sur");
            head.page().locator("summary:has-text('Terminer')").click();
            head.click("Terminer quand même")
                    .go("/presences/ecoles/" + curie + "/exercices")
                    .look("exercices");
            var absence = "/presences/absences/" + absence();
            answer(mother, absence, "Maladie de l’enfant");
            answer(father, absence, "Autre raison");
            assertThat(father.words()).doesNotContain("Samira");
        }
        assertThat(jdbc.sql("""
                                select motif from presences.excuse where responsable_id is not null and du = :jour order by id
                                """).param("jour", jour).query(String.class).list()).containsExactly("MAL", "AUTRE");
    }

    /// The month of this year that has most half-days: at a desk without scrolling, on a telephone with the names in
    /// sight, by keyboard.
    @Test
    void readsTheFullestMonthOfTheRegister() {
        var today = LocalDate.now(clock);
        var demis = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1));
        var fullest = demis.stream().collect(Collectors.groupingBy(d -> d.jour().withDayOfMonth(1))).values().stream()
                .max(Comparator.comparing(List::size))
                .orElseThrow();
        var mois = fullest.getFirst().jour().toString().substring(0, 7);
        var enfants = jdbc
                .sql("select eleve_id from annuaire.inscrit where classe_id = :classe")
                .param("classe", cm1)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .collect(Collectors.toMap(id -> id, _ -> Dit.PRESENT));
        cahier.call(
                new Appele(curie, cm1, fullest.getFirst()),
                0,
                enfants,
                "",
                new Auteur(UUID.randomUUID(), UUID.randomUUID(), "Claire Estève"),
                clock.instant());
        try (var head = Navigateur.open(port).enterAs("Hélène Castans")) {
            head.go("/presences/ecoles/" + curie + "/classes/" + cm1 + "/registre?mois=" + mois);
            head.look("registre");
            assertThat(head.page().evaluate(LEFT))
                    .as("pixels out of sight at a desk")
                    .isEqualTo(0);
            head.page().setViewportSize(768, 1024);
            assertThat(head.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(768);
            head.as(Taille.TELEPHONE);
            var frame = head.page().locator(".ent-donnees__cadre");
            frame.focus();
            for (int i = 0; i < 6; i++) {
                head.page().keyboard().press("ArrowRight");
            }
            head.page().waitForCondition(() -> ((Number) frame.evaluate("cadre => cadre.scrollLeft")).intValue() > 100);
            assertThat(frame.locator("tbody th").first().boundingBox().x)
                    .as("the name stays in sight")
                    .isLessThan(frame.boundingBox().x + 4);
        }
    }

    /// A class of last year, of which one roll is left.
    @Test
    void findsTheRegistersOfYearsThatAreOver() {
        var of = Map.of(
                "ecole",
                curie,
                "classe",
                UUID.randomUUID(),
                "jour",
                jour.minusYears(1),
                "annee",
                AnneeScolaire.of(jour.minusYears(1)).rentree());
        jdbc.sql("insert into presences.classe values (:ecole, :classe, :annee, 'CM2 M. Alric')")
                .params(of)
                .update();
        jdbc.sql("""
                        insert into presences.appel (ecole_id, classe_id, jour, moment, numero, geste, auteur_id, auteur, fait_le)
                        values (:ecole, :classe, :jour, 'MATIN', 1, 'APPEL', gen_random_uuid(), 'Denis Alric', now())
                        """).params(of).update();
        try (var head = Navigateur.open(port).enterAs("Hélène Castans")) {
            head.go("/presences/ecoles/" + curie + "/registres").look("registres-passes");
            head.follow("CM2 M. Alric").look("registre-passe");
            assertThat(head.words()).contains("CM2 M. Alric", "Les registres des années passées");
        }
    }

    /// On a tablet, without a finger: whatever has the focus is in sight, above the bar that stays at the bottom.
    @Test
    void callsTheClassOnATabletByKeyboard() {
        try (var teacher = Navigateur.open(port).as(Taille.TABLETTE).enterAs("Claire Estève")) {
            var page = teacher.go(path).look("appel-tablette").page();
            for (var child : page.locator(".ent-appel > li").all()) {
                teacher.tabTo(child.locator("[value=present]"));
                assertThat(page.evaluate(IN_SIGHT))
                        .as("%s is in sight", child.innerText())
                        .isEqualTo(true);
            }
            teacher.go(path).tabTo(of(teacher, "Benali, Inès").locator("[value=present]"));
            page.keyboard().press("ArrowRight");
            assertThat(of(teacher, "Benali, Inès").locator("[value=absent]")).isChecked();
            assertThat(page.locator("[data-total=absent]")).hasText("1");
            teacher.tabTo(of(teacher, "Galy, Timéo").locator("[value=present]"));
            page.keyboard().press("ArrowLeft");
            assertThat(of(teacher, "Galy, Timéo").locator("[value=retard]")).isChecked();
            var arrived = of(teacher, "Galy, Timéo").getByLabel("Arrivé à");
            teacher.tabTo(arrived);
            arrived.fill(heures.debut().plusMinutes(20).toString());
            teacher.look("appel-tablette-retard");
            teacher.tabTo(page.getByText("Valider l’appel")).press("Enter");
            page.waitForURL("**fait=ecrit**");
            assertThat(teacher.words()).contains("L’appel est enregistré.");
            teacher.unfold("Un enfant part avant la fin");
            page.getByLabel("Qui").selectOption(new SelectOption().setLabel("Delmas, Zoé"));
            teacher.type("À quelle heure", heures.fin().plusMinutes(5).toString())
                    .click("Valider l’appel");
            assertThat(teacher.words()).contains("La demi-journée finit à");
            teacher.look("appel-tablette-parti");
            teacher.type("À quelle heure", heures.fin().minusMinutes(5).toString())
                    .click("Valider l’appel");
            assertThat(teacher.words()).contains("L’appel est enregistré.");
            assertThat(of(teacher, "Delmas, Zoé").getByLabel("Parti à"))
                    .hasValue(heures.fin().minusMinutes(5).toString());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Taille.class,
            names = {"TABLETTE", "TELEPHONE"})
    void callsTheClassWithoutScripts(Taille taille) {
        try (var teacher = Navigateur.withoutScripts(port).as(taille).enterAs("Claire Estève")) {
            teacher.go(path).look("sans-script-appel-" + taille);
            of(teacher, "Benali, Inès").locator("[value=absent]").check();
            of(teacher, "Galy, Timéo").locator("[value=retard]").check();
            assertThat(of(teacher, "Galy, Timéo").getByLabel("Arrivé à")).isVisible();
            assertThat(of(teacher, "Benali, Inès").getByLabel("Arrivé à")).isHidden();
            teacher.click("Valider l’appel");
            assertThat(teacher.words()).contains("Dites à quelle heure cet enfant est arrivé.");
            teacher.look("sans-script-appel-erreur-" + taille);
            of(teacher, "Galy, Timéo")
                    .getByLabel("Arrivé à")
                    .fill(heures.debut().plusMinutes(20).toString());
            teacher.click("Valider l’appel");
            assertThat(teacher.words()).contains("L’appel est enregistré.");
            teacher.look("sans-script-appel-fait-" + taille);
        }
    }

    /// In a half-day that runs: the other tablet is told without being touched, and a mistake is taken back.
    @Test
    void tellsTheOtherTabletAtOnceAndTakesBackATouch() {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        var demi = calendriers.of(curie).demiJournees(tomorrow, tomorrow.plusDays(14)).stream()
                .filter(d -> d.moment() == Moment.MATIN)
                .findFirst()
                .orElseThrow();
        var debut = calendriers.of(curie).classe(demi).orElseThrow().debut();
        ((HorlogeDeLaMaison) clock)
                .move(demi.jour()
                        .atTime(debut.plusMinutes(20))
                        .atZone(Dates.PARIS)
                        .toInstant());
        var roll = path.substring(0, path.indexOf('?'));
        try (var teacher = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Claire Estève");
                var head = Navigateur.open(port).enterAs("Hélène Castans")) {
            teacher.go(roll);
            head.go(roll);
            assertThat(head.page().locator("[id^=versions-]")).containsText("L’appel n’est pas encore fait.");
            of(teacher, "Benali, Inès").locator("[value=absent]").check();
            teacher.click("Valider l’appel");
            assertThat(head.page().locator("[id^=versions-]")).containsText("Dernière version : Claire Estève");
            teacher.unfold("Reprendre cet appel").click("Reprendre");
            assertThat(teacher.words()).contains("plus aucun appel ne tient pour cette demi-journée");
            teacher.look("appel-repris");
            assertThat(head.page().locator("[id^=versions-]")).containsText("Appel repris par Claire Estève");
            assertThat(cahier.feuille(new Appele(curie, cm1, demi)).faite()).isFalse();
        } finally {
            ((HorlogeDeLaMaison) clock).putBack();
            new EnTantQue(context).forgetWhatThisNodeRemembers();
        }
    }

    /// Who eats: a box a child, on a telephone.
    @ParameterizedTest
    @EnumSource(
            value = Taille.class,
            names = {"TABLETTE", "TELEPHONE"})
    void ticksWhoEatsWithoutScripts(Taille taille) {
        var day = calendriers
                .of(curie)
                .demiJournees(jour.minusDays(1), LocalDate.now(clock).minusDays(1))
                .getLast();
        var services = path.substring(0, path.indexOf("/appel")) + "/services/CANTINE?jour=" + day.jour();
        jdbc.sql("""
                        insert into presences.choix (ecole_id, quoi, fait_le)
                        select :e, q, now() from unnest(array['CANTINE', 'NOMS_CANTINE']) q
                        """).param("e", curie).update();
        try (var teacher = Navigateur.withoutScripts(port).as(taille).enterAs("Claire Estève")) {
            teacher.go(services);
            teacher.page().getByLabel("Benali, Inès").check();
            teacher.look("servis-" + taille).click("Enregistrer");
            assertThat(teacher.words()).contains("C’est enregistré : ");
            assertThat(teacher.page().getByLabel("Benali, Inès")).isChecked();
        } finally {
            jdbc.sql("delete from presences.choix where ecole_id = :e")
                    .param("e", curie)
                    .update();
            jdbc.sql("delete from presences.servi").update();
        }
    }

    private static Locator of(Navigateur teacher, String name) {
        return teacher.page().locator(".ent-appel > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void answer(Navigateur parent, String absence, String reason) {
        parent.go(absence);
        parent.look("absence");
        parent.check(reason);
        parent.click("Envoyer à l’école");
        assertThat(parent.words()).contains("C’est dit");
        parent.look("absences");
    }

    private UUID absence() {
        return jdbc.sql(
                        "select chose from notifications.depot where sorte = 'absence-a-expliquer' and annule_le is null")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
