package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Inès has two households; Timéo has a guardian who is kept out.
@MondeTest
class FamillesWebTests {

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
    UUID samira;
    UUID karim;
    UUID yvan;
    UUID ines;
    UUID timeo;
    DemiJournee demi;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = person("responsable", "SAMIRA", "BENALI");
        karim = person("responsable", "KARIM", "BENALI");
        yvan = person("responsable", "YVAN", "GALY");
        ines = person("eleve", "INES", "BENALI");
        timeo = visites.eleve("500110");
        var today = LocalDate.now(clock);
        demi = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private UUID person(String table, String prenom, String nom) {
        return jdbc.sql("select id from annuaire." + table
                        + " where upper(annuaire.cle(prenom)) = upper(annuaire.cle(:prenom)) and nom = :nom")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .getFirst();
    }

    private UUID missing(UUID eleve) {
        cahier.call(
                new Appele(curie, cm1, demi),
                0,
                Map.of(eleve, Dit.ABSENT),
                "",
                new Auteur(UUID.randomUUID(), esteve, "Claire Estève"),
                clock.instant());
        return jdbc.sql("select id from presences.dernier where eleve_id = :e and jour = :j and moment = :m")
                .param("e", eleve)
                .param("j", demi.jour())
                .param("m", demi.moment().name())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private List<String> deposits(UUID absence) {
        return jdbc.sql(
                        "select pour from notifications.depot where sorte = 'absence-a-expliquer' and chose = :c and annule_le is null")
                .param("c", absence)
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /// The form comes back.
    private String refused(UUID who, String path, String... fields) {
        var answer = visites.post(who, path, fields);
        assertThat(answer).hasStatus(422);
        return Visites.words(answer);
    }

    @Test
    void isNothingForAGuardianKeptOutNorForAnotherFamily() {
        var absence = missing(timeo);
        for (var stranger : List.of(yvan, samira, timeo, esteve, castans, visites.agent("Puech"))) {
            assertThat(visites.get(stranger, "/presences/absences/" + absence)).hasStatus(404);
            assertThat(visites.post(stranger, "/presences/absences/" + absence, "motif", "MAL"))
                    .hasStatus(404);
        }
        assertThat(visites.page(yvan, "/presences/absences")).doesNotContain("Timéo");
    }

    @Test
    void tellsEachGuardianOnceAndTakesItBackWhenItWasAMistake() {
        var absence = missing(ines);
        assertThat(deposits(absence)).singleElement().asString().startsWith("ELEVES.RESPONSABLES");
        cahier.call(
                new Appele(curie, cm1, demi),
                1,
                Map.of(ines, Dit.PRESENT),
                "",
                new Auteur(UUID.randomUUID(), esteve, "Claire Estève"),
                clock.instant());
        assertThat(deposits(absence)).isEmpty();
        assertThat(visites.page(samira, "/presences/absences/" + absence)).contains("L’école a corrigé");
    }

    @Test
    void keepsEachGuardiansAnswerFromTheOther() {
        var absence = missing(ines);
        assertThat(visites.page(samira, "/presences/absences/" + absence)).contains("Maladie de l’enfant");
        assertThat(visites.post(samira, "/presences/absences/" + absence, "motif", "MAL", "precisions", "Une angine"))
                .hasStatus(303);
        assertThat(visites.page(samira, "/presences/absences/" + absence)).contains("Vous avez dit pourquoi");
        assertThat(visites.page(karim, "/presences/absences")).doesNotContain("Une angine");
        assertThat(visites.page(karim, "/presences/absences/" + absence))
                .doesNotContain("Une angine", "Samira", "Vous avez dit");
        assertThat(visites.post(karim, "/presences/absences/" + absence, "motif", "AUTRE"))
                .hasStatus(303);
        var head = visites.page(
                castans,
                "/presences/ecoles/" + curie + "/eleves/" + ines + "?mois="
                        + demi.jour().toString().substring(0, 7));
        assertThat(head).contains("Samira Benali", "Une angine", "Karim Benali", "Légitime (L131-8)");
        var said = jdbc.sql("select id from presences.excuse where responsable_id = :k order by id desc limit 1")
                .param("k", karim)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(visites.post(samira, "/presences/excuses/" + said + "/retrait"))
                .hasStatus(404);
        assertThat(visites.post(karim, "/presences/excuses/" + said + "/retrait"))
                .hasStatus(303);
    }

    @Test
    void refusesAnAnswerWithoutAReasonOrWithOneThatIsNotTheirs() {
        var absence = missing(ines);
        for (var motif : List.of("", "AUT", "SANSMOTIF", "'; drop table")) {
            assertThat(refused(samira, "/presences/absences/" + absence, "motif", motif))
                    .contains("Choisissez une raison.");
        }
    }

    @Test
    void announcesBeforehandSoThatNobodyIsRung() {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(visites.post(
                        samira,
                        "/presences/absences",
                        "enfant",
                        ines.toString(),
                        "du",
                        tomorrow.toString(),
                        "au",
                        tomorrow.plusMonths(1).toString(),
                        "chaque",
                        "2",
                        "moment",
                        "MATIN",
                        "motif",
                        "SOIN",
                        "precisions",
                        "Orthophonie"))
                .hasStatus(303);
        assertThat(visites.page(samira, "/presences/absences")).contains("chaque mardi", "Soins ou rééducation");
        assertThat(visites.page(karim, "/presences/absences")).doesNotContain("Orthophonie", "chaque mardi,");
    }

    @Test
    void announcesNothingOfThePastNorOfAChildWhoIsNotTheirs() {
        var yesterday = LocalDate.now(clock).minusDays(1).toString();
        assertThat(refused(samira, "/presences/absences", "enfant", ines.toString(), "du", yesterday, "motif", "MAL"))
                .contains("Ce jour est passé");
        assertThat(refused(
                        samira,
                        "/presences/absences",
                        "enfant",
                        timeo.toString(),
                        "du",
                        LocalDate.now(clock).toString(),
                        "motif",
                        "MAL"))
                .contains("Choisissez l’enfant.");
    }

    @Test
    void costsNoMoreThanFiveStatements() {
        var absence = missing(ines);
        assertThat(visites.statements(samira, "/presences/absences/" + absence)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(samira, "/presences/absences")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, "/presences")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, "/presences/assiduite")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, "/presences/ecoles/" + curie + "/eleves/" + ines))
                .hasSizeLessThanOrEqualTo(5);
    }
}
