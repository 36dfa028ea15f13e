package fr.entecole.annuaire;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Dates;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a first school morning may bring that nobody plans: a decision of justice while a guardian reads, a pupil who
/// leaves, two children of one name, a head of two schools, names that keyboards and feeds mangle.
@MondeTest
class CasDifficilesWebTests {

    private static final String PREUVE = "Jugement du tribunal judiciaire de Lodève, 12 octobre 2026";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    EnTantQue as;
    Cookie head;
    Cookie esteve;
    UUID castans;
    UUID ines;
    UUID nino;
    UUID cm1;

    @BeforeEach
    void theMorning() {
        as = new EnTantQue(context);
        castans = personne(Nature.PERSONNEL, "300101");
        head = as.personne(castans);
        esteve = as.personne(personne(Nature.PERSONNEL, "300102"));
        ines = personne(Nature.ELEVE, "500101");
        nino = personne(Nature.ELEVE, "500112");
        cm1 = reperes.classe("11", "514");
    }

    @AfterEach
    void asBefore() {
        rename(nino, "NINO", "LACAZE");
        jdbc.sql("delete from annuaire.fonction where personnel_id = :p and structure_id = :e")
                .param("p", castans)
                .param("e", reperes.ecole("0110357D"))
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void aGuardianKeptOutWhileSignedInSeesNothingOfTheChildAtTheNextPage() {
        var samira = personne(Nature.RESPONSABLE, "700101");
        var mother = as.personne(samira);
        var father = as.personne(personne(Nature.RESPONSABLE, "700102"));
        var child = "/annuaire/enfants/" + ines;
        assertThat(words("/", mother)).contains("Inès", "Younes");
        assertThat(words(child, mother)).contains("Inès");
        assertThat(words("/annuaire/classes/" + cm1, esteve)).contains("Samira Benali");

        for (var stranger : new Cookie[] {esteve, father, mother, as.personne(personne(Nature.PERSONNEL, "300109"))}) {
            assertThat(keepOut(stranger, samira)).hasStatus(404);
        }
        assertThat(words("/", mother)).contains("Inès");
        assertThat(keepOut(head, samira)).hasStatus(303);

        assertThat(words("/", mother)).contains("Younes").doesNotContain("Inès");
        assertThat(get(child, mother)).hasStatus(404);
        assertThat(find("Estève", mother)).doesNotContain("Mme Estève", "Claire");
        assertThat(words("/mes-donnees", mother)).doesNotContain("Inès", "tribunal", "Lodève");
        assertThat(words("/annuaire/classes/" + cm1, esteve)).doesNotContain("Samira");
        assertThat(words("/comptes/classes/" + cm1, esteve)).doesNotContain("Samira");
        assertThat(find("samira", esteve)).doesNotContain("Samira Benali");
        for (var other : new String[] {"/", child, "/mes-donnees"}) {
            assertThat(words(other, father)).contains("Inès").doesNotContainIgnoringCase("écart", "tribunal", "Lodève");
        }
        assertThat(words("/annuaire/eleves/" + ines + "/restrictions", head)).contains("Samira Benali", PREUVE);

        var restriction = jdbc.sql("select id from annuaire.restriction where responsable_id = :r")
                .param("r", samira)
                .query(UUID.class)
                .single();
        assertThat(mvc.post()
                        .uri("/annuaire/eleves/" + ines + "/restrictions/" + restriction + "/fin")
                        .param("motif", "Nouveau jugement")
                        .cookie(head)
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(words("/", mother)).contains("Inès", "Younes");
    }

    @Test
    void aPupilWhoLeavesWhileTheirPageIsOpenIsAtTheDoor() {
        var hugo = personne(Nature.ELEVE, "500104");
        var pupil = as.personne(hugo);
        assertThat(get("/annuaire/ma-classe", pupil)).hasStatusOk();
        jdbc.sql("update annuaire.eleve set suspendu_le = now() where id = :id")
                .param("id", hugo)
                .update();
        as.forgetWhatThisNodeRemembers();
        try {
            assertThat(get("/annuaire/ma-classe", pupil)).hasRedirectedUrl("/connexion");
            assertThat(get("/annuaire/eleves/" + hugo, esteve)).hasStatus(404);
        } finally {
            jdbc.sql("update annuaire.eleve set suspendu_le = null where id = :id")
                    .param("id", hugo)
                    .update();
        }
    }

    @Test
    void homonymsOfAClassAreToldApartInTheListAndTheSearch() {
        assertThat(words("/annuaire/classes/" + cm1, esteve)).doesNotContain(born(nino));
        var zoe = personne(Nature.ELEVE, "500107");
        jdbc.sql("""
                        update annuaire.eleve n set prenom = z.prenom, nom = z.nom from annuaire.eleve z
                         where n.id = :nino and z.id = :zoe
                        """).param("nino", nino).param("zoe", zoe).update();
        assertThat(words("/annuaire/classes/" + cm1, esteve)).contains(born(nino), born(zoe));
        assertThat(find("zoe delmas", esteve)).contains(born(nino), born(zoe));
    }

    @Test
    void aHeadOfTwoSchoolsHasBothOnEveryPage() {
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                        values (:p, :e, 'D0000', true, 'AAF', current_date)
                        """).param("p", castans).param("e", reperes.ecole("0110357D")).update();
        as.forgetWhatThisNodeRemembers();
        for (var page : new String[] {"/", "/annuaire/classes/toutes", "/comptes"}) {
            assertThat(words(page, head)).as(page).contains("Marie Curie", "Frédéric Mistral");
        }
        var there = jdbc.sql("select id from annuaire.eleve where structure_id = :e and suspendu_le is null limit 1")
                .param("e", reperes.ecole("0110357D"))
                .query(UUID.class)
                .single();
        assertThat(get("/annuaire/eleves/" + there, head)).hasStatusOk();
        assertThat(get("/annuaire/eleves/" + ines, head)).hasStatusOk();
    }

    @Test
    void aPupilOfTwoClassesIsOnePupilInWhatHomesCount() {
        var cm2 = jdbc.sql("""
                        select c.id from annuaire.classe c join annuaire.classe m on m.structure_id = c.structure_id
                         where m.id = :cm1 and c.id <> m.id and c.archivee_le is null order by c.libelle desc limit 1
                        """).param("cm1", cm1).query(UUID.class).single();
        var school = counted(words("/", head));
        jdbc.sql(
                        "insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par) values (:p, :c, current_date, 'test')")
                .param("p", personne(Nature.PERSONNEL, "300102"))
                .param("c", cm2)
                .update();
        var both = counted(words("/", esteve));
        jdbc.sql("insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) values (:nino, :cm2, current_date)")
                .param("nino", nino)
                .param("cm2", cm2)
                .update();
        try {
            assertThat(counted(words("/", head))).isEqualTo(school);
            assertThat(counted(words("/", esteve))).isEqualTo(both);
        } finally {
            jdbc.sql("delete from annuaire.eleve_classe where eleve_id = :nino and classe_id = :cm2")
                    .param("nino", nino)
                    .param("cm2", cm2)
                    .update();
            jdbc.sql("delete from annuaire.enseignement where ajoute_par = 'test'")
                    .update();
        }
    }

    /// The pupils of the board's sentence, the first that a home counts.
    private static String counted(String words) {
        var pupils = Pattern.compile("(\\d+) élèves").matcher(words);
        assertThat(pupils.find()).isTrue();
        return pupils.group(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ERIC | D'ESTÈVE--PUJOL | Eric | d’Estève-Pujol | destevepujol",
                "ERIC | D'ESTÈVE--PUJOL | Eric | d’Estève-Pujol | d'esteve pujol",
                "ANNE--LISE | O’BRIEN | Anne-Lise | O’Brien | o'brien anne",
                "Ö | Ñ | Ö | Ñ | n",
                "ŁUKASZ | YILDIZ-AĞAOĞLU | Łukasz | Yildiz-Ağaoğlu | lukasz agaoglu",
                "ȘTEFANIA | ȚEPEȘ | Ștefania | Țepeș | tepes",
                "İPEK | IŞIK | İpek | Işik | ipek isik",
                "A$AP | BACK\\SLASH $1 | A$ap | Back\\slash $1 | back slash",
            })
    void writesAndFindsAName(String prenom, String nom, String first, String last, String typed) {
        rename(nino, prenom, nom);
        assertThat(words("/annuaire/classes/" + cm1, esteve)).contains(last + " " + first);
        assertThat(words("/annuaire/eleves/" + nino, esteve)).contains(first + " " + last);
        assertThat(words("/comptes/classes/" + cm1, esteve)).contains(first + " " + last);
        assertThat(find(typed, esteve)).contains(first + " " + last);
        assertThat(find(prenom + " " + nom, head)).contains(first + " " + last);
        assertThat(find("NINO", esteve)).doesNotContain(first + " " + last);
    }

    @Test
    void drawsAClassAndATeacherWithAnySignOnEveryPage() {
        var avant = jdbc.sql("select libelle from annuaire.classe where id = :c")
                .param("c", cm1)
                .query(String.class)
                .single();
        var maitresse = personne(Nature.PERSONNEL, "300102");
        var nom = jdbc.sql("select nom from annuaire.personnel where id = :p")
                .param("p", maitresse)
                .query(String.class)
                .single();
        nameClassAndTeacher("CM1 $1 \\ M. TI$SOT\\", "TI$SOT\\", maitresse);
        try {
            as.forgetWhatThisNodeRemembers();
            for (var page : new String[] {"/", "/annuaire/classes/" + cm1, "/comptes/classes/" + cm1}) {
                assertThat(words(page, esteve)).as(page).contains("CM1 $1 \\ M. Ti$sot\\");
            }
            assertThat(words("/annuaire/classes/toutes", head)).contains("CM1 $1 \\ M. Ti$sot\\");
            assertThat(words("/", as.personne(personne(Nature.RESPONSABLE, "700101"))))
                    .contains("CM1 $1 \\ M. Ti$sot\\");
        } finally {
            nameClassAndTeacher(avant, nom, maitresse);
        }
    }

    private void nameClassAndTeacher(String libelle, String nom, UUID maitresse) {
        jdbc.sql("update annuaire.classe set libelle = :l where id = :c")
                .param("l", libelle)
                .param("c", cm1)
                .update();
        jdbc.sql("update annuaire.personnel set nom = :n where id = :p")
                .param("n", nom)
                .param("p", maitresse)
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    private MvcTestResult keepOut(Cookie who, UUID responsable) {
        return mvc.post()
                .uri("/annuaire/eleves/" + ines + "/restrictions")
                .param("responsable", responsable.toString())
                .param("depuis", LocalDate.now(context.getBean(Clock.class)).toString())
                .param("preuve", PREUVE)
                .cookie(who)
                .with(formulaire())
                .exchange();
    }

    private String find(String typed, Cookie who) {
        var found = text(mvc.post()
                .uri("/annuaire/personnes")
                .param("nom", typed)
                .cookie(who)
                .with(formulaire())
                .exchange());
        // What was typed stands in its field again.
        return found.substring(found.indexOf("</form>", found.indexOf("id=\"nom\"")));
    }

    private String born(UUID eleve) {
        return Dates.words(jdbc.sql("select date_naissance from annuaire.eleve where id = :id")
                        .param("id", eleve)
                        .query(LocalDate.class)
                        .single())
                .replace('\u00a0', ' ');
    }

    private void rename(UUID eleve, String prenom, String nom) {
        jdbc.sql("update annuaire.eleve set prenom = :prenom, nom = :nom where id = :id")
                .param("prenom", prenom)
                .param("nom", nom)
                .param("id", eleve)
                .update();
    }

    private UUID personne(Nature nature, String id) {
        return reperes.personne("11", nature, id);
    }

    private MvcTestResult get(String path, Cookie who) {
        return mvc.get().uri(path).cookie(who).exchange();
    }

    private String words(String path, Cookie who) {
        return text(get(path, who));
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ')
                .replace("&#39;", "'");
    }
}
