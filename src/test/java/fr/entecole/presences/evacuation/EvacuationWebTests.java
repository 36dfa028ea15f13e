package fr.entecole.presences.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Dit;
import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The CM1 of Claire Estève, in the school that Hélène Castans directs.
@MondeTest
class EvacuationWebTests {

    private static final String PAGE = "/presences/evacuation";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    LectureDuRassemblement lecture;

    @Autowired
    Exercices exercices;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID ines;
    UUID timeo;
    String school;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        ines = visites.eleve("500101");
        timeo = visites.eleve("500110");
        school = "/presences/ecoles/" + curie;
        jdbc.sql("delete from presences.exercice").update();
    }

    /// Of today, whatever the calendar says.
    private void call(Moment moment, Map<UUID, Dit> dits) {
        var quoi = new Appele(curie, cm1, new DemiJournee(LocalDate.now(clock), moment));
        cahier.call(
                quoi,
                cahier.feuille(quoi).numero(),
                dits,
                "",
                new Auteur(UUID.randomUUID(), esteve, "Claire Estève"),
                clock.instant());
    }

    private Rassemblement cm1() {
        return lecture.of(curie, clock.instant()).classes().stream()
                .filter(c -> c.classe().id().equals(cm1))
                .findFirst()
                .orElseThrow();
    }

    private UUID begin(UUID who, String genre) {
        assertThat(visites.post(who, school + "/exercices", "genre", genre)).hasRedirectedUrl(PAGE);
        return exercices.running(curie).orElseThrow().id();
    }

    private String tick(UUID exercice) {
        return school + "/exercices/" + exercice + "/retrouves";
    }

    @Test
    void isNothingForOthersThanWhoTeachesOrDirectsThere() {
        var exercice = begin(castans, "INCENDIE");
        var other = visites.personnel("11", "300116");
        for (var stranger : List.of(ines, visites.responsable("700103"), visites.agent("Puech"))) {
            assertThat(visites.get(stranger, PAGE)).hasStatus(404);
        }
        for (var stranger : List.of(ines, visites.responsable("700103"), visites.agent("Puech"), other)) {
            assertThat(visites.post(stranger, school + "/exercices", "genre", "REEL"))
                    .hasStatus(404);
            assertThat(visites.post(stranger, tick(exercice), "classe", cm1.toString()))
                    .hasStatus(404);
            assertThat(visites.post(stranger, school + "/exercices/" + exercice + "/fin"))
                    .hasStatus(404);
            assertThat(visites.post(stranger, school + "/evacuation/impression"))
                    .hasStatus(404);
            assertThat(visites.get(stranger, school + "/exercices")).hasStatus(404);
        }
        assertThat(visites.get(esteve, school + "/exercices")).as("the head's").hasStatus(404);
        assertThat(visites.page(visites.personnel("11", "300105"), PAGE)).doesNotContain("Benali");
        assertThat(visites.post(visites.personnel("11", "300105"), tick(exercice), "classe", cm1.toString()))
                .as("another class of the school")
                .hasStatus(404);
    }

    @Test
    void looksForTheWholeClassAsLongAsNobodyHasCalled() {
        assertThat(visites.page(esteve, PAGE))
                .contains("toute la classe est à retrouver", "Benali Inès")
                .containsPattern("À \\d+ h( \\d\\d)?, [a-z]+ ")
                .doesNotContain("Il est ");
        assertThat(cm1().la()).hasSize(26);
    }

    @Test
    void saysWhoIsThereByTheLastRollOfTheDay() {
        call(Moment.MATIN, Map.of(ines, Dit.ABSENT, timeo, Dit.PRESENT));
        assertThat(cm1().absents()).extracting(Rassemblement.Enfant::id).containsExactly(ines);
        call(
                Moment.APRES_MIDI,
                Map.of(ines, Dit.late(LocalTime.of(13, 50)), timeo, Dit.PRESENT.leaving(LocalTime.MIN)));
        var now = cm1();
        assertThat(now.absents()).isEmpty();
        assertThat(now.la()).extracting(Rassemblement.Enfant::id).contains(ines).doesNotContain(timeo);
        assertThat(now.partis()).extracting(Rassemblement.Enfant::id).containsExactly(timeo);
        assertThat(visites.page(esteve, PAGE))
                .contains(
                        "Appel de l’après-midi",
                        "25 là, aucun absent, 1 parti",
                        "arrivé à 13 h 50",
                        "Galy Timéo (part à");
        assertThat(visites.page(castans, PAGE)).contains("CM1 Mme Estève", "CP Mme Vidalou");
        assertThat(visites.page(esteve, PAGE)).doesNotContain("CP Mme Vidalou");
    }

    @Test
    void isTwoTouchesFromEachHome() {
        for (var who : List.of(esteve, castans)) {
            assertThat(visites.page(who, "/")).contains("href=\"" + PAGE + "\"", "Qui est là ?");
        }
    }

    @Test
    void countsEachChildOnceWhoeverTicksAndTakesBackAMistake() {
        var exercice = begin(esteve, "INCENDIE");
        tickAs(esteve, exercice, ines, timeo);
        tickAs(castans, exercice, ines);
        assertThat(cm1().retrouves()).isEqualTo(2);
        assertThat(visites.page(castans, PAGE)).contains("Exercice incendie, depuis", "Retrouvés : 2 sur");
        tickAs(esteve, exercice, timeo);
        assertThat(cm1().retrouves()).as("the head still has her").isEqualTo(2);
        tickAs(castans, exercice);
        assertThat(cm1().retrouves()).isEqualTo(1);
        assertThat(visites.post(
                        esteve,
                        tick(exercice),
                        "classe",
                        cm1.toString(),
                        "la",
                        visites.eleve("500102").toString()))
                .hasStatus(303);
        assertThat(cm1().retrouves())
                .as("a child of another class is nobody of this list")
                .isZero();
    }

    private void tickAs(UUID who, UUID exercice, UUID... found) {
        var fields = new String[2 + 2 * found.length];
        fields[0] = "classe";
        fields[1] = cm1.toString();
        for (int i = 0; i < found.length; i++) {
            fields[2 + 2 * i] = "la";
            fields[3 + 2 * i] = found[i].toString();
        }
        assertThat(visites.post(who, tick(exercice), fields)).hasRedirectedUrl(PAGE + "?fait=compte");
    }

    @Test
    void hasNothingToTickBeforeItBeginsAndThenOneFormForThePage() {
        assertThat(visites.page(castans, PAGE)).contains("Benali Inès").doesNotContain("name=\"la\"");
        var exercice = begin(castans, "INCENDIE");
        var page = visites.page(castans, PAGE);
        assertThat(page).contains("name=\"la\"");
        assertThat(page.split("/retrouves\"", -1)).hasSize(2);
        assertThat(page.indexOf("/fin\"")).isGreaterThan(page.indexOf("/retrouves\""));
        assertThat(page).contains("Terminer quand même", "Benali Inès, CM1 Mme Estève");
        var other = lecture.of(curie, clock.instant()).classes().stream()
                .filter(c -> !c.classe().id().equals(cm1) && !c.la().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(visites.post(
                        castans,
                        tick(exercice),
                        "classe",
                        cm1.toString(),
                        "classe",
                        other.classe().id().toString(),
                        "la",
                        ines.toString(),
                        "la",
                        other.la().getFirst().id().toString()))
                .hasRedirectedUrl(PAGE + "?fait=compte");
        assertThat(visites.page(castans, PAGE)).contains("Retrouvés : 2 sur");
    }

    @Test
    void isTimedAndKeptForTheSafetyPlanAsNumbers() {
        var exercice = begin(castans, "INTRUSION");
        assertThat(begin(esteve, "INCENDIE")).as("one at a time").isEqualTo(exercice);
        tickAs(esteve, exercice, ines);
        jdbc.sql("update presences.exercice set debut_le = debut_le - interval '4 minutes 12 seconds'")
                .update();
        var before = lecture.of(curie, clock.instant()).classes();
        long missing =
                before.stream().mapToLong(c -> c.la().size() - c.retrouves()).sum();
        assertThat(visites.post(esteve, school + "/exercices/" + exercice + "/fin"))
                .as("who has not begun it and does not direct")
                .hasStatus(404);
        assertThat(visites.post(
                        castans, school + "/exercices/" + exercice + "/fin", "remarques", "Le portail était fermé."))
                .hasRedirectedUrl(PAGE + "?fait=fini&manquants=" + missing);
        assertThat(visites.page(castans, PAGE + "?fait=fini&manquants=" + missing))
                .contains("C’est terminé", missing + " enfants manquaient.");
        assertThat(visites.post(castans, school + "/exercices/" + exercice + "/fin"))
                .hasRedirectedUrl(PAGE + "?fait=tard");
        assertThat(visites.post(esteve, tick(exercice), "classe", cm1.toString()))
                .hasRedirectedUrl(PAGE + "?fait=tard");
        var kept = exercices.of(curie, AnneeScolaire.of(LocalDate.now(clock))).getFirst();
        assertThat(kept.manquants()).isEqualTo(kept.attendus() - 1);
        assertThat(visites.page(castans, school + "/exercices"))
                .contains("Exercice attentat ou intrusion", "4 min 1", "Le portail était fermé.")
                .doesNotContain("Benali");
        assertThat(visites.page(castans, school + "/exercices?annee=2019")).contains("Aucun exercice");
    }

    @Test
    void isPrintedByClassAndByYear() {
        var exercice = begin(castans, "RISQUE");
        assertThat(visites.post(castans, school + "/exercices/" + exercice + "/fin"))
                .hasStatus(303);
        for (var path : List.of("/evacuation/impression", "/exercices/impression")) {
            var printed = visites.post(castans, school + path);
            assertThat(printed).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_PDF);
            assertThat(printed.getResponse().getContentAsByteArray()).startsWith("%PDF".getBytes());
        }
    }

    @Test
    void forgetsWhoWasTickedAfterAWeekAndKeepsTheExercise() {
        var exercice = begin(castans, "INCENDIE");
        tickAs(esteve, exercice, ines);
        jdbc.sql("update presences.retrouve set trouve_le = trouve_le - interval '8 days'")
                .update();
        assertThat(visites.post(castans, school + "/exercices/" + exercice + "/fin"))
                .hasStatus(303);
        context.getBeansOfType(fr.entecole.socle.DonneesPersonnelles.class).values().stream()
                .filter(d -> d.schema().equals("presences"))
                .forEach(fr.entecole.socle.DonneesPersonnelles::purge);
        assertThat(jdbc.sql("select count(*) from presences.retrouve")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(exercices.of(curie, AnneeScolaire.of(LocalDate.now(clock)))).hasSize(1);
    }

    @Test
    void costsNoMoreThanFiveStatements() {
        begin(castans, "INCENDIE");
        assertThat(visites.statements(castans, PAGE)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, PAGE)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, school + "/exercices")).hasSizeLessThanOrEqualTo(5);
    }

    /// What is on paper is one sheet with the same words.
    @Test
    void takesARollThatWasTakenBackForNoneAndSaysWhatIsKnown() throws IOException {
        var other = lecture.of(curie, clock.instant()).classes().stream()
                .filter(c -> !c.classe().id().equals(cm1) && c.appel() == null && c.la().size() > 2)
                .findFirst()
                .orElseThrow();
        var missing = other.la().get(0).id();
        var announced = other.la().get(1).id();
        var quoi = new Appele(curie, other.classe().id(), new DemiJournee(LocalDate.now(clock), Moment.APRES_MIDI));
        var auteur = new Auteur(UUID.randomUUID(), esteve, "Claire Estève");
        cahier.call(quoi, 0, Map.of(missing, Dit.ABSENT, announced, Dit.PRESENT), "", auteur, clock.instant());
        takeBack(quoi, missing, announced);
        jdbc.sql("""
                        insert into presences.excuse (ecole_id, eleve_id, responsable_id, mode, motif, precisions, du, au, dite_le)
                        values (:ecole, :eleve, uuidv7(), 'ENT', 'MAL', 'Essai', :jour, :jour, now())
                        """)
                .param("ecole", curie)
                .param("eleve", announced)
                .param("jour", quoi.demi().jour())
                .update();
        var of = lecture.of(curie, clock.instant()).classes().stream()
                .filter(c -> c.classe().id().equals(quoi.classe()))
                .findFirst()
                .orElseThrow();
        assertThat(of.absents()).isEmpty();
        assertThat(of.appel()).isNull();
        var name = of.la().stream()
                .filter(e -> e.id().equals(announced))
                .findFirst()
                .orElseThrow();
        var told = new String[] {
            "L’appel de l’après-midi est repris, ",
            "il ne dit plus rien. Aucun appel ne tient aujourd’hui : toute la classe est à retrouver.",
            "Une absence annoncée par les familles."
        };
        assertThat(visites.page(castans, PAGE)).contains(told).contains("ent-a-cocher", name.nom());
        assertThat(RassemblementImprime.known(name)).isEqualTo("absence annoncée par la famille");
        var printed = visites.post(castans, school + "/evacuation/impression");
        assertThat(printed).hasStatusOk();
        try (var pdf = Loader.loadPDF(printed.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " "))
                    .contains(told[1], "absence annoncée");
        }
        cahier.call(
                new Appele(curie, quoi.classe(), new DemiJournee(quoi.demi().jour(), Moment.MATIN)),
                0,
                Map.of(missing, Dit.ABSENT, announced, Dit.PRESENT),
                "",
                auteur,
                clock.instant());
        assertThat(visites.page(castans, PAGE))
                .contains("il ne dit plus rien. Appel du matin, ")
                .doesNotContain(told[1]);
        jdbc.sql("delete from presences.excuse where precisions = 'Essai'").update();
    }

    /// As it is written while its half-day runs, whatever the hour at which this does.
    private void takeBack(Appele quoi, UUID... eleves) {
        jdbc.sql("""
                        insert into presences.appel (ecole_id, classe_id, jour, moment, numero, geste, auteur_id, auteur, fait_le)
                        values (:ecole, :classe, :jour, :moment, 2, 'RETOUR', :qui, 'Claire Estève', now())
                        """)
                .param("ecole", quoi.ecole())
                .param("classe", quoi.classe())
                .param("jour", quoi.demi().jour())
                .param("moment", quoi.demi().moment().name())
                .param("qui", esteve)
                .update();
        for (var eleve : eleves) {
            jdbc.sql("""
                            insert into presences.ligne (ecole_id, classe_id, jour, moment, numero, eleve_id, etat)
                            values (:ecole, :classe, :jour, :moment, 2, :eleve, 'RETIRE')
                            """)
                    .param("ecole", quoi.ecole())
                    .param("classe", quoi.classe())
                    .param("jour", quoi.demi().jour())
                    .param("moment", quoi.demi().moment().name())
                    .param("eleve", eleve)
                    .update();
        }
    }
}
