package fr.entecole.annuaire.complements;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.PersonneSaisie;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.DonneesPersonnelles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a school's own files add: seen before it is done, done whole or not at all, and nothing the second time.
@MondeTest
class ComplementsWebTests {

    private static final String ELEVES = """
            Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Niveau;Libellé classe
            SOLER;;Anna;04/05/2018;F;987654321ZA;CE2;Classe de CE2
            BENALI;;Inès;01/01/2017;F;;CM1;CM1 Mme ESTEVE
            SOLER;;Paul;hier;M;;CE2;CE2 Mme GAUBERT
            """;
    private static final Pattern EMPREINTE = Pattern.compile("name=\"empreinte\" value=\"([^\"]+)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    List<DonneesPersonnelles> modules;

    @Autowired
    ApplicationEventMulticaster multicaster;

    private final Refusant refusant = new Refusant();

    Visites visites;
    UUID directrice;
    UUID region;
    UUID ecole;
    String adresse;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        multicaster.addApplicationListener((ApplicationListener<?>) refusant);
        refusant.fails = false;
        for (var table : List.of("eleve_classe", "lien")) {
            jdbc.sql("delete from annuaire.%s where eleve_id in (select id from annuaire.eleve where aaf_id is null)"
                            .formatted(table))
                    .update();
        }
        jdbc.sql("delete from annuaire.lien where source <> 'AAF'").update();
        jdbc.sql("delete from annuaire.eleve where aaf_id is null").update();
        jdbc.sql("delete from annuaire.responsable where aaf_id is null").update();
        directrice = visites.personnel("11", "300101");
        region = visites.agent("Vidal");
        ecole = reperes.ecole("0110358E");
        adresse = "/annuaire/ecoles/" + ecole + "/complements";
    }

    @AfterEach
    void stopsListening() {
        multicaster.removeApplicationListener((ApplicationListener<?>) refusant);
    }

    @Test
    void asksWhichClassIsMeantShowsEachLineThenDoesItOnceAndForAll() {
        var file = give(directrice, adresse, "CSVExtraction.csv", eleves());
        assertThat(visites.page(directrice, file))
                .contains("Quelle classe est « Classe de CE2 » ?", "n’est pas dans l’annuaire sous ce nom")
                .contains("« hier » n’est pas une date de naissance")
                .doesNotContain("Créer cette classe");

        answer(directrice, file, "classe-0", reperes.classe("11", "513").toString());
        var plan = visites.page(directrice, file);
        assertThat(plan).contains("Anna Soler", "Nouvel élève de l’école.", "ligne de l’académie, inchangée");
        assertThat(pupils("SOLER")).isZero();
        apply(directrice, file);
        assertThat(visites.page(directrice, file)).contains("C’est fait : 1 ajout, aucune mise à jour.");
        assertThat(jdbc.sql("""
                        select e.source || ' ' || e.ine || ' ' || e.niveau || ' ' || c.aaf_id from annuaire.eleve e
                          join annuaire.inscrit i on i.eleve_id = e.id join annuaire.classe c on c.id = i.classe_id
                         where e.nom = 'SOLER'
                        """).query(String.class).list()).containsExactly("ONDE 987654321ZA CE2 513");
        assertThat(jdbc.sql(
                                "select count(*) from comptes.compte c join annuaire.eleve e on e.id = c.personne_id where e.nom = 'SOLER'")
                        .query(Long.class)
                        .single())
                .as("an account is born with the child")
                .isOne();

        var again = give(directrice, adresse, "CSVExtraction.csv", eleves());
        answer(directrice, again, "classe-0", reperes.classe("11", "513").toString());
        assertThat(visites.page(directrice, again)).contains("Rien à appliquer", "ligne déjà ainsi");
        assertThat(visites.page(directrice, adresse)).contains("appliqué", "à confirmer");
    }

    @Test
    void givesBackTheLinesThatDoNotReadWithTheirReason() {
        var file = give(directrice, adresse, "CSVExtraction.csv", ELEVES);
        var answer = visites.get(directrice, file + "/rejets");
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer))
                .contains("Raison;Nom élève", "SOLER;;Paul;hier;M;;CE2;CE2 Mme GAUBERT", "date de naissance");
    }

    @Test
    void linksGuardiansWhateverTheirFileCallsTheClassAndLeavesThoseOfTheFeedAlone() {
        var pupils = give(directrice, adresse, "eleves.csv", ELEVES);
        answer(directrice, pupils, "classe-0", reperes.classe("11", "513").toString());
        apply(directrice, pupils);
        var before = guardians();
        var file = give(directrice, adresse, "responsables.csv", """
                Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;Courriel;Téléphone portable;Nom de famille enfant;Prénom enfant;Classes enfants
                MME;;SOLER;Rosa;3 rue des Amandiers;rosa.soler@example.org;06 39 98 12 00;SOLER;Anna;Classe de Mme Machin
                MME;;BENALI;Samira;;;;BENALI;Inès;CM1
                M.;;PERDU;Jean;;;;INCONNU;Zoé;CM1
                """);
        assertThat(visites.page(directrice, file))
                .contains("Rosa Soler", "Responsable d’Anna Soler.", "Zoé Inconnu n’est pas un élève de l’école")
                .contains("ligne de l’académie, inchangée");
        apply(directrice, file);
        assertThat(guardians()).isEqualTo(before + 1);
        assertThat(jdbc.sql("""
                        select r.source || ' ' || l.source || ' ' || r.telephone_mobile from annuaire.responsable r
                          join annuaire.lien l on l.responsable_id = r.id where r.nom = 'SOLER'
                        """).query(String.class).list()).containsExactly("ONDE ONDE 06 39 98 12 00");
        assertThat(visites.page(directrice, "/annuaire/eleves/" + pupil("SOLER")))
                .contains("Rosa Soler");
    }

    @Test
    void readsThePupilsBeforeTheirGuardiansWhateverTheOrderInWhichTheyAreGiven() {
        jdbc.sql("delete from annuaire.complement").update();
        assertThat(visites.page(directrice, adresse)).contains("se lisent l’un après l’autre");
        var answer =
                visites.upload(directrice, adresse, List.of(file("responsables.csv", """
                        Civilité Responsable;Nom responsable;Prénom responsable;Nom de famille enfant;Prénom enfant
                        MME;SOLER;Rosa;SOLER;Anna
                        """), file("eleves.csv", """
                        Nom élève;Prénom élève;Date naissance;INE;Libellé classe
                        SOLER;Anna;04/05/2018;987654321ZA;CE2 Mme GAUBERT
                        """)));
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo(adresse);
        var list = visites.page(directrice, adresse);
        assertThat(list)
                .contains("À confirmer, dans cet ordre", "Les élèves", "Les responsables", "à confirmer ensuite")
                .contains("Les élèves d’abord, puis leurs responsables, puis les enseignants et leurs classes");
        var files = Pattern.compile("/annuaire/complements/[0-9a-f-]{36}")
                .matcher(list)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(files).hasSize(2);
        assertThat(list).contains("href=\"" + files.getFirst() + "\">Commencer par le premier");
        assertThat(visites.page(directrice, files.getLast()))
                .contains("Un autre fichier se confirme d’abord", "eleves.csv", "n’est pas un élève de l’école");
        assertThat(visites.page(directrice, files.getFirst())).doesNotContain("se confirme d’abord");
        apply(directrice, files.getFirst());
        assertThat(visites.page(directrice, files.getFirst())).contains("Lire le fichier suivant", files.getLast());
        assertThat(visites.page(directrice, files.getLast()))
                .contains("Responsable d’Anna Soler.")
                .doesNotContain("se confirme d’abord");
        apply(directrice, files.getLast());
        assertThat(visites.page(directrice, files.getLast()))
                .contains("C’est fait")
                .doesNotContain("Lire le fichier suivant");
        assertThat(visites.page(directrice, adresse)).doesNotContain("À confirmer", "à confirmer");
    }

    @Test
    void linksNobodyAnewToAProtectedChildAndDoesNotSayWhy() {
        var file = give(region, adresse, "responsables.csv", """
                Nom;Prénom;Nom de l'élève;Prénom de l'élève
                GALY;Yvan-Marie;GALY;Timéo
                """);
        assertThat(visites.page(region, file))
                .contains("s’ajoute à la main, par la direction")
                .doesNotContain("estriction");
    }

    @Test
    void attachesTeachersToTheirClassesAndMakesNoHeadOfAnyone() {
        var file = give(directrice, adresse, "enseignants.csv", """
                Civilité;Nom;Prénom;Directeur;Classe
                M.;OUSTRY;Vincent;non;CM1-CM2 M. OUSTRY
                Mme;ORTIZ;Paule;oui;CE2 Mme GAUBERT
                """);
        assertThat(visites.page(directrice, file)).contains("Paule Ortiz", "elle n’est pas donnée ici");
        apply(directrice, file);
        assertThat(jdbc.sql("""
                        select p.nom || ' ' || c.aaf_id from annuaire.enseigne n
                          join annuaire.personnel p on p.id = n.personnel_id join annuaire.classe c on c.id = n.classe_id
                         where p.nom in ('OUSTRY', 'ORTIZ') order by 1
                        """).query(String.class).list()).containsExactly("ORTIZ 513", "OUSTRY 515");
        assertThat(jdbc.sql(
                                "select count(*) from annuaire.dirige d join annuaire.personnel p on p.id = d.personnel_id where p.nom = 'ORTIZ'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theRegionCompletesSchoolsThatNoFeedKnowsInOneTable() {
        jdbc.sql("""
                        insert into annuaire.structure (academie, genre, uai, nom_courant)
                        values ('11', 'ECOLE', '0110001S', 'E.E.PU$DES PINS$PINS'), ('11', 'ECOLE', '0110002T', 'E.M.PU$DES LIS$LIS')
                        """).update();
        var octets = """
                UAI;Nom;Prénom;Date de naissance;Classe
                0110001S;LÉVÊQUE;Noëlle;04/05/2018;CE2 des Chênes
                0110001S;LÉVÊQUE;Aimé;04/05/2019;CE2 des Chênes
                0110002T;GARÇON;Zoé;04/05/2021;PS
                0119999X;NULLE;Part;04/05/2021;PS
                """.getBytes(Charset.forName("x-MacRoman"));
        var answer = visites.upload(
                region, "/annuaire/complements", new MockMultipartFile("fichiers", "tableau.csv", "text/csv", octets));
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        var file = String.valueOf(answer.getResponse().getRedirectedUrl());
        assertThat(visites.page(region, file))
                .contains("Noëlle Lévêque", "Créer cette classe", "de quelle école il s’agit");
        apply(region, file);
        assertThat(jdbc.sql("""
                        select s.uai || ' ' || c.libelle || ' ' || count(*) from annuaire.eleve e
                          join annuaire.structure s on s.id = e.structure_id
                          join annuaire.inscrit i on i.eleve_id = e.id join annuaire.classe c on c.id = i.classe_id
                         where e.source = 'CSV' group by s.uai, c.libelle order by 1
                        """).query(String.class).list())
                .containsExactly("0110001S CE2 des Chênes 2", "0110002T PS 1");
        assertThat(visites.get(directrice, file)).as("of many schools").hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void isHiddenFromTheHeadOfAnotherSchool() {
        var file = give(directrice, adresse, "CSVExtraction.csv", ELEVES);
        var other = visites.personnel("16", "300101");
        for (var path : List.of(file, file + "/rejets", adresse)) {
            assertThat(visites.get(other, path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(visites.post(other, file + "/application", "empreinte", "x")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(other, file + "/abandon")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void doesNothingButWhatWasShownAndNothingTwice() {
        var file = give(directrice, adresse, "eleves.csv", eleves());
        var shown = empreinte(directrice, file);
        assertThat(shown).as("a class is still to be told: nothing to apply").isEmpty();
        answer(directrice, file, "classe-0", reperes.classe("11", "513").toString());
        shown = empreinte(directrice, file);
        answer(directrice, file, "classe-0", reperes.classe("11", "512").toString());
        var late = visites.post(directrice, file + "/application", "empreinte", shown);
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(Visites.words(late)).contains("L’annuaire a changé");
        assertThat(pupils("SOLER")).isZero();
        var now = empreinte(directrice, file);
        apply(directrice, file);
        assertThat(visites.post(region, file + "/application", "empreinte", now))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(pupils("SOLER")).isOne();
    }

    @Test
    void doesAllOfItOrNothing() {
        var file = give(directrice, adresse, "eleves.csv", """
                Nom;Prénom;Date de naissance
                SOLER;Anna;04/05/2018
                SOLER;Paul;04/05/2019
                """);
        var shown = empreinte(directrice, file);
        assertThat(shown).isNotEmpty();
        refusant.fails = true;
        assertThat(visites.post(directrice, file + "/application", "empreinte", shown))
                .hasFailed();
        assertThat(refusant.told).isEqualTo(2);
        assertThat(pupils("SOLER")).isZero();
        refusant.fails = false;
        assertThat(visites.get(directrice, file)).hasStatusOk();
        apply(directrice, file);
        assertThat(pupils("SOLER")).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAFileAndForgetsItsContentsAfterAWeek() {
        var answer = upload(directrice, adresse, "vide.csv", "Nom;Prénom\n");
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(answer)).contains("aucune ligne");
        var file = give(directrice, adresse, "eleves.csv", ELEVES);
        jdbc.sql("update annuaire.complement set depose_le = depose_le - interval '8 days'")
                .update();
        modules.forEach(DonneesPersonnelles::purge);
        assertThat(jdbc.sql("select count(*) from annuaire.complement where contenu is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(visites.page(directrice, file)).contains("a été écarté");
        assertThat(visites.get(directrice, file + "/rejets")).hasStatus(HttpStatus.NOT_FOUND);
    }

    /// Fails with the second person who is entered.
    private static final class Refusant implements ApplicationListener<PayloadApplicationEvent<PersonneSaisie>> {
        private boolean fails;
        private int told;

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<PersonneSaisie> event) {
            if (fails && ++told == 2) {
                throw new IllegalStateException("no");
            }
        }
    }

    private String give(UUID who, String where, String nom, String mots) {
        var answer = upload(who, where, nom, mots);
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult upload(UUID who, String where, String nom, String mots) {
        return visites.upload(who, where, file(nom, mots));
    }

    private static MockMultipartFile file(String nom, String mots) {
        return new MockMultipartFile("fichiers", nom, "text/csv", mots.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(UUID who, String file, String... answers) {
        assertThat(visites.post(who, file + "/reponses", answers)).hasStatus(HttpStatus.SEE_OTHER);
    }

    private void apply(UUID who, String file) {
        assertThat(visites.post(who, file + "/application", "empreinte", empreinte(who, file)))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private String empreinte(UUID who, String file) {
        var found = EMPREINTE.matcher(visites.page(who, file));
        return found.find() ? found.group(1) : "";
    }

    /// With Inès as the feed has her.
    private String eleves() {
        return ELEVES.replace("01/01/2017", birthday("BENALI", "Inès"));
    }

    private String birthday(String nom, String prenom) {
        return jdbc.sql(
                        "select to_char(date_naissance, 'DD/MM/YYYY') from annuaire.eleve where upper(nom) = :nom and annuaire.cle(prenom) = annuaire.cle(:prenom)")
                .param("nom", nom)
                .param("prenom", prenom)
                .query(String.class)
                .single();
    }

    private long pupils(String nom) {
        return jdbc.sql("select count(*) from annuaire.eleve where nom = :nom and suspendu_le is null")
                .param("nom", nom)
                .query(Long.class)
                .single();
    }

    private UUID pupil(String nom) {
        return jdbc.sql("select id from annuaire.eleve where nom = :nom")
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }

    private long guardians() {
        return jdbc.sql("select count(*) from annuaire.responsable")
                .query(Long.class)
                .single();
    }
}
