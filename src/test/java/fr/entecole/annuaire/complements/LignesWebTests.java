package fr.entecole.annuaire.complements;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/// Lines that do not read are put right on the screen, before the file is applied or after.
@MondeTest
class LignesWebTests {

    private static final String ELEVES = """
            Nom élève;Prénom élève;Date naissance;INE;Libellé classe
            TISSOT;Anna;04/05/2018;;CE2 Mme GAUBERT
            TISSOT;Paul;hier;;CE2 Mme GAUBERT
            TISSOT;Lina;31/02/2018;;CE2 Mme GAUBERT
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID directrice;
    String adresse;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        directrice = visites.personnel("11", "300101");
        adresse = "/annuaire/ecoles/" + reperes.ecole("0110358E") + "/complements";
        jdbc.sql("delete from annuaire.complement").update();
        for (var table : List.of("eleve_classe", "lien")) {
            jdbc.sql(
                            "delete from annuaire.%s where eleve_id in (select id from annuaire.eleve where nom like 'TISSOT%%')"
                                    .formatted(table))
                    .update();
        }
        for (var table : List.of("eleve", "responsable")) {
            jdbc.sql("delete from annuaire.%s where nom like 'TISSOT%%'".formatted(table))
                    .update();
        }
    }

    @Test
    void showsWhatIsWrongBesideItsFieldAndJudgesTheLineAgain() {
        var file = give(ELEVES);
        assertThat(visites.page(directrice, file))
                .contains(file + "/lignes/3", file + "/lignes/4")
                .doesNotContain("lignes/2");
        var line = visites.page(directrice, file + "/lignes/3");
        assertThat(line)
                .contains("Ligne 3 : Paul Tissot", "2 lignes de ce fichier sont laissées de côté")
                .contains("name=\"champ-2\" type=\"text\" value=\"hier\"", "id=\"champ-2-erreur\"")
                .contains("dans le fichier, « Date naissance »", "« hier » n’est pas une date de naissance")
                .contains("CE2 Mme Gaubert");

        var still = visites.post(directrice, file + "/lignes/3", "champ-1", "Paulin", "champ-2", "32/05/2019");
        assertThat(still).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(still)).contains("« 32/05/2019 » n’est pas une date de naissance", "value=\"Paulin\"");
        assertThat(visites.page(directrice, file + "/lignes/3"))
                .as("nothing was kept")
                .contains("value=\"hier\"");

        correct(file + "/lignes/3", "champ-2", "04/05/2019");
        assertThat(visites.page(directrice, file + "/lignes/3"))
                .contains("C’est fait : cette ligne se lit.", "Nouvel élève de l’école.")
                .contains("Une ligne de ce fichier est laissée de côté", "Corriger la ligne suivante", "/lignes/4")
                .contains("Revenir au fichier");
        assertThat(pupils()).as("nothing before it is applied").isEmpty();

        correct(file + "/lignes/4", "champ-2", "28/02/2018");
        assertThat(visites.page(directrice, file + "/lignes/4"))
                .contains("Plus aucune ligne de ce fichier n’est laissée de côté")
                .doesNotContain("Corriger la ligne suivante");
        apply(file);
        assertThat(pupils()).containsExactly("Anna 2018-05-04", "Lina 2018-02-28", "Paul 2019-05-04");
    }

    @Test
    void putsRightWhatWasLeftAsideAfterTheRestWasAppliedAndDoesTheRestNoMore() {
        var file = give(ELEVES);
        apply(file);
        assertThat(pupils()).containsExactly("Anna 2018-05-04");
        assertThat(visites.page(directrice, file))
                .contains("2 lignes ont été laissées de côté", file + "/lignes/3")
                .doesNotContain("Appliquer");
        assertThat(visites.get(directrice, file + "/lignes/2"))
                .as("done already")
                .hasStatus(HttpStatus.NOT_FOUND);
        jdbc.sql("update annuaire.eleve set nom = 'TISSOT-PARTI', date_naissance = '2018-06-06' where nom = 'TISSOT'")
                .update();

        correct(file + "/lignes/3", "champ-2", "04/05/2019");
        assertThat(visites.page(directrice, file)).contains("Ce que vous avez corrigé depuis", "Appliquer");
        apply(file);
        assertThat(pupils()).as("the line that was applied is not done again").containsExactly("Paul 2019-05-04");
        assertThat(visites.page(directrice, file))
                .contains("C’est fait : 2 ajouts", "Une ligne a été laissée de côté")
                .doesNotContain("Appliquer");
    }

    /// A line that was corrected and applied may be changed by the head since: the next line does not undo it.
    @Test
    void doesNoLineTwiceWhereAnotherIsCorrectedAfterwards() {
        var file = give(ELEVES);
        apply(file);
        correct(file + "/lignes/3", "champ-2", "04/05/2019");
        apply(file);
        jdbc.sql(
                        "update annuaire.eleve set nom = 'TISSOT-PARTI', date_naissance = '2018-06-06' where prenom = 'Paul' and nom = 'TISSOT'")
                .update();
        assertThat(visites.page(directrice, file)).doesNotContain("Appliquer");
        correct(file + "/lignes/4", "champ-2", "28/02/2018");
        apply(file);
        assertThat(pupils()).containsExactly("Anna 2018-05-04", "Lina 2018-02-28");
        assertThat(visites.page(directrice, file))
                .contains("C’est fait : 3 ajouts")
                .doesNotContain("Appliquer");
    }

    /// The class that the file made was renamed since, and who was in it went elsewhere.
    @Test
    void makesTheClassThatACorrectedLineNeedsAndDoesNothingElseOfTheLineThatNamesIt() {
        jdbc.sql("""
                        insert into annuaire.structure (academie, genre, uai, nom_courant)
                        values ('11', 'ECOLE', '0110003U', 'E.E.PU$DES IFS$IFS'), ('11', 'ECOLE', '0110004V', 'E.M.PU$DES AIRES$AIRES')
                        """).update();
        var region = visites.agent("Vidal");
        adresse = "/annuaire/complements";
        var file = give(region, """
                UAI;Nom;Prénom;Date de naissance;Classe
                0110003U;TISSOT;Anna;04/05/2018;CE2 des Chênes
                0110004V;TISSOT;Zoé;04/05/2021;PS des Aires
                0110003U;TISSOT;Paul;hier;CE2 des Chênes
                """);
        apply(region, file);
        jdbc.sql("update annuaire.classe set libelle = 'CE2 des Hêtres' where libelle = 'CE2 des Chênes'")
                .update();
        assertThat(visites.page(region, file)).doesNotContain("Appliquer");
        assertThat(visites.page(region, file + "/lignes/4"))
                .as("the classes of the line’s own school")
                .contains("CE2 des Hêtres")
                .doesNotContain("PS des Aires");
        correct(region, file + "/lignes/4", "champ-3", "04/05/2019");
        apply(region, file);
        assertThat(jdbc.sql("""
                        select e.prenom || ' ' || c.libelle from annuaire.eleve e
                          join annuaire.inscrit i on i.eleve_id = e.id join annuaire.classe c on c.id = i.classe_id
                         where e.nom = 'TISSOT' order by 1
                        """).query(String.class).list())
                .containsExactly("Anna CE2 des Hêtres", "Paul CE2 des Chênes", "Zoé PS des Aires");
    }

    @Test
    void forgetsWhatWasCorrectedWithTheFile() {
        var file = give(ELEVES);
        correct(file + "/lignes/3", "champ-2", "04/05/2019");
        assertThat(jdbc.sql("select corrigees::text from annuaire.complement")
                        .query(String.class)
                        .single())
                .contains("04/05/2019");
        assertThat(visites.post(directrice, file + "/abandon")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(jdbc.sql("select corrigees::text from annuaire.complement")
                        .query(String.class)
                        .single())
                .isEqualTo("{}");
        assertThat(visites.get(directrice, file + "/lignes/3")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsWhatWasSaidOfClassesWhereALineIsCorrected() {
        var file = give("""
                Nom élève;Prénom élève;Date naissance;INE;Libellé classe
                TISSOT;Paul;04/05/2019;;Classe bleue
                TISSOT;Lina;hier;;Classe verte
                """);
        var ce2 = reperes.classe("11", "513").toString();
        assertThat(visites.post(directrice, file + "/reponses", "classe-0", "AUCUNE", "classe-1", ce2))
                .hasStatus(HttpStatus.SEE_OTHER);
        correct(file + "/lignes/2", "champ-4", "CE2 Mme GAUBERT");
        correct(file + "/lignes/3", "champ-2", "28/02/2018");
        apply(file);
        assertThat(jdbc.sql("""
                        select count(*) from annuaire.inscrit i join annuaire.eleve e on e.id = i.eleve_id
                         where e.nom = 'TISSOT' and i.classe_id = :ce2
                        """)
                        .param("ce2", reperes.classe("11", "513"))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void saysHowToPutRightTheNameOfAClassOnceTheRestWasApplied() {
        var file = give("""
                Nom élève;Prénom élève;Date naissance;INE;Libellé classe
                TISSOT;Anna;04/05/2018;;CE2 Mme GAUBERT
                TISSOT;Paul;04/05/2019;;Classe bleue
                """);
        apply(file);
        assertThat(visites.page(directrice, file + "/lignes/3"))
                .contains("n’est pas dans l’annuaire sous ce nom : écrivez celui d’une de ses classes.")
                .doesNotContain("dites laquelle");
    }

    @Test
    void isNobodyElses() {
        var file = give(ELEVES);
        var other = visites.personnel("16", "300101");
        assertThat(visites.get(other, file + "/lignes/3")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(other, file + "/lignes/3", "champ-2", "04/05/2019"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(directrice, file + "/lignes/99")).hasStatus(HttpStatus.NOT_FOUND);
        var tooLong = visites.post(directrice, file + "/lignes/3", "champ-1", "a".repeat(201));
        assertThat(tooLong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(tooLong)).contains("C’est trop long : 200 caractères au plus.");
    }

    @Test
    void saysWhatIsInAColumnAndTakesTheGuardiansLink() {
        var pupils = give("""
                Nom;Prénom;Date de naissance
                TISSOT;Anna;04/05/2018
                """);
        apply(pupils);
        var file = give("""
                Civilité Responsable;Nom responsable;Prénom responsable;Qualité;Nom de famille enfant;Prénom enfant
                MME;TISSOT-VALLS;Rosa;Mère;TISSOT;Anna
                M.;TISSOT-VALLS;Joan;voisin;TISSOT;Anna
                """);
        assertThat(visites.page(directrice, file))
                .contains("Que contient « Qualité » ?", "par exemple « Mère », « voisin »")
                .contains("Lien avec l’enfant (mère, père, tuteur…)")
                .contains("Les colonnes reconnues", "par exemple « TISSOT-VALLS »");
        assertThat(visites.post(directrice, file + "/reponses", "colonne-3", "LIEN"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(directrice, file))
                .contains("Mère d’Anna Tissot.", "Responsable d’Anna Tissot.")
                .contains("Le lien « voisin » n’est pas lu : la fiche dira « responsable ».");
        apply(file);
        assertThat(jdbc.sql("""
                        select r.prenom || ' ' || l.code from annuaire.lien l
                          join annuaire.responsable r on r.id = l.responsable_id
                         where r.nom = 'TISSOT-VALLS' order by 1
                        """).query(String.class).list()).containsExactly("Joan 90", "Rosa 10");
    }

    private String give(String mots) {
        return give(directrice, mots);
    }

    private String give(UUID who, String mots) {
        var answer = visites.upload(
                who,
                adresse,
                new MockMultipartFile("fichiers", "eleves.csv", "text/csv", mots.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private void correct(String line, String... fields) {
        correct(directrice, line, fields);
    }

    private void correct(UUID who, String line, String... fields) {
        var answer = visites.post(who, line, fields);
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo(line);
    }

    private void apply(String file) {
        apply(directrice, file);
    }

    private void apply(UUID who, String file) {
        var empreinte = Visites.hidden(visites.page(who, file), "empreinte");
        assertThat(visites.post(who, file + "/application", "empreinte", empreinte))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private List<String> pupils() {
        return jdbc.sql("select prenom || ' ' || date_naissance from annuaire.eleve where nom = 'TISSOT' order by 1")
                .query(String.class)
                .list();
    }
}
