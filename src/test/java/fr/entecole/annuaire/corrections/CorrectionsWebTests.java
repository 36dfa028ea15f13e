package fr.entecole.annuaire.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a head knows better than the feed, with its reason; nobody else may.
@MondeTest
class CorrectionsWebTests {

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
    UUID directrice;
    UUID enseignante;
    UUID ecole;
    UUID eleve;
    String fiche;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        for (var table : List.of("eleve_classe", "lien")) {
            jdbc.sql("delete from annuaire.%s where eleve_id in (select id from annuaire.eleve where aaf_id is null)"
                            .formatted(table))
                    .update();
        }
        jdbc.sql("delete from annuaire.lien where source <> 'AAF'").update();
        jdbc.sql("delete from annuaire.depart").update();
        jdbc.sql("delete from annuaire.eleve where aaf_id is null").update();
        jdbc.sql("delete from annuaire.responsable where aaf_id is null").update();
        jdbc.sql("delete from annuaire.correction").update();
        directrice = visites.personnel("11", "300101");
        enseignante = visites.personnel("11", "300102");
        ecole = reperes.ecole("0110358E");
        eleve = pupil("BENALI", "Inès");
        fiche = "/annuaire/eleves/" + eleve;
    }

    @Test
    void correctsARecordOfTheFeedAndTellsWhatToMendInOnde() {
        assertThat(visites.page(directrice, fiche + "/correction")).contains("Cette fiche vient de l’académie");
        assertThat(Visites.words(correct("Inès", ""))).as("the reason is owed").contains("Écrivez d’où vous le tenez");
        assertThat(correct("Ines-Lina", "Livret de famille")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(directrice, fiche)).contains("Ines-Lina Benali");
        assertThat(visites.page(directrice, fiche + "/correction")).contains("l’académie dit");
        assertThat(visites.page(directrice, "/annuaire/ecoles/" + ecole + "/signalements"))
                .contains("l’école a écrit « Ines-Lina »", "Prénom");
        var said = jdbc.sql("select dit from annuaire.correction where finie_le is null")
                .query(String.class)
                .single();
        assertThat(correct(said, "Retour à l’état civil")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(jdbc.sql("select finie from annuaire.correction")
                        .query(String.class)
                        .single())
                .isEqualTo("RETIREE");
    }

    @Test
    void refusesADayOnWhichNoPupilWasBornAndANumberThatIsNone() {
        for (var day : List.of("1950-01-01", LocalDate.now(clock).plusMonths(2).toString())) {
            var answer = visites.post(
                    directrice,
                    fiche + "/correction",
                    "prenom",
                    "Inès",
                    "nom",
                    "Benali",
                    "date_naissance",
                    day,
                    "motif",
                    "Acte de naissance");
            assertThat(answer).as(day).hasStatus(422);
            assertThat(Visites.words(answer)).contains("un enfant de 2 à 15 ans");
        }
        assertThat(Visites.words(visites.post(
                        directrice,
                        fiche + "/responsables",
                        "prenom",
                        "Nadia",
                        "nom",
                        "Belkacem",
                        "lien",
                        "39",
                        "mobile",
                        "12",
                        "motif",
                        "Livret de famille")))
                .contains("Écrivez un numéro comme");
    }

    @Test
    void addsAGuardianUntilADayAndEndsTheLink() {
        var path = fiche + "/responsables";
        assertThat(Visites.words(
                        visites.post(directrice, path, "prenom", "Nadia", "nom", "", "lien", "39", "motif", "x")))
                .contains("Écrivez le nom", "Écrivez d’où vous le tenez", "Nadia");
        var jusque = LocalDate.now(clock).plusDays(10);
        assertThat(visites.post(
                        directrice,
                        path,
                        "prenom",
                        "Nadia",
                        "nom",
                        "Belkacem",
                        "lien",
                        "39",
                        "motif",
                        "Jugement du 3 mars, délégation d’autorité",
                        "jusque",
                        jusque.toString(),
                        "mobile",
                        "",
                        "courriel",
                        ""))
                .hasStatus(HttpStatus.SEE_OTHER);
        var tante = jdbc.sql("select id from annuaire.responsable where nom = 'Belkacem'")
                .query(UUID.class)
                .single();
        assertThat(visites.page(directrice, fiche)).contains("Nadia Belkacem", "Jugement du 3 mars", "Finir ce lien");
        assertThat(visites.page(enseignante, fiche)).contains("Nadia Belkacem").doesNotContain("Jugement du 3 mars");
        assertThat(visites.page(tante, "/")).as("her account is there").contains("Inès");
        assertThat(visites.page(directrice, "/annuaire/ecoles/" + ecole + "/signalements"))
                .contains("ne le donne pas comme responsable d’Inès");

        jdbc.sql("update annuaire.lien set jusque = :hier where responsable_id = :r")
                .param("hier", LocalDate.now(clock).minusDays(1))
                .param("r", tante)
                .update();
        assertThat(inForce(tante))
                .as("over on the day, whatever the night's work")
                .isFalse();
        assertThat(travaux.stream()
                        .flatMap(offerts -> offerts.travaux().stream())
                        .filter(travail -> travail.nom().equals("annuaire.debuts-et-fins"))
                        .map(Travail::run)
                        .toList())
                .singleElement()
                .satisfies(compte -> assertThat(compte).containsEntry("liens", 1L));
        assertThat(jdbc.sql("select suspendu_le is not null from annuaire.responsable where id = :r")
                        .param("r", tante)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void endsAtOnceALinkByHandAndNoneOfTheFeed() {
        var path = fiche + "/responsables";
        assertThat(visites.post(
                        directrice,
                        path,
                        "prenom",
                        "Nadia",
                        "nom",
                        "Belkacem",
                        "lien",
                        "39",
                        "motif",
                        "Livret de famille"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var tante = jdbc.sql("select id from annuaire.responsable where nom = 'Belkacem'")
                .query(UUID.class)
                .single();
        assertThat(visites.page(directrice, fiche)).contains("href=\"" + path + "/" + tante + "/fin\"");
        assertThat(visites.page(directrice, path + "/" + tante + "/fin"))
                .as("asked first, with what it does")
                .contains("Nadia Belkacem", "ne verra plus rien d’Inès", "son compte se ferme", "Oui, finir ce lien");
        assertThat(inForce(tante)).as("looking ends nothing").isTrue();
        assertThat(visites.get(enseignante, path + "/" + tante + "/fin")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(enseignante, path + "/" + tante + "/fin")).hasStatus(HttpStatus.NOT_FOUND);
        var fin = path + "/" + tante + "/fin";
        var refused = visites.post(directrice, fin, "origine", "", "motif", "", "decision", "");
        assertThat(refused).hasStatus(422);
        assertThat(Visites.words(refused)).contains("Choisissez d’où cela vient", "Écrivez d’où vous le tenez");
        var court = "Jugement du tribunal de Béziers";
        assertThat(Visites.words(visites.post(directrice, fin, "origine", "JUSTICE", "motif", court, "decision", "")))
                .as("a decision of justice has a day")
                .contains("Écrivez la date de la décision de justice", court);
        var tomorrow = LocalDate.now(clock).plusDays(1).toString();
        assertThat(Visites.words(
                        visites.post(directrice, fin, "origine", "AUTRE", "motif", court, "decision", tomorrow)))
                .contains("aujourd’hui ou avant");
        assertThat(inForce(tante)).as("nothing ends without its reason").isTrue();
        assertThat(visites.post(directrice, fin, "origine", "JUSTICE", "motif", court, "decision", "2026-03-03"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(directrice, fiche + "?fait=fini"))
                .contains("C’est fait", "Nadia Belkacem", "Décision de justice du 3 mars 2026", court);
        assertThat(visites.page(enseignante, fiche + "?fait=fini")).doesNotContain("C’est fait", court, "Belkacem");
        assertThat(inForce(tante)).isFalse();
        var mere = jdbc.sql(
                        "select responsable_id from annuaire.lien where eleve_id = :e and retire_le is null limit 1")
                .param("e", eleve)
                .query(UUID.class)
                .single();
        assertThat(visites.get(directrice, path + "/" + mere + "/fin")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(directrice, path + "/" + mere + "/fin")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoIsKeptOutDoesNotComeBackByAnotherSheet() {
        var timeo = pupil("GALY", "Timéo");
        var answer = visites.post(
                directrice,
                "/annuaire/eleves/" + timeo + "/responsables",
                "prenom",
                "Yvan",
                "nom",
                "Galy-Puig",
                "lien",
                "20",
                "motif",
                "Il l’a demandé");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(answer)).contains("ressemble à quelqu’un que vous avez écarté");
        assertThat(jdbc.sql("select count(*) from annuaire.responsable where nom = 'Galy-Puig'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void addsAPupilAndSaysThatTheyLeft() {
        var path = "/annuaire/ecoles/" + ecole + "/eleves";
        assertThat(visites.page(directrice, path + "/nouveau")).contains("ce sera le même compte");
        var classe = reperes.classe("11", "513").toString();
        assertThat(Visites.words(visites.post(
                        directrice,
                        path,
                        "prenom",
                        "Anna",
                        "nom",
                        "Soler",
                        "jour",
                        "31",
                        "mois",
                        "2",
                        "annee",
                        "2018",
                        "classe",
                        classe)))
                .contains("Ce jour n’existe pas", "Soler");
        assertThat(visites.post(
                        directrice,
                        path,
                        "prenom",
                        "Anna",
                        "nom",
                        "Soler",
                        "jour",
                        "4",
                        "mois",
                        "5",
                        "annee",
                        "2018",
                        "niveau",
                        "CE2",
                        "classe",
                        classe))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(Visites.words(visites.post(
                        directrice,
                        path,
                        "prenom",
                        "ANNA",
                        "nom",
                        "SOLER",
                        "jour",
                        "4",
                        "mois",
                        "5",
                        "annee",
                        "2018",
                        "classe",
                        classe)))
                .contains("déjà dans l’école");
        var anna = pupil("Soler", "Anna");
        assertThat(visites.page(directrice, "/annuaire/eleves/" + anna)).contains("Dire son départ", "CE2");
        var fin = "/annuaire/eleves/" + anna + "/fin";
        var hier = LocalDate.now(clock).minusDays(1).toString();
        assertThat(visites.post(visites.personnel("16", "300101"), fin, "jour", hier, "motif", "Déménagement"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.page(directrice, fin))
                .as("asked first, with what is lost")
                .contains("Dernier jour à l’école", "Le compte d’Anna se ferme", "annuler ce départ");
        var refused = visites.post(
                directrice, fin, "jour", LocalDate.now(clock).plusDays(3).toString(), "motif", "");
        assertThat(refused).hasStatus(422);
        assertThat(Visites.words(refused)).contains("Écrivez son dernier jour", "Écrivez pourquoi");
        assertThat(visites.get(directrice, "/annuaire/eleves/" + anna)).hasStatusOk();
        assertThat(visites.post(directrice, fin, "jour", hier, "motif", "Déménagement à Sète"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var departs = "/annuaire/ecoles/" + ecole + "/departs";
        assertThat(visites.page(directrice, departs + "?fait=dit"))
                .contains("C’est fait", "Anna Soler", "Déménagement à Sète", "Annuler ce départ");
        assertThat(visites.get(directrice, "/annuaire/eleves/" + anna))
                .as("the way back leads to where it is undone")
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.get(enseignante, "/annuaire/eleves/" + anna)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(directrice, "/annuaire/eleves/" + eleve + "/fin"))
                .as("a pupil of the feed leaves by ONDE")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void takesADepartureBackWithTheSameAccountTheClassAndTheGuardian() {
        var anna = addedToClass("Anna", "Soler");
        assertThat(visites.post(
                        directrice,
                        "/annuaire/eleves/" + anna + "/responsables",
                        "prenom",
                        "Rosa",
                        "nom",
                        "Soler",
                        "lien",
                        "10",
                        "motif",
                        "Livret de famille"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var mere = jdbc.sql("select id from annuaire.responsable where nom = 'Soler'")
                .query(UUID.class)
                .single();
        var fin = "/annuaire/eleves/" + anna + "/fin";
        assertThat(visites.page(directrice, fin)).contains("Le compte de Rosa Soler se ferme aussi");
        assertThat(visites.post(directrice, fin, "jour", LocalDate.now(clock).toString(), "motif", "Erreur de ma part"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.get(mere, "/annuaire/enfants/" + anna))
                .as("her account is closed")
                .hasStatus3xxRedirection();
        var depart = jdbc.sql("select id from annuaire.depart where eleve_id = :e")
                .param("e", anna)
                .query(UUID.class)
                .single();
        var undo = "/annuaire/ecoles/" + ecole + "/departs/" + depart + "/annulation";
        assertThat(visites.post(visites.personnel("16", "300101"), undo)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(directrice, undo)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(directrice, "/annuaire/eleves/" + anna + "?fait=revenu"))
                .contains("C’est fait", "Anna Soler", "Rosa Soler", "/annuaire/classes/" + reperes.classe("11", "513"));
        assertThat(visites.page(mere, "/annuaire/enfants/" + anna)).contains("Anna");
        assertThat(visites.post(directrice, undo)).as("once").hasStatus(HttpStatus.SEE_OTHER);
        assertThat(jdbc.sql("select count(*) from journal.fait where action = 'depart-annule' and objet_id = :e")
                        .param("e", anna.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void proposesTheGuardianWhoIsInTheSchoolAlreadyRatherThanASecondAccount() {
        var anna = addedToClass("Anna", "Soler");
        var rosa = new String[] {"prenom", "Rosa", "nom", "Soler", "lien", "10", "motif", "Livret de famille"};
        assertThat(visites.post(directrice, "/annuaire/eleves/" + anna + "/responsables", rosa))
                .hasStatus(HttpStatus.SEE_OTHER);
        var mere = jdbc.sql("select id from annuaire.responsable where nom = 'Soler'")
                .query(UUID.class)
                .single();
        var path = fiche + "/responsables";
        var asked = visites.post(directrice, path, rosa);
        assertThat(asked).hasStatus(422);
        assertThat(Visites.words(asked)).contains("Est-ce cette personne", "Rosa Soler, responsable d’Anna");
        var stranger =
                visites.post(directrice, path, with(rosa, UUID.randomUUID().toString()));
        assertThat(stranger).as("nobody else is linked so").hasStatus(422);
        assertThat(visites.post(directrice, path, with(rosa, mere.toString()))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(directrice, fiche + "?fait=ajoute")).contains("C’est fait", "Rosa Soler");
        assertThat(jdbc.sql("select count(*) from annuaire.responsable where nom = 'Soler'")
                        .query(Long.class)
                        .single())
                .as("one account")
                .isEqualTo(1);
        assertThat(visites.page(mere, "/")).contains("Anna", "Inès");
    }

    private static String[] with(String[] fields, String personne) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("personne", personne));
        return all.toArray(String[]::new);
    }

    private UUID addedToClass(String prenom, String nom) {
        assertThat(visites.post(
                        directrice,
                        "/annuaire/ecoles/" + ecole + "/eleves",
                        "prenom",
                        prenom,
                        "nom",
                        nom,
                        "jour",
                        "4",
                        "mois",
                        "5",
                        "annee",
                        "2018",
                        "niveau",
                        "CE2",
                        "classe",
                        reperes.classe("11", "513").toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
        return pupil(nom, prenom);
    }

    private MvcTestResult correct(String prenom, String motif) {
        return visites.post(directrice, fiche + "/correction", "prenom", prenom, "motif", motif);
    }

    private boolean inForce(UUID responsable) {
        return jdbc.sql("select exists (select 1 from annuaire.autorite(:jour) where responsable_id = :r)")
                .param("jour", LocalDate.now(clock))
                .param("r", responsable)
                .query(Boolean.class)
                .single();
    }

    private UUID pupil(String nom, String prenom) {
        return jdbc.sql(
                        "select id from annuaire.eleve where upper(nom) = upper(:nom) and annuaire.cle(prenom) = annuaire.cle(:prenom)")
                .param("nom", nom)
                .param("prenom", prenom)
                .query(UUID.class)
                .single();
    }
}
