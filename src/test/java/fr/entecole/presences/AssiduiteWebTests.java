package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the head notes of Timéo, of the CM1: hours that are his own, a talk, what an absence was.
@MondeTest
class AssiduiteWebTests {

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

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID timeo;
    DemiJournee demi;
    String path;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        timeo = visites.eleve("500110");
        path = "/presences/ecoles/" + curie + "/eleves/" + timeo;
        var today = LocalDate.now(clock);
        demi = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
        jdbc.sql("delete from presences.amenagement where eleve_id = ?")
                .param(timeo)
                .update();
    }

    private MvcTestResult arrange(UUID who, LocalDate du, LocalDate au) {
        return visites.post(
                who,
                path + "/amenagements",
                "du",
                du.toString(),
                "au",
                au.toString(),
                "moment",
                demi.moment().name(),
                "pourquoi",
                "Scolarité partagée.");
    }

    private String roll() {
        return visites.page(
                esteve,
                "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel?jour=" + demi.jour() + "&moment="
                        + demi.moment());
    }

    @Test
    void awaitsNobodyInHoursThatAreArrangedAndInNoOthers() {
        assertThat(arrange(esteve, demi.jour(), demi.jour()))
                .as("the head alone")
                .hasStatus(404);
        assertThat(arrange(castans, demi.jour().minusDays(9), demi.jour().minusDays(1)))
                .hasStatus(303);
        assertThat(roll()).as("over on the day before").doesNotContain("Pas attendu");
        assertThat(arrange(castans, demi.jour(), demi.jour())).hasStatus(303);
        assertThat(roll()).containsOnlyOnce("Pas attendu").contains("Scolarité partagée.");
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        cahier.call(new Appele(curie, cm1, demi), 0, Map.of(timeo, Dit.NON_ATTENDU), "", claire, clock.instant());
        assertThat(visites.page(
                        castans, path + "?mois=" + demi.jour().toString().substring(0, 7)))
                .contains("Scolarité partagée.")
                .doesNotContain("<h3>" + Mots.demi(demi).replace('\u00a0', ' '));
        var other = demi.moment() == Moment.MATIN ? Moment.APRES_MIDI : Moment.MATIN;
        demi = new DemiJournee(demi.jour(), other);
        assertThat(roll()).as("the other half of the day").doesNotContain("Pas attendu");
    }

    @Test
    void expectsThemAgainOnceItIsEnded() {
        assertThat(arrange(castans, demi.jour(), demi.jour())).hasStatus(303);
        var id = jdbc.sql("select id from presences.amenagement where eleve_id = ?")
                .param(timeo)
                .query(UUID.class)
                .single();
        assertThat(visites.post(esteve, path + "/amenagements/" + id + "/fin")).hasStatus(404);
        assertThat(roll()).contains("Pas attendu");
        assertThat(visites.post(castans, path + "/amenagements/" + id + "/fin")).hasStatus(303);
        assertThat(roll()).doesNotContain("Pas attendu");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsToBeCorrected() {
        assertThat(refused(arrange(castans, demi.jour(), demi.jour().minusDays(1))))
                .contains("dans cet ordre", "value=\"Scolarité partagée.\"", "value=\"" + demi.jour() + "\"");
        var tomorrow = LocalDate.now(clock).plusDays(1).toString();
        assertThat(refused(visites.post(
                        castans,
                        path + "/etapes",
                        "sorte",
                        "ENTRETIEN",
                        "jour",
                        tomorrow,
                        "note",
                        "Le père dit qu’il l’accompagnera.")))
                .contains(
                        "Choisissez l’étape et son jour",
                        "value=\"Le père dit qu’il l’accompagnera.\"",
                        "value=\"" + tomorrow + "\"",
                        "value=\"ENTRETIEN\" selected");
    }

    @Test
    void saysWhichAbsenceADecisionOfNoReasonIsOf() {
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        cahier.call(new Appele(curie, cm1, demi), 0, Map.of(timeo, Dit.ABSENT), "", claire, clock.instant());
        var field = "motivation-" + demi.jour() + "-" + demi.moment();
        assertThat(refused(visites.post(
                        castans,
                        path + "/decision",
                        "jour",
                        demi.jour().toString(),
                        "moment",
                        demi.moment().name(),
                        "sens",
                        "NON_LEGITIME",
                        "motivation",
                        " ")))
                .contains("href=\"#" + field + "\"", "id=\"" + field + "\"", "value=\"NON_LEGITIME\" selected");
    }

    private static String refused(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        return Visites.words(answer);
    }
}
