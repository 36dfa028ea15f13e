package fr.entecole.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
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

/// Paul Séguier has Claire Estève's CM1 for some days: its homework and its agenda go on, in his hands, then in hers.
@MondeTest
class ClasseConfieeWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID seguier;
    UUID gaubert;
    UUID ines;
    UUID samira;
    UUID cm1;
    UUID curie;
    LocalDate today;
    LocalDate jour;

    @BeforeEach
    void givenForSomeDays() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        gaubert = visites.personnel("11", "300105");
        seguier = jdbc.sql("select id from annuaire.personnel where annuaire.cle(nom) = 'seguier'")
                .query(UUID.class)
                .single();
        ines = visites.eleve("500101");
        samira = visites.responsable("700101");
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        today = LocalDate.now(clock);
        jour = Semaine.next(calendriers.of(curie), today).orElseThrow();
        assertThat(visites.post(
                        visites.personnel("11", "300101"),
                        "/annuaire/ecoles/" + curie + "/remplacements",
                        "personnel",
                        seguier.toString(),
                        "classe",
                        cm1.toString(),
                        "du",
                        today.toString(),
                        "au",
                        today.plusDays(20).toString()))
                .hasStatus(303);
    }

    @AfterEach
    void nobodyReplaces() {
        jdbc.sql("delete from annuaire.remplacement").update();
        jdbc.sql("delete from annuaire.enseignement where personnel_id = :p")
                .param("p", seguier)
                .update();
        jdbc.sql("delete from annuaire.fonction where code = 'REM'").update();
    }

    /// Its last day was yesterday.
    private void end() {
        jdbc.sql("update annuaire.remplacement set du = :du, au = :au")
                .param("du", today.minusDays(3))
                .param("au", today.minusDays(1))
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void goesOnWithTheHomeworkOfTheClass() {
        var hers = give(esteve, "La leçon de Claire");
        assertThat(visites.page(seguier, "/cahierdetextes/classes/" + cm1 + "?semaine=" + jour))
                .contains("La leçon de Claire");
        assertThat(correct(seguier, hers, "La leçon de Claire, page 12")).hasStatus(303);
        var his = give(seguier, "La leçon de Paul");
        assertThat(visites.page(ines, "/cahierdetextes?semaine=" + jour))
                .contains("La leçon de Claire, page 12", "La leçon de Paul");
        end();
        for (var path : List.of("/cahierdetextes/classes/" + cm1, "/cahierdetextes/travaux/" + his)) {
            assertThat(visites.get(seguier, path)).as(path).hasStatus(404);
        }
        assertThat(correct(seguier, his, "Encore Paul")).hasStatus(404);
        assertThat(correct(esteve, his, "La leçon de Paul, revue")).hasStatus(303);
    }

    @Test
    void keepsTheDatesOfTheClass() {
        var hers = publish(esteve, "Piscine de Claire");
        assertThat(visites.page(seguier, "/agenda?jour=" + jour)).contains("Piscine de Claire");
        assertThat(visites.page(seguier, event(hers))).contains("Changer", "Annuler");
        assertThat(visites.statements(seguier, event(hers))).hasSizeLessThanOrEqualTo(5);
        for (var other : List.of(gaubert, samira)) {
            assertThat(visites.post(other, event(hers) + "/annulation")).hasStatus(404);
        }
        assertThat(visites.get(seguier, event(hers) + "/changement")).hasStatusOk();
        assertThat(visites.post(seguier, event(hers) + "/annulation"))
                .hasStatus(303)
                .redirectedUrl()
                .contains("fait=annule");
        assertThat(visites.page(samira, event(hers))).contains("Annulé");
        var his = publish(seguier, "Musée de Paul");
        end();
        assertThat(visites.get(seguier, event(hers))).hasStatus(404);
        assertThat(visites.page(samira, event(his))).contains("Musée de Paul");
        assertThat(visites.page(esteve, event(his))).contains("Changer");
        assertThat(visites.post(esteve, event(his) + "/annulation")).hasStatus(303);
    }

    /// What the head writes for the class stays the head's.
    @Test
    void leavesWhatTheHeadWrote() {
        var id = publish(visites.personnel("11", "300101"), "Visite médicale");
        assertThat(visites.page(seguier, event(id))).contains("Visite médicale").doesNotContain("/changement");
        assertThat(visites.post(seguier, event(id) + "/annulation")).hasStatus(404);
        assertThat(visites.post(esteve, event(id) + "/annulation")).hasStatus(404);
    }

    private static String event(UUID id) {
        return "/agenda/evenements/" + id;
    }

    private UUID give(UUID who, String texte) {
        assertThat(visites.post(
                        who,
                        "/cahierdetextes/classes/" + cm1 + "/travaux",
                        "matiere",
                        "Maths",
                        "texte",
                        texte,
                        "jour",
                        jour.toString()))
                .hasStatus(303);
        return one("select id from cahierdetextes.travail where texte = :mots", texte);
    }

    private MvcTestResult correct(UUID who, UUID travail, String texte) {
        var numero = jdbc.sql("select numero from cahierdetextes.travail where id = :id")
                .param("id", travail)
                .query(Integer.class)
                .single();
        return visites.post(
                who,
                "/cahierdetextes/travaux/" + travail + "/correction",
                "matiere",
                "Maths",
                "texte",
                texte,
                "jour",
                jour.toString(),
                "numero",
                numero.toString());
    }

    private UUID publish(UUID who, String titre) {
        assertThat(visites.post(
                        who,
                        "/agenda/evenements",
                        "genre",
                        "SORTIE",
                        "titre",
                        titre,
                        "jour",
                        jour.toString(),
                        "pour",
                        "CLASSE.RESPONSABLES." + curie + "." + cm1,
                        "geste",
                        "publier"))
                .hasStatus(303);
        return one("select id from agenda.evenement where titre = :mots", titre);
    }

    private UUID one(String sql, String mots) {
        return jdbc.sql(sql).param("mots", mots).query(UUID.class).single();
    }
}
