package fr.entecole.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.cahierdetextes.CahierDeTextes.Auteur;
import fr.entecole.cahierdetextes.CahierDeTextes.Don;
import fr.entecole.cahierdetextes.CahierDeTextes.Pour;
import fr.entecole.cahierdetextes.CahierDeTextes.Propos;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.EnTantQue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The CM1 of Claire Estève, which Inès is in, and the CE1-CE2 of Mathieu Faure; each test gives work of its own.
@MondeTest
class CahierDeTextesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Classes classes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDeTextes cahier;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    Classe cm1;
    UUID esteve;
    UUID castans;
    UUID gaubert;
    UUID ines;
    UUID samira;
    UUID yvan;
    LocalDate jour;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = classes.named(List.of(reperes.classe("11", "514"))).getFirst();
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        gaubert = visites.personnel("11", "300105");
        ines = visites.eleve("500101");
        samira = visites.responsable("700101");
        yvan = responsable("YVAN", "GALY");
        jour = Semaine.next(calendriers.of(curie), LocalDate.now(clock)).orElseThrow();
    }

    // --- read ----------------------------------------------------------------------------------------------------

    @Test
    void hidesTheWorkFromAllButThePupilsOfTheClassAndTheirFamilies() {
        var travail = give(cm1, "Les secrets du CM1", null);
        for (var stranger :
                List.of(yvan, responsable("OLENA", "KOVALENKO"), visites.eleve("500102"), visites.eleve("500154"))) {
            assertThat(visites.get(stranger, path(travail))).hasStatus(404);
            assertThat(visites.page(stranger, "/cahierdetextes?semaine=" + jour))
                    .doesNotContain("secrets du CM1");
            assertThat(visites.page(stranger, "/")).doesNotContain("secrets du CM1");
        }
        for (var stranger : List.of(gaubert, visites.agent("Puech"), visites.personnel("11", "300116"))) {
            assertThat(visites.get(stranger, path(travail))).hasStatus(404);
            assertThat(visites.get(stranger, classe())).hasStatus(404);
        }
        for (var reader : List.of(ines, samira, esteve, castans)) {
            assertThat(visites.page(reader, path(travail))).contains("Les secrets du CM1");
        }
        assertThat(visites.page(ines, "/cahierdetextes?semaine=" + jour)).contains("secrets du CM1");
        assertThat(visites.page(samira, "/cahierdetextes?semaine=" + jour)).contains("secrets du CM1", "Inès Benali");
    }

    /// Samira has Inès in one school and Younes in another: one list, each child's work once, and no school reads the
    /// other's.
    @Test
    void showsAParentTheWorkOfChildrenOfTwoSchoolsInOneList() {
        var ms = classes.named(List.of(reperes.classe("11", "521"))).getFirst();
        var rouquette = jdbc.sql("select id from annuaire.personnel where annuaire.cle(nom) = 'rouquette'")
                .query(UUID.class)
                .single();
        var younes = childOf(samira, ms);
        var hers = give(cm1, "Une poésie pour Inès", null);
        var his = give(ms, rouquette, "Une feuille d’automne pour Younes");
        var week = "/cahierdetextes?semaine=" + jour;
        assertThat(visites.page(samira, week))
                .containsOnlyOnce("Une poésie pour Inès")
                .containsOnlyOnce("Une feuille d’automne pour Younes")
                .contains("Inès Benali", "Younes Benali");
        assertThat(visites.page(samira, path(hers))).contains("Une poésie pour Inès");
        assertThat(visites.page(samira, path(his))).contains("Une feuille d’automne pour Younes");
        assertThat(visites.page(ines, week)).contains("Une poésie pour Inès").doesNotContain("Une feuille d’automne");
        assertThat(visites.get(ines, path(his))).hasStatus(404);
        assertThat(visites.get(younes, path(hers))).hasStatus(404);
        for (var stranger : List.of(esteve, castans)) {
            assertThat(visites.get(stranger, path(his))).as("another school").hasStatus(404);
        }
        assertThat(visites.get(rouquette, path(hers))).as("another school").hasStatus(404);
        assertThat(visites.page(yvan, week)).doesNotContain("Une feuille d’automne", "Une poésie pour Inès");
        assertThat(ComptageSql.each(visites.statements(samira, week))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void givesToOneLevelOfAMixedClassAlone() {
        var ecole = reperes.ecole("0311710R");
        var deux = classes.named(List.of(reperes.classe("16", "502"))).getFirst();
        assertThat(deux.niveaux()).contains("CE1", "CE2");
        var faure = visites.personnel("16", "300102");
        var next = Semaine.next(calendriers.of(ecole), LocalDate.now(clock)).orElseThrow();
        var answer = visites.post(
                faure,
                "/cahierdetextes/classes/" + deux.id() + "/travaux",
                "matiere",
                "Maths",
                "texte",
                "Seulement les grands",
                "jour",
                next.toString(),
                "pour",
                "niveau:CE2");
        assertThat(answer).hasStatus(303);
        var travail = id("Seulement les grands");
        var petit = ofNiveau(deux, "CE1").iterator().next();
        var grand = ofNiveau(deux, "CE2").iterator().next();
        assertThat(visites.get(petit, path(travail))).hasStatus(404);
        assertThat(visites.page(petit, "/cahierdetextes?semaine=" + next)).doesNotContain("Seulement les grands");
        assertThat(visites.page(grand, path(travail))).contains("Seulement les grands");
        assertThat(told(travail)).isEqualTo(ofNiveau(deux, "CE2"));
    }

    @Test
    void givesToChosenPupilsAndToNoneOfAnotherClass() {
        var zoe = visites.eleve("500107");
        var refused = visites.post(
                esteve,
                classe() + "/travaux",
                "matiere",
                "Maths",
                "texte",
                "Intrus",
                "jour",
                jour.toString(),
                "pour",
                "eleves",
                "eleves",
                visites.eleve("500154").toString());
        assertThat(refused).hasStatus(404);
        var answer = visites.post(
                esteve,
                classe() + "/travaux",
                "matiere",
                "Maths",
                "texte",
                "Pour Zoé seule",
                "jour",
                jour.toString(),
                "pour",
                "eleves",
                "eleves",
                zoe.toString());
        assertThat(answer).hasStatus(303);
        var travail = id("Pour Zoé seule");
        assertThat(visites.get(ines, path(travail))).hasStatus(404);
        assertThat(visites.get(samira, path(travail))).hasStatus(404);
        assertThat(visites.page(zoe, path(travail))).contains("Pour Zoé seule");
    }

    @Test
    void isThereForWhoJoinsAndGoneForWhoLeaves() {
        var travail = give(cm1, "Avant le mardi", null);
        var adil = visites.eleve("500155");
        assertThat(visites.get(adil, path(travail))).hasStatus(404);
        var cp = reperes.classe("11", "511");
        try {
            move(adil, cp, cm1.id());
            assertThat(visites.page(adil, path(travail))).contains("Avant le mardi");
        } finally {
            move(adil, cm1.id(), cp);
        }
        assertThat(visites.get(adil, path(travail))).hasStatus(404);
    }

    @Test
    void keepsANotebookThatIsOverForItsTeacherAndTheHeadAlone() {
        var travail = give(cm1, "Le travail de juin", null);
        jdbc.sql("update annuaire.classe set archivee_le = clock_timestamp() where id = :c")
                .param("c", cm1.id())
                .update();
        forget();
        try {
            for (var other : List.of(ines, samira, gaubert)) {
                assertThat(visites.get(other, path(travail))).hasStatus(404);
            }
            for (var keeper : List.of(esteve, castans)) {
                assertThat(visites.page(keeper, "/cahierdetextes/cahiers")).contains("Les années d’avant");
                assertThat(visites.page(keeper, classe() + "?semaine=" + jour)).contains("Le travail de juin");
                assertThat(visites.page(keeper, path(travail))).doesNotContain("Corriger", "Ce que les élèves");
                assertThat(visites.get(keeper, classe() + "/nouveau")).hasStatus(404);
            }
        } finally {
            jdbc.sql("update annuaire.classe set archivee_le = null where id = :c")
                    .param("c", cm1.id())
                    .update();
            forget();
        }
    }

    // --- write ---------------------------------------------------------------------------------------------------

    @Test
    void refusesWhatSaysNothingAndADayWithoutClassAndKeepsWhatWasTyped() {
        assertThat(visites.post(esteve, classe() + "/travaux", "matiere", "", "texte", "", "jour", jour.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez une matière", "Écrivez ce qui est à faire");
        var sunday = jour.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        assertThat(visites.post(
                        esteve,
                        classe() + "/travaux",
                        "matiere",
                        "Maths",
                        "texte",
                        "Tables de 7",
                        "jour",
                        sunday.toString(),
                        "lien",
                        "javascript:alert(1)",
                        "minutes",
                        "mille"))
                .hasStatus(422)
                .bodyText()
                .contains("il n’y a pas classe", "Tables de 7", "https://.", "nombre de minutes");
    }

    @Test
    void saysAllThatIsWrongAtOnceAboveTheWholeForm() {
        for (var texte : List.of("Tables de 7", "")) {
            var past = visites.post(
                    esteve,
                    classe() + "/travaux",
                    "matiere",
                    "Maths",
                    "texte",
                    texte,
                    "jour",
                    jour.minusYears(2).toString(),
                    "minutes",
                    "500");
            assertThat(past).hasStatus(422);
            var page = Visites.words(past);
            assertThat(page).contains("Choisissez un jour de cette année scolaire", "nombre de minutes");
            assertThat(page.indexOf("à corriger"))
                    .as("not within the columns of the form")
                    .isPositive()
                    .isLessThan(page.indexOf("action=\"" + classe() + "/travaux"));
        }
    }

    @Test
    void writesWhatWasDoneAndWhatIsToDoAtOnceAndWarnsGently() {
        var last = Semaine.last(calendriers.of(curie), LocalDate.now(clock));
        var answer = visites.post(
                esteve,
                classe() + "/travaux",
                "matiere",
                "Maths",
                "fait",
                "La droite graduée, en classe",
                "faitLe",
                last.toString(),
                "texte",
                "Exercice 4, page 43, sur la droite",
                "jour",
                jour.toString(),
                "minutes",
                "40");
        assertThat(answer).hasStatus(303);
        var page = visites.page(esteve, answer.getResponse().getRedirectedUrl());
        assertThat(page).contains("circulaire du 29 décembre 1956", "J’ai compris", "La soirée est longue");
        assertThat(visites.page(esteve, classe() + "?semaine=" + last)).contains("La droite graduée, en classe");
        assertThat(visites.page(samira, "/cahierdetextes?semaine=" + last)).contains("La droite graduée, en classe");
    }

    @Test
    void givesTheSameLineOnceHoweverOftenItIsSent() {
        for (int i = 0; i < 2; i++) {
            assertThat(visites.post(
                            esteve,
                            classe() + "/travaux",
                            "matiere",
                            "Maths",
                            "texte",
                            "Une seule fois",
                            "jour",
                            jour.toString()))
                    .hasStatus(303);
        }
        assertThat(id("Une seule fois")).isNotNull();
    }

    @Test
    void showsTheOthersVersionInsteadOfOverwritingIt() {
        var travail = give(cm1, "Première version", null);
        assertThat(correct(esteve, travail, 1, "Deuxième version")).hasStatus(303);
        assertThat(correct(esteve, travail, 1, "Version en retard"))
                .hasStatus(409)
                .bodyText()
                .contains("Deuxième version", "Version en retard", "Quelqu’un a changé cette ligne");
        assertThat(visites.page(ines, path(travail))).contains("Deuxième version");
        assertThat(correct(esteve, travail, 2, "Version choisie")).hasStatus(303);
        assertThat(visites.page(ines, path(travail))).contains("Version choisie");
        assertThat(correct(castans, travail, 3, "La directrice")).hasStatus(404);
    }

    @Test
    void carriesOverToADayOfClassAndTakesAway() {
        var travail = give(cm1, "À reporter", null);
        var later = Semaine.next(calendriers.of(curie), jour).orElseThrow();
        assertThat(visites.post(esteve, path(travail) + "/report", "jour", later.toString(), "numero", "1"))
                .hasStatus(303);
        assertThat(jdbc.sql("select jour from cahierdetextes.destination where travail_id = :t")
                        .param("t", travail)
                        .query(LocalDate.class)
                        .list())
                .isNotEmpty()
                .allMatch(later::equals);
        assertThat(visites.post(esteve, path(travail) + "/retrait")).hasStatus(303);
        assertThat(visites.get(ines, path(travail))).hasStatus(404);
    }

    @Test
    void comesBackEachWeekButOnHolidays() {
        var until = jour.plusWeeks(8);
        assertThat(visites.post(
                        esteve,
                        classe() + "/travaux",
                        "matiere",
                        "Français",
                        "texte",
                        "La dictée qui revient",
                        "jour",
                        jour.toString(),
                        "repete",
                        until.toString()))
                .hasStatus(303);
        var days = jdbc.sql(
                        "select jour from cahierdetextes.travail where texte = 'La dictée qui revient' order by jour")
                .query(LocalDate.class)
                .list();
        assertThat(days)
                .isNotEmpty()
                .containsExactlyElementsOf(Semaine.weekly(calendriers.of(curie), jour, until))
                .allMatch(day -> day.getDayOfWeek() == jour.getDayOfWeek());
        var first = jdbc.sql(
                        "select id from cahierdetextes.travail where texte = 'La dictée qui revient' order by jour limit 1")
                .query(UUID.class)
                .single();
        assertThat(visites.post(esteve, path(first) + "/retrait", "serie", "true"))
                .hasStatus(303);
        assertThat(visites.get(ines, path(first))).hasStatus(404);
    }

    @Test
    void takesTheWorkOfTheWeekBeforeOnce() {
        var before = Semaine.lundi(jour.toString(), LocalDate.now(clock));
        var semaine = before.plusWeeks(1).toString();
        give(cm1, "À reprendre la semaine suivante", null);
        var lignes = jdbc.sql("select id::text from cahierdetextes.travail where texte like 'À reprendre la semaine%'")
                .query(String.class)
                .single();
        for (int i = 0; i < 2; i++) {
            assertThat(visites.post(esteve, classe() + "/copie", "semaine", semaine, "lignes", lignes))
                    .hasStatus(303);
        }
        assertThat(jdbc.sql("select jour from cahierdetextes.travail where texte = 'À reprendre la semaine suivante'")
                        .query(LocalDate.class)
                        .list())
                .hasSizeLessThanOrEqualTo(2)
                .contains(jour);
    }

    @Test
    void tellsTheFamiliesOnceADay() {
        var first = give(cm1, "Première nouvelle du jour", null);
        var second = give(cm1, "Deuxième nouvelle du jour", null);
        assertThat(annonce(first)).isNotNull().isEqualTo(annonce(second));
        assertThat(jdbc.sql("select count(*) from notifications.depot where chose = :c and annule_le is null")
                        .param("c", annonce(first))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    // --- what pupils do ------------------------------------------------------------------------------------------

    @Test
    void ticksAndUnticksWhatThePageShowedForTheFamilyToSee() {
        var travail = give(cm1, "À cocher ce soir", null);
        var autre = give(cm1, "Autre chose à faire", null);
        assertThat(visites.post(samira, "/cahierdetextes/coches", "montres", travail.toString()))
                .hasStatus(404);
        assertThat(visites.post(visites.eleve("500102"), "/cahierdetextes/coches", "montres", travail.toString()))
                .hasStatus(404);
        assertThat(visites.post(
                        ines,
                        "/cahierdetextes/coches",
                        "montres",
                        travail.toString(),
                        "montres",
                        autre.toString(),
                        "faits",
                        travail.toString(),
                        "retour",
                        jour.toString()))
                .hasStatus(303);
        assertThat(visites.page(samira, path(travail))).contains("Inès Benali l’a coché");
        assertThat(visites.page(samira, path(autre))).contains("Inès Benali ne l’a pas coché");
        assertThat(visites.page(esteve, path(travail))).contains("Un élève l’a coché");
        assertThat(visites.page(visites.eleve("500103"), path(travail))).doesNotContain("Inès");
        assertThat(visites.post(ines, "/cahierdetextes/coches", "montres", travail.toString()))
                .hasStatus(303);
        assertThat(visites.page(samira, path(travail))).contains("Inès Benali ne l’a pas coché");
    }

    @Test
    void showsWhatIsHandedBackToThePupilTheirFamilyAndTheirTeachersAlone() {
        var travail = give(cm1, "À montrer", null);
        assertThat(visites.post(ines, path(travail) + "/remise", "texte", "")).hasStatus(422);
        assertThat(visites.post(samira, path(travail) + "/remise", "texte", "À sa place"))
                .hasStatus(404);
        assertThat(visites.post(ines, path(travail) + "/remise", "texte", "Ma phrase sur la Garonne"))
                .hasStatus(303);
        for (var reader : List.of(ines, samira, esteve)) {
            assertThat(visites.page(reader, path(travail))).contains("Ma phrase sur la Garonne");
        }
        for (var other : List.of(castans, visites.eleve("500103"), responsable("FATOU", "AMARA"))) {
            assertThat(visites.page(other, path(travail))).doesNotContain("Garonne");
        }
        var remise = jdbc.sql("select id from cahierdetextes.remise where travail_id = :t and remplacee_le is null")
                .param("t", travail)
                .query(UUID.class)
                .single();
        var retour = "/cahierdetextes/remises/" + remise + "/retour";
        assertThat(visites.post(castans, retour, "tampon", "BRAVO")).hasStatus(404);
        assertThat(visites.get(castans, retour.replace("/retour", ""))).hasStatus(404);
        assertThat(visites.page(esteve, retour.replace("/retour", ""))).contains("Ma phrase sur la Garonne");
        assertThat(visites.post(esteve, retour, "tampon", "", "mot", "")).hasStatus(422);
        assertThat(visites.post(esteve, retour, "tampon", "VU", "mot", "Très bien trouvé"))
                .hasStatus(303);
        assertThat(visites.post(esteve, retour, "tampon", "BRAVO")).hasStatus(303);
        assertThat(visites.page(ines, path(travail))).contains("Bravo", "Très bien trouvé");
        assertThat(visites.page(samira, path(travail))).contains("Bravo", "Très bien trouvé");
        assertThat(visites.post(visites.eleve("500103"), "/cahierdetextes/remises/" + remise + "/retrait"))
                .hasStatus(404);
        assertThat(visites.post(ines, "/cahierdetextes/remises/" + remise + "/retrait"))
                .hasStatus(303);
        assertThat(visites.page(esteve, path(travail))).doesNotContain("Garonne");
        assertThat(visites.page(ines, path(travail) + "?fait=repris"))
                .as("back in the form")
                .contains("Ma phrase sur la Garonne</textarea>");
        assertThat(visites.page(samira, path(travail) + "?fait=repris")).doesNotContain("Garonne");
        assertThat(visites.page(ines, path(travail))).doesNotContain("Garonne");
    }

    @Test
    void speaksToTheYoungestByPicturesWithAnEarAndACamera() {
        var lou = visites.eleve("500154");
        var cp = classes.named(List.of(reperes.classe("11", "511"))).getFirst();
        var travail = give(cp, visites.personnel("11", "300103"), "Montre ta page");
        assertThat(visites.page(lou, "/")).contains("Mon travail");
        assertThat(visites.page(lou, "/cahierdetextes")).contains("Montre ta page", "J’ai fini", "p-");
        assertThat(visites.page(lou, path(travail))).contains("Je prends une photo");
        assertThat(visites.get(lou, "/cahierdetextes?semaine=2020-01-01")).hasStatus(200);
    }

    // --- paper, search, cost -------------------------------------------------------------------------------------

    @Test
    void printsHowLongTheWorkTakes() throws Exception {
        give(cm1, "À imprimer, avec sa durée", null);
        for (var answer : List.of(
                visites.post(esteve, classe() + "/semaine", "semaine", jour.toString()),
                visites.post(samira, "/cahierdetextes/semaine", "semaine", jour.toString()))) {
            assertThat(answer).hasStatusOk();
            try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("5 minutes");
            }
        }
    }

    @Test
    void printsTheWeekAndTheYear() {
        give(cm1, "À imprimer", null);
        for (var answer : List.of(
                visites.post(esteve, classe() + "/semaine", "semaine", jour.toString()),
                visites.post(castans, classe() + "/annee"),
                visites.post(samira, "/cahierdetextes/semaine", "semaine", jour.toString()))) {
            assertThat(answer).hasStatus(200);
            assertThat(answer.getResponse().getContentAsByteArray())
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(visites.post(gaubert, classe() + "/annee")).hasStatus(404);
    }

    @Test
    void isFoundByItsWordsByThoseForWhomItIs() {
        give(cm1, "Les hippocampes de la lagune", null);
        for (var other : List.of(responsable("OLENA", "KOVALENKO"), gaubert)) {
            assertThat(visites.post(other, "/recherche", "mots", "hippocampes"))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("lagune");
        }
        for (var reader : List.of(samira, esteve, castans)) {
            assertThat(visites.post(reader, "/recherche", "mots", "hippocampes"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("lagune");
        }
    }

    @Test
    void asksFiveStatementsAtMost() {
        var travail = give(cm1, "Peu d’énoncés", null);
        var week = "/cahierdetextes?semaine=" + jour;
        for (var asked : List.of(
                visites.statements(ines, week),
                visites.statements(samira, week),
                visites.statements(esteve, classe() + "?semaine=" + jour))) {
            assertThat(asked).hasSizeLessThanOrEqualTo(2);
            assertThat(ComptageSql.each(asked)).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(visites.statements(esteve, classe() + "/nouveau")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(castans, "/cahierdetextes/cahiers")).hasSizeLessThanOrEqualTo(5);
        for (var reader : List.of(ines, samira, esteve)) {
            assertThat(visites.statements(reader, path(travail))).hasSizeLessThanOrEqualTo(5);
        }
    }

    // --- help ----------------------------------------------------------------------------------------------------

    private UUID give(Classe classe, String texte, String niveau) {
        return give(
                new Don(classe, Nature.A_FAIRE, new Propos("Maths", texte, "", 5), Pour.classe(classe, niveau)),
                esteve);
    }

    private UUID give(Classe classe, UUID auteur, String texte) {
        return give(
                new Don(classe, Nature.A_FAIRE, new Propos("Lecture", texte, "", 5), Pour.classe(classe, null)),
                auteur);
    }

    private UUID give(Don don, UUID auteur) {
        return cahier.give(don, List.of(jour), new Auteur(UUID.randomUUID(), auteur), clock.instant(), _ -> {})
                .getFirst();
    }

    private MvcTestResult correct(UUID who, UUID travail, int numero, String texte) {
        return visites.post(
                who,
                path(travail) + "/correction",
                "matiere",
                "Maths",
                "texte",
                texte,
                "jour",
                jour.toString(),
                "minutes",
                "5",
                "numero",
                String.valueOf(numero));
    }

    private String classe() {
        return "/cahierdetextes/classes/" + cm1.id();
    }

    private static String path(UUID travail) {
        return "/cahierdetextes/travaux/" + travail;
    }

    private UUID id(String texte) {
        return jdbc.sql("select id from cahierdetextes.travail where texte = :t")
                .param("t", texte)
                .query(UUID.class)
                .single();
    }

    private UUID annonce(UUID travail) {
        return jdbc.sql("select annonce_id from cahierdetextes.travail where id = :t")
                .param("t", travail)
                .query(UUID.class)
                .single();
    }

    /// Pupils whose families the news is for.
    private Set<UUID> told(UUID travail) {
        var code = jdbc.sql("select pour from notifications.depot where chose = :c")
                .param("c", annonce(travail))
                .query(String.class)
                .single();
        return Set.of(Public.parse(code).orElseThrow().ids());
    }

    private Set<UUID> ofNiveau(Classe classe, String niveau) {
        return Set.copyOf(jdbc.sql("""
                        select p.eleve_id from annuaire.present p
                          join annuaire.inscrit i on i.eleve_id = p.eleve_id
                         where i.classe_id = :c and p.niveau = :n
                        """)
                .param("c", classe.id())
                .param("n", niveau)
                .query(UUID.class)
                .list());
    }

    private void move(UUID eleve, UUID from, UUID to) {
        jdbc.sql("""
                        update annuaire.eleve_classe set fini_le = current_date
                         where eleve_id = :e and classe_id = :c and fini_le is null
                        """).param("e", eleve).param("c", from).update();
        jdbc.sql("delete from annuaire.eleve_classe where eleve_id = :e and classe_id = :c")
                .param("e", eleve)
                .param("c", to)
                .update();
        jdbc.sql("insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) values (:e, :c, current_date)")
                .param("e", eleve)
                .param("c", to)
                .update();
        forget();
    }

    private void forget() {
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    /// Their child in this class.
    private UUID childOf(UUID responsable, Classe classe) {
        return jdbc.sql("""
                        select l.eleve_id from annuaire.lien l join annuaire.inscrit i on i.eleve_id = l.eleve_id
                         where l.responsable_id = :r and i.classe_id = :c
                        """)
                .param("r", responsable)
                .param("c", classe.id())
                .query(UUID.class)
                .single();
    }

    private UUID responsable(String prenom, String nom) {
        return jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = :p and upper(nom) = :n order by id limit 1")
                .param("p", prenom)
                .param("n", nom)
                .query(UUID.class)
                .single();
    }
}
