package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.papier.Balises;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whom a mot reaches where it is not simply the class of who writes: a group, the class of somebody who is away, and
/// those who have paper.
@MondeTest
class AQuiVaUnMotWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID ines;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = visites.responsable("700101");
        ines = visites.eleve("500101");
    }

    @Test
    void publishesToAGroupWhichItsFamiliesAloneRead() {
        var chorale = group("Chorale " + UUID.randomUUID(), ines);
        var others = group("Fanfare " + UUID.randomUUID(), visites.eleve("500154"));
        var hers = Public.ofGroupe(curie, chorale, Qui.RESPONSABLES);
        try {
            assertThat(write(esteve, "À d’autres", Public.ofGroupe(curie, others, Qui.RESPONSABLES)))
                    .as("a group of which she teaches nobody")
                    .hasStatus(404);
            assertThat(write(esteve, "La chorale répète", hers)).hasStatus(303);
            var mot = delivered("La chorale répète");
            assertThat(visites.page(samira, path(mot))).contains("La chorale répète");
            assertThat(visites.page(samira, "/liaison")).contains("La chorale répète");
            for (var stranger : List.of(classmate(), responsableOf("500154"), visites.personnel("11", "300105"))) {
                assertThat(visites.get(stranger, path(mot))).hasStatus(404);
                assertThat(visites.page(stranger, "/liaison")).doesNotContain("La chorale répète");
            }
            assertThat(visites.page(castans, path(mot)))
                    .contains("Samira Benali")
                    .doesNotContain(name(classmate()));
            jdbc.sql("update annuaire.eleve_groupe set fini_le = current_date where groupe_id = :g")
                    .param("g", chorale)
                    .update();
            forget();
            assertThat(visites.get(samira, path(mot)))
                    .as("she has left the group")
                    .hasStatus(404);
        } finally {
            jdbc.sql("delete from annuaire.eleve_groupe where groupe_id in (:a, :b)")
                    .param("a", chorale)
                    .param("b", others)
                    .update();
            jdbc.sql("delete from annuaire.groupe where id in (:a, :b)")
                    .param("a", chorale)
                    .param("b", others)
                    .update();
            forget();
        }
    }

    /// Paul Séguier has the CM1 from today for some days: before and after, its families are none of his.
    @Test
    void letsAReplacementWriteToTheClassBetweenItsTwoDaysAlone() {
        var seguier = jdbc.sql("select id from annuaire.personnel where annuaire.cle(nom) = 'seguier'")
                .query(UUID.class)
                .single();
        var familles = Public.ofClasse(curie, cm1, Qui.RESPONSABLES);
        var today = LocalDate.now(clock);
        try {
            assertThat(replace(seguier, today.plusDays(1))).hasStatus(303);
            assertThat(write(seguier, "Trop tôt", familles)).hasStatus(404);
            nobodyReplaces(seguier);
            assertThat(replace(seguier, today)).hasStatus(303);
            forget();
            assertThat(visites.page(seguier, "/liaison/nouveau"))
                    .contains("Le destinataire est déjà choisi : Familles du CM1");
            assertThat(write(
                            seguier,
                            "Hors de sa classe",
                            Public.ofClasse(curie, reperes.classe("11", "513"), Qui.RESPONSABLES)))
                    .hasStatus(404);
            assertThat(write(seguier, "Bonjour de Paul", familles)).hasStatus(303);
            var mot = delivered("Bonjour de Paul");
            assertThat(visites.page(samira, path(mot))).contains("Bonjour de Paul", "Paul Séguier");
            assertThat(visites.page(seguier, path(mot))).contains("Samira Benali");
            assertThat(visites.page(esteve, path(mot))).contains("Bonjour de Paul");
            between(today.minusDays(3), today.minusDays(1));
            assertThat(write(seguier, "Trop tard", familles)).hasStatus(404);
            assertThat(Visites.words(visites.get(seguier, path(mot))))
                    .as("the names of the families are no longer his")
                    .doesNotContain("Samira Benali");
            assertThat(visites.page(samira, path(mot)))
                    .as("what he wrote stays")
                    .contains("Bonjour de Paul");
            assertThat(jdbc.sql("select count(*) from liaison.version where titre in ('Trop tôt', 'Trop tard')")
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            nobodyReplaces(seguier);
        }
    }

    /// Slips on A4, one under the other, each with its dashed line to cut along, read aloud as headings and paragraphs.
    @Test
    void printsSlipsOnA4WithALineToCutAlongUnderEachAndTags() throws Exception {
        assertThat(write(
                        esteve,
                        "Talons à couper",
                        Public.ofClasse(curie, cm1, Qui.RESPONSABLES),
                        "attendu",
                        "OUI_NON",
                        "repondants",
                        "CHACUN"))
                .hasStatus(303);
        var mot = delivered("Talons à couper");
        var printed = visites.post(esteve, path(mot) + "/talons", "qui", "tous");
        assertThat(printed).hasStatusOk();
        try (var pdf = Loader.loadPDF(printed.getResponse().getContentAsByteArray())) {
            var slips = new PDFTextStripper().getText(pdf).split("Signature", -1).length - 1;
            assertThat(slips).isGreaterThan(30);
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1).isLessThan(slips / 2);
            int lines = 0;
            for (var page : pdf.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), Offset.offset(1f));
                assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), Offset.offset(1f));
                lines += dashed(page);
            }
            assertThat(lines).as("a line for each slip").isGreaterThanOrEqualTo(slips);
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Talons\u00a0: Talons à couper");
            assertThat(Balises.of(pdf)).contains("H2", "P");
        }
    }

    // -------------------------------------------------------------------------------------------------------------

    /// How often a page begins to draw in dashes.
    private static int dashed(PDPage page) throws Exception {
        var tokens = new PDFStreamParser(page).parse();
        int found = 0;
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof org.apache.pdfbox.contentstream.operator.Operator operator
                    && operator.getName().equals(OperatorName.SET_LINE_DASHPATTERN)
                    && tokens.get(i - 2) instanceof COSArray dashes
                    && dashes.size() > 0) {
                found++;
            }
        }
        return found;
    }

    private UUID group(String libelle, UUID eleve) {
        var groupe = jdbc.sql("""
                        insert into annuaire.groupe (structure_id, academie, libelle) values (:ecole, '11', :libelle)
                        returning id
                        """)
                .param("ecole", curie)
                .param("libelle", libelle)
                .query(UUID.class)
                .single();
        jdbc.sql("insert into annuaire.eleve_groupe (eleve_id, groupe_id, depuis) values (:e, :g, current_date)")
                .param("e", eleve)
                .param("g", groupe)
                .update();
        forget();
        return groupe;
    }

    /// A guardian of another child of the same class.
    private UUID classmate() {
        return visites.responsable("700103");
    }

    private UUID responsableOf(String eleve) {
        return jdbc.sql("""
                        select g.personne_id from annuaire.garde(current_date) g
                          join comptes.compte c on c.personne_id = g.personne_id
                         where g.eleve_id = :e order by 1 limit 1
                        """).param("e", visites.eleve(eleve)).query(UUID.class).single();
    }

    private String name(UUID personne) {
        return jdbc.sql("select prenom || ' ' || nom from annuaire.titulaire where id = :p limit 1")
                .param("p", personne)
                .query(String.class)
                .single();
    }

    private MvcTestResult replace(UUID personnel, LocalDate du) {
        return visites.post(
                castans,
                "/annuaire/ecoles/" + curie + "/remplacements",
                "personnel",
                personnel.toString(),
                "classe",
                cm1.toString(),
                "du",
                du.toString(),
                "au",
                du.plusDays(3).toString());
    }

    private void nobodyReplaces(UUID personnel) {
        jdbc.sql("delete from annuaire.remplacement").update();
        jdbc.sql("delete from annuaire.enseignement where personnel_id = :p")
                .param("p", personnel)
                .update();
        jdbc.sql("delete from annuaire.fonction where code = 'REM'").update();
        forget();
    }

    private void between(LocalDate du, LocalDate au) {
        jdbc.sql("update annuaire.remplacement set du = :du, au = :au")
                .param("du", du)
                .param("au", au)
                .update();
        forget();
    }

    private MvcTestResult write(UUID personne, String titre, Public pour, String... more) {
        var fields =
                new java.util.ArrayList<>(List.of("titre", titre, "texte", "Bonjour à tous.", "pour", pour.code()));
        fields.addAll(List.of(more));
        return visites.post(personne, "/liaison/mots", fields.toArray(String[]::new));
    }

    /// Whatever hour it is.
    private UUID delivered(String titre) {
        var mot = jdbc.sql("select mot_id from liaison.version where titre = :t")
                .param("t", titre)
                .query(UUID.class)
                .single();
        jdbc.sql("update liaison.mot set publie_le = :le, visible_le = :le where id = :m")
                .param("le", CahierDeLiaison.utc(clock.instant().minusSeconds(30)))
                .param("m", mot)
                .update();
        jdbc.sql("update liaison.version set visible_le = :le where mot_id = :m")
                .param("le", CahierDeLiaison.utc(clock.instant().minusSeconds(30)))
                .param("m", mot)
                .update();
        return mot;
    }

    private void forget() {
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot;
    }
}
