package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the head notes of Timéo, of the CM1: hours that are his own, a talk, what an absence was, and what becomes of
/// four without a reason once their month is over.
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

    @Autowired
    PresencesDonneesPersonnelles donnees;

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

    @AfterEach
    void today() {
        ((HorlogeDeLaMaison) clock).putBack();
    }

    /// It is the first of a month: in the one that is over Timéo was missing; of nobody else is anything to be done.
    ///
    /// @return the half-days of the month that is over
    private List<DemiJournee> onTheFirstOfAMonth(int missed) {
        var month = LocalDate.now(clock).withDayOfMonth(1);
        List<DemiJournee> demis;
        do {
            month = month.plusMonths(1);
            demis = calendriers
                    .of(curie)
                    .demiJournees(month, month.plusMonths(1).minusDays(1));
        } while (demis.size() <= Seuil.QUATRE
                || AnneeScolaire.of(month).rentree()
                        != AnneeScolaire.of(month.plusMonths(1)).rentree());
        var first = month.plusMonths(1);
        ((HorlogeDeLaMaison) clock)
                .move(first.atTime(LocalTime.of(8, 0)).atZone(Dates.PARIS).toInstant());
        jdbc.sql("update presences.nom set oublie_le = null").update();
        jdbc.sql("delete from presences.etape").update();
        jdbc.sql("""
                        insert into presences.etape (ecole_id, eleve_id, mois, sorte, jour, note, notee_le)
                        select distinct ecole_id, eleve_id, date_trunc('month', jour::timestamp)::date, 'SANS_SUITE', jour,
                               'Vu avec la famille.', :maintenant
                          from presences.absence where ecole_id = :ecole and eleve_id <> :eleve
                        """)
                .param("maintenant", Lignes.utc(clock.instant()))
                .param("ecole", curie)
                .param("eleve", timeo)
                .update();
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        for (var one : demis.subList(0, missed)) {
            var quoi = new Appele(curie, cm1, one);
            var numero = cahier.feuille(quoi).numero(); // other tests may have called it
            cahier.call(quoi, numero, Map.of(timeo, Dit.ABSENT), "", claire, clock.instant());
        }
        return demis;
    }

    private MvcTestResult step(DemiJournee of, String sorte, LocalDate jour, String note) {
        var mois = of.jour().toString().substring(0, 7);
        return visites.post(
                castans, path + "/etapes", "mois", mois, "sorte", sorte, "jour", jour.toString(), "note", note);
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

    @Test
    void remindsNobodyOfThreeOnceTheirMonthIsOver() {
        timeo = visites.eleve("500113"); // whom the other tests leave alone
        onTheFirstOfAMonth(3);
        assertThat(visites.page(castans, "/")).doesNotContain("quatre demi-journées sans motif légitime");
        assertThat(visites.page(castans, "/presences/assiduite")).doesNotContain("D’autres mois attendent une étape");
    }

    @Test
    void remindsTheHeadOfFourUntilAStepIsTakenSinceTheFourth() {
        var demis = onTheFirstOfAMonth(4);
        var last = demis.getFirst().jour();
        var told = "En " + Mots.mois(last) + ", sans étape notée (code de l’éducation, R131-7)";
        assertThat(visites.page(castans, "/"))
                .contains("Un enfant a manqué quatre demi-journées sans motif légitime", told);
        assertThat(visites.page(esteve, "/")).doesNotContain(told);
        assertThat(visites.page(castans, "/presences/assiduite"))
                .contains("D’autres mois attendent une étape", "Timéo", "4 demi-journées sans motif légitime en ")
                .contains("Quatre demi-journées : article R131-7");
        assertThat(step(demis.getFirst(), "CONTACT", last, "Après la première."))
                .hasStatus(303);
        assertThat(visites.page(castans, "/")).as("before the fourth").contains(told);
        assertThat(step(demis.getFirst(), "ENTRETIEN", demis.get(3).jour(), "")).hasStatus(303);
        assertThat(visites.page(castans, "/")).doesNotContain("quatre demi-journées sans motif légitime");
        assertThat(visites.page(castans, "/presences/assiduite")).doesNotContain("D’autres mois attendent une étape");
        assertThat(visites.page(
                        castans, "/presences/assiduite?mois=" + last.toString().substring(0, 7)))
                .contains("Timéo", "étape du ");
    }

    @Test
    void putsAsideOnlyWithAReason() {
        var demis = onTheFirstOfAMonth(4);
        var today = LocalDate.now(clock);
        assertThat(refused(step(demis.getFirst(), "SANS_SUITE", today, " ")))
                .contains("Dites pourquoi il n’y a pas de suite.", "value=\"SANS_SUITE\" selected");
        assertThat(visites.page(castans, "/")).contains("sans étape notée");
        assertThat(step(demis.getFirst(), "SANS_SUITE", today, "Un deuil, vu avec le père."))
                .hasStatus(303);
        assertThat(visites.page(castans, "/")).doesNotContain("quatre demi-journées sans motif légitime");
        assertThat(visites.page(
                        castans,
                        path + "?mois=" + demis.getFirst().jour().toString().substring(0, 7)))
                .contains("Sans suite, et pourquoi", "Un deuil, vu avec le père.")
                .doesNotContain("Votre accueil le rappelle");
    }

    @Test
    void asksNothingAboutAChildWhomTheDirectoryHasForgotten() {
        onTheFirstOfAMonth(4);
        assertThat(visites.page(castans, "/presences/assiduite")).contains("Timéo");
        donnees.erase(timeo);
        assertThat(visites.page(castans, "/presences/assiduite")).doesNotContain("Timéo");
    }

    @Test
    void isReadOfAChildWhoHasLeftAndArrangesNothingForThem() {
        var gone = visites.eleve("500211");
        var there = "/presences/ecoles/" + curie + "/eleves/" + gone;
        assertThat(visites.get(castans, there)).hasStatus(404);
        jdbc.sql("""
                        insert into presences.nom (ecole_id, eleve_id, annee, prenom, nom, inscrit_le)
                        values (:ecole, :eleve, :annee, 'Lina', 'Partie', :maintenant)
                        """)
                .param("ecole", curie)
                .param("eleve", gone)
                .param("annee", AnneeScolaire.of(LocalDate.now(clock)).rentree())
                .param("maintenant", Lignes.utc(clock.instant()))
                .update();
        assertThat(visites.page(castans, there))
                .contains("Lina Partie", "Cet enfant n’est plus dans l’école.", "Noter cette étape")
                .doesNotContain("Aménager", "Préparer le dossier");
        path = there;
        assertThat(arrange(castans, demi.jour(), demi.jour())).hasStatus(404);
        assertThat(visites.get(esteve, there)).hasStatus(404);
    }

    private static String refused(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        return Visites.words(answer);
    }

    /// The law’s answer, the head’s, and the law’s again: each with who reads it, why, and a trace.
    @Test
    void overridesTheLawWithAReasonAndATrace() {
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        cahier.call(new Appele(curie, cm1, demi), 0, Map.of(timeo, Dit.ABSENT), "", claire, clock.instant());
        var month = path + "?mois=" + demi.jour().toString().substring(0, 7);
        var before = decided();
        assertThat(decide(esteve, "LEGITIME")).hasStatus(404);
        assertThat(decided()).isEqualTo(before);
        assertThat(decide(castans, "LEGITIME")).hasStatus(303);
        for (var reader : List.of(castans, esteve)) {
            assertThat(visites.page(reader, month)).contains("Décidé par la direction", "Vu avec la famille.");
        }
        assertThat(decide(castans, "LOI")).hasStatus(303);
        assertThat(decided()).as("both stay").isEqualTo(before + 2);
        assertThat(jdbc.sql("select count(*) from presences.decision where eleve_id = :e and jour = :j")
                        .param("e", timeo)
                        .param("j", demi.jour())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private MvcTestResult decide(UUID who, String sens) {
        return visites.post(
                who,
                path + "/decision",
                "jour",
                demi.jour().toString(),
                "moment",
                demi.moment().name(),
                "sens",
                sens,
                "motivation",
                "Vu avec la famille.");
    }

    private int decided() {
        return jdbc.sql("select count(*) from journal.fait_ecole where ecole_id = :e and action = 'legitimite-decidee'")
                .param("e", curie)
                .query(Integer.class)
                .single();
    }

    /// One half-day in ten: a quiet sign for who teaches the child and for the head.
    @Test
    void showsOneHalfDayInTenToWhoTeachesTheChildAndToTheHead() {
        timeo = visites.eleve("500107");
        path = "/presences/ecoles/" + curie + "/eleves/" + timeo;
        var called = jdbc.sql(
                        "select jour, moment from presences.dernier where eleve_id = :e order by jour, moment desc")
                .param("e", timeo)
                .query((rs, _) -> Lignes.demi(rs))
                .list();
        var today = LocalDate.now(clock);
        var month = "?mois=" + today.toString().substring(0, 7);
        assertThat(visites.page(esteve, path + month)).doesNotContain("Une demi-journée sur dix");
        var claire = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        for (var one : called.subList(called.size() - called.size() / 4, called.size())) {
            var quoi = new Appele(curie, cm1, one);
            cahier.call(
                    quoi,
                    cahier.feuille(quoi).numero(),
                    Map.of(timeo, Dit.ABSENT),
                    "Vu au cahier.",
                    claire,
                    clock.instant());
        }
        for (var reader : List.of(castans, esteve)) {
            assertThat(visites.page(reader, path + month)).contains("Une demi-journée sur dix a été manquée.");
        }
        for (var stranger : List.of(
                visites.personnel("11", "300105"), timeo, visites.responsable("700103"), visites.agent("Puech"))) {
            assertThat(visites.get(stranger, path + month)).hasStatus(404);
        }
    }

    /// Instruction is not compulsory yet: nothing is asked of the head, on the page of the child either.
    @Test
    void asksNothingAboutAChildOfTheSmallestClass() {
        var demis = onTheFirstOfAMonth(4);
        var page = path + "?mois=" + demis.getFirst().jour().toString().substring(0, 7);
        assertThat(visites.page(castans, page)).contains("La loi demande un échange");
        jdbc.sql("update presences.nom set niveau = 'TPS' where eleve_id = :e")
                .param("e", timeo)
                .update();
        try {
            assertThat(visites.page(castans, page))
                    .contains("Les absences")
                    .doesNotContain("La loi demande un échange");
            assertThat(visites.page(castans, "/")).doesNotContain("quatre demi-journées sans motif légitime");
            assertThat(visites.page(castans, "/presences/assiduite")).doesNotContain("Timéo");
        } finally {
            jdbc.sql("update presences.nom set niveau = 'CM1' where eleve_id = :e")
                    .param("e", timeo)
                    .update();
        }
    }
}
