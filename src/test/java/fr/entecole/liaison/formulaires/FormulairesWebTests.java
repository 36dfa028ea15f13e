package fr.entecole.liaison.formulaires;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Guichet.Envoi;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.redaction.TexteRiche;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Claire Estève asks the families of her CM1; each test asks a form of its own.
@MondeTest
class FormulairesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Guichet guichet;

    @Autowired
    LectureDesFormulaires lecture;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID samira;
    UUID karim;
    UUID yvan;
    UUID ines;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        samira = id("annuaire.responsable", "SAMIRA", "BENALI");
        karim = id("annuaire.responsable", "KARIM", "BENALI");
        yvan = id("annuaire.responsable", "YVAN", "GALY");
        ines = id("annuaire.eleve", "INES", "BENALI");
    }

    @Test
    void hidesAFormFromAllButTheFamiliesAndItsAnswersFromColleagues() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        for (var stranger : List.of(yvan, visites.personnel("11", "300105"))) {
            assertThat(visites.get(stranger, path(mot))).hasStatus(404);
        }
        assertThat(answer(yvan, mot, "1", "2")).hasStatus(404);
        assertThat(visites.post(visites.personnel("11", "300105"), path(mot) + "/tableau"))
                .hasStatus(404);
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasTyped() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        var again = answer(samira, mot, "", "12");
        assertThat(again).hasStatus(422);
        assertThat(Visites.words(again)).contains("Choisissez une réponse", "Ce nombre n’est pas possible");
        assertThat(body(again)).contains("value=\"12\"").contains("Merci à tous");
        assertThat(count(mot)).isZero();
    }

    @Test
    void hidesTheAnswerOfOneGuardianFromTheOther() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        assertThat(answer(samira, mot, "2", "3")).hasStatus(303);
        assertThat(visites.page(karim, path(mot)))
                .doesNotContain("Merci à tous")
                .contains("Envoyer ma réponse");
        assertThat(visites.page(samira, path(mot))).contains("Merci à tous", "Changer ma réponse");
        assertThat(visites.page(esteve, path(mot))).contains("Merci à tous", "Samira Benali", "Karim Benali");
    }

    @Test
    void showsWhoAnsweredWhatWhereTheFormSaidSoAndOfAnAnonymousOneNever() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        assertThat(answer(samira, mot, "2", "7")).hasStatus(303);
        assertThat(visites.page(esteve, path(mot)))
                .contains("Qui a répondu quoi", "role=\"rowheader\">Inès Benali</th>")
                .contains("data-t=\"Responsable\">Samira Benali</td>", "data-t=\"Quel jour ?\">mardi</td>")
                .contains("data-t=\"Combien ?\">7</td>");
        var anonyme = asked(Reponses.ANONYMES, Part.RESPONSABLE);
        assertThat(answer(samira, anonyme, "2", "7")).hasStatus(303);
        assertThat(visites.post(esteve, path(anonyme) + "/fermeture")).hasStatus(303);
        assertThat(visites.page(esteve, path(anonyme))).doesNotContain("Qui a répondu quoi", "data-t=\"Combien ?\"");
    }

    @Test
    void answersOnceForAChildAndSaysToTheOtherThatItIsDone() {
        var mot = asked(Reponses.NOMMEES, Part.ENFANT);
        assertThat(answer(samira, mot, "2", "3")).hasStatus(303);
        assertThat(visites.page(karim, path(mot)))
                .contains("Une réponse est donnée pour Inès Benali")
                .doesNotContain("Merci à tous");
        assertThat(answer(karim, mot, "1", "1")).hasStatus(303);
        assertThat(count(mot)).isOne();
    }

    @Test
    void keepsNoAnswerToAMotThatWasCorrectedMeanwhile() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        assertThat(visites.page(samira, path(mot))).contains("name=\"version\" value=\"1\"");
        var now = clock.instant();
        cahier.correct(
                mot,
                1,
                new Propos("Une question", TexteRiche.of("Répondez pour juin.")),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                now,
                now,
                Redite.RIEN);
        var late = answer(samira, mot, "2", "3");
        assertThat(late).hasStatus(409);
        assertThat(Visites.words(late))
                .contains(
                        "Ce mot a été corrigé pendant que vous le lisiez. Relisez-le, puis répondez.",
                        "<li>Répondez pour juin.</li>",
                        "Merci à tous",
                        "value=\"2\" checked",
                        "name=\"version\" value=\"2\"");
        assertThat(count(mot)).isZero();
        var unsaid = visites.post(samira, path(mot), "q1", "2", "q2", "3", "q3", "Merci à tous");
        assertThat(unsaid).hasStatus(422);
        assertThat(Visites.words(unsaid)).contains("Relisez ce mot, puis répondez.", "Merci à tous");
        assertThat(count(mot)).isZero();
        assertThat(answer(samira, mot, "2", "2", "3")).hasStatus(303);
        assertThat(count(mot)).isOne();
    }

    /// What was typed is on the page, and nothing of it was kept.
    @Test
    void givesBackWhatWasTypedWhenTheFormClosedMeanwhile() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        assertThat(visites.page(samira, path(mot))).contains("Envoyer ma réponse");
        assertThat(visites.post(esteve, path(mot) + "/fermeture")).hasRedirectedUrl(path(mot) + "?fait=ferme");
        var late = answer(samira, mot, "2", "3");
        assertThat(late).hasStatusOk();
        assertThat(Visites.words(late)).contains("vient d’être fermé, pendant que vous le remplissiez");
        assertThat(body(late)).contains("Merci à tous").doesNotContain("Envoyer ma réponse");
        assertThat(count(mot)).isZero();
    }

    @Test
    void tellsNothingOfAnAnonymousFormBeforeItIsClosedNorWhoSaidWhatAfter() {
        var mot = asked(Reponses.ANONYMES, Part.RESPONSABLE);
        assertThat(answer(samira, mot, "1", "1")).hasStatus(303);
        assertThat(visites.page(samira, path(mot)))
                .contains("ne peut plus retrouver celle-ci")
                .doesNotContain("Merci à tous");
        assertThat(visites.page(esteve, path(mot)))
                .contains("Pas encore de résultats")
                .doesNotContain("Samira Benali", "Merci à tous");
        for (int i = 0; i < 6; i++) {
            var someone = UUID.randomUUID();
            var questions = lecture.of(mot).orElseThrow().questions();
            guichet.answer(
                    new Envoi(
                            mot,
                            null,
                            someone,
                            Set.of(someone),
                            Map.of(questions.getFirst().id(), new Valeur(List.of(1), "", null))),
                    clock.instant());
        }
        assertThat(visites.post(esteve, path(mot) + "/fermeture")).hasStatus(303);
        var page = visites.page(esteve, path(mot));
        assertThat(page).contains("Merci à tous", "masqué", "Karim Benali").doesNotContain("Samira Benali");
    }

    @Test
    void takesWhatCameBackOnPaperFromWhoFollowsItAlone() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        var paper = path(mot) + "/papier/" + karim;
        for (var other : List.of(karim, samira, visites.personnel("11", "300105"), ines)) {
            assertThat(visites.get(other, paper)).hasStatus(404);
            assertThat(visites.post(other, paper, "q1", "2", "q2", "3")).hasStatus(404);
        }
        assertThat(visites.get(esteve, path(mot) + "/papier/" + yvan))
                .as("kept out")
                .hasStatus(404);
        assertThat(visites.page(esteve, path(mot))).contains(paper, "Saisir son papier");
        assertThat(visites.page(esteve, paper)).contains("Sur papier : Karim Benali");
        var missing = visites.post(esteve, paper, "q2", "12");
        assertThat(missing).hasStatus(422);
        assertThat(Visites.words(missing)).contains("Choisissez une réponse").contains("value=\"12\"");
        assertThat(visites.post(esteve, paper, "q1", "2", "q2", "3", "q3", "Merci"))
                .hasRedirectedUrl(path(mot) + "?fait=saisi");
        assertThat(count(mot)).isOne();
        assertThat(visites.page(esteve, "/liaison/mots/" + mot)).contains("sur papier, noté");
        assertThat(visites.page(samira, path(mot))).contains("Envoyer ma réponse");
        assertThat(visites.post(esteve, paper, "q1", "1", "q2", "1")).hasRedirectedUrl(path(mot) + "?fait=deja");
    }

    @Test
    void neverLetsAPaperChangeWhatAGuardianAnswered() {
        var mot = asked(Reponses.NOMMEES, Part.ENFANT);
        var paper = path(mot) + "/papier/" + ines;
        assertThat(Visites.words(visites.post(esteve, paper, "q1", "1", "q2", "1")))
                .contains("Dites qui a rempli le papier");
        assertThat(answer(samira, mot, "2", "3")).hasStatus(303);
        assertThat(visites.get(esteve, paper)).hasRedirectedUrl(path(mot) + "?fait=deja");
        assertThat(visites.post(esteve, paper, "q1", "1", "q2", "1", "responsable", karim.toString()))
                .hasRedirectedUrl(path(mot) + "?fait=deja");
        assertThat(visites.page(samira, path(mot))).contains("Merci à tous", "Changer ma réponse");
    }

    @Test
    void countsAPaperOfAnAnonymousFormWithoutSayingWhoseItIs() {
        var mot = asked(Reponses.ANONYMES, Part.RESPONSABLE);
        assertThat(visites.post(esteve, path(mot) + "/papier/" + karim, "q1", "2", "q2", "3"))
                .hasRedirectedUrl(path(mot) + "?fait=saisi");
        assertThat(jdbc.sql("select count(*) from liaison.bulletin where mot_id = :mot and pour_id is not null")
                        .param("mot", mot)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(visites.get(esteve, path(mot) + "/papier/" + karim)).hasRedirectedUrl(path(mot) + "?fait=deja");
    }

    @Test
    void givesATableThatSpreadsheetsOpenAndWritesItDown() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        assertThat(visites.post(samira, path(mot), "version", "1", "q1", "1", "q2", "3", "q3", "=HYPERLINK(\"x\")"))
                .hasStatus(303);
        var csv = visites.post(esteve, path(mot) + "/tableau");
        assertThat(csv).hasStatusOk().hasContentType("text/csv;charset=utf-8");
        assertThat(body(csv))
                .startsWith("\uFEFF")
                .contains("\"Samira Benali\";\"lundi\";3;\"'=HYPERLINK(\"\"x\"\")\"", "Inès Benali");
        assertThat(visites.page(esteve, path(mot)))
                .contains("Total", "3.</b>")
                .containsPattern("Karim Benali, pour [^<]*Inès Benali");
        assertThat(jdbc.sql("select count(*) from journal.fait where action = 'reponses-emportees' and objet_id = :id")
                        .param("id", mot.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void refusesAFormWithoutAQuestionOrAChoice() {
        assertThat(refused()).contains("Écrivez au moins une question");
        assertThat(refused("question-0", "Le jour ?", "nature-0", "CHOIX", "choix-0", "lundi"))
                .contains("Donnez au moins 2 choix");
        assertThat(refused("question-0", "Combien ?", "nature-0", "NOMBRE", "minimum-0", "9", "maximum-0", "1"))
                .contains("le plus petit d’abord");
    }

    @Test
    void publishesAFormWithItsMot() {
        var said = publish("question-0", "Le jour ?", "nature-0", "CHOIX", "choix-0", "lundi\nmardi");
        assertThat(said).hasStatus(303);
        var mot = UUID.fromString(
                Objects.requireNonNull(said.getResponse().getRedirectedUrl()).replaceAll(".*/mots/([^?]*).*", "$1"));
        assertThat(lecture.of(mot).orElseThrow().questions())
                .singleElement()
                .satisfies(q -> assertThat(q.options()).containsExactly("lundi", "mardi"));
        assertThat(visites.page(esteve, "/liaison/mots/" + mot)).contains("Voir les réponses");
    }

    @Test
    void asksFewStatements() {
        var mot = asked(Reponses.NOMMEES, Part.RESPONSABLE);
        assertThat(answer(samira, mot, "1", "1")).hasStatus(303);
        assertThat(visites.get(samira, path(mot))).hasStatusOk();
        assertThat(visites.statements(samira, path(mot))).hasSizeLessThanOrEqualTo(6);
        assertThat(visites.statements(esteve, path(mot))).hasSizeLessThanOrEqualTo(6);
    }

    private MvcTestResult publish(String... fields) {
        var all = new java.util.ArrayList<String>(List.of(
                "genre",
                GenreFormulaire.CODE,
                "titre",
                "Une question " + UUID.randomUUID(),
                "texte",
                "Bonjour.",
                "pour",
                Public.ofClasse(curie, cm1, Qui.RESPONSABLES).code(),
                "avant",
                LocalDate.now(clock).plusDays(5).toString(),
                "form-reponses",
                "NOMMEES",
                "attendu",
                "PROPRE",
                "repondants",
                "CHACUN"));
        all.addAll(List.of(fields));
        return visites.post(esteve, "/liaison/mots", all.toArray(String[]::new));
    }

    private String refused(String... fields) {
        var said = publish(fields);
        assertThat(said).hasStatus(422);
        return Visites.words(said);
    }

    private MvcTestResult answer(UUID personne, UUID mot, String choix, String nombre) {
        return answer(personne, mot, "1", choix, nombre);
    }

    private MvcTestResult answer(UUID personne, UUID mot, String version, String choix, String nombre) {
        return visites.post(
                personne,
                path(mot),
                "version",
                version,
                "eleve",
                ines.toString(),
                "q1",
                choix,
                "q2",
                nombre,
                "q3",
                "Merci à tous");
    }

    private int count(UUID mot) {
        return jdbc.sql("select count(*) from liaison.participation where mot_id = :mot")
                .param("mot", mot)
                .query(Integer.class)
                .single();
    }

    private UUID asked(Reponses reponses, Part part) {
        var now = clock.instant();
        return cahier.publish(
                new Redaction(
                                List.of(Public.ofClasse(curie, cm1, Qui.RESPONSABLES)),
                                false,
                                "Une question " + UUID.randomUUID(),
                                TexteRiche.of("Répondez."),
                                now)
                        .of(GenreFormulaire.CODE, Demande.RIEN),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                now,
                mot -> guichet.ask(
                        mot,
                        curie,
                        reponses,
                        part,
                        now.plus(Duration.ofDays(5)),
                        List.of(
                                new Question(
                                        new UUID(0, 1),
                                        1,
                                        Nature.CHOIX,
                                        "Quel jour ?",
                                        List.of("lundi", "mardi"),
                                        null,
                                        null),
                                new Question(new UUID(0, 2), 2, Nature.NOMBRE, "Combien ?", List.of(), 0, 9),
                                new Question(new UUID(0, 3), 3, Nature.TEXTE, "Un mot ?", List.of(), null, null))));
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
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

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot + "/formulaire";
    }
}
