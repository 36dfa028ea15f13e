package fr.entecole.annuaire.classes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.papier.Balises;
import fr.entecole.papier.FileDEssai;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The list of a class on paper, made by the service of all rooms.
@MondeTest
class ListeImprimeeWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID esteve;
    UUID head;
    String cm1;

    @BeforeEach
    void aClass() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        head = visites.personnel("11", "300101");
        cm1 = "/annuaire/classes/" + reperes.classe("11", "514");
    }

    @Test
    void printsForItsTeacherAndItsHeadWhatItsPageShows() throws Exception {
        for (var reader : new UUID[] {esteve, head}) {
            assertThat(visites.page(reader, cm1)).contains("Imprimer (PDF)");
            var answer = visites.post(reader, cm1 + "/liste");
            assertThat(answer).hasStatusOk();
            assertThat(answer.getResponse().getHeader("Content-Disposition"))
                    .matches("attachment; filename=\"liste-classe-[0-9-]+\\.pdf\"");
            assertThat(text(answer))
                    .contains("CM1 Mme Estève", "École élémentaire Marie Curie", "Delmas Zoé", "Bastide Jeanne")
                    .contains("Samira Benali, mère : 06 39 98 10 37", "1 / ");
        }
    }

    @Test
    void isTaggedTitledAndInFrench() throws Exception {
        var answer = visites.post(esteve, cm1 + "/liste");
        assertThat(answer).hasStatusOk();
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle().replace('\u00a0', ' '))
                    .isEqualTo("CM1 Mme Estève");
            assertThat(Balises.of(pdf)).contains("H1", "Table", "TH", "TD");
        }
    }

    @Test
    void leavesOutAGuardianKeptOutAndWhyToSeeTheHead() throws Exception {
        assertThat(text(visites.post(esteve, cm1 + "/liste")))
                .contains("Galy Timéo")
                .doesNotContain("Yvan", "01 99 00 42 46", "Remise");
    }

    @Test
    void isNothingForStrangers() {
        for (var other : new UUID[] {visites.responsable("700101"), visites.personnel("11", "300109")}) {
            assertThat(visites.post(other, cm1 + "/liste")).hasStatus(404);
        }
    }

    @Test
    void saysToWaitWithoutAWordOfCodes() {
        var compte = new EnTantQue(context).account(esteve);
        try (var _ = FileDEssai.busy(context, compte)) {
            var answer = visites.post(esteve, cm1 + "/liste");
            assertThat(answer).hasStatus(503);
            assertThat(Visites.words(answer))
                    .contains("Vous imprimez déjà", "Réessayer", "Retour à la classe")
                    .doesNotContain("Aucun code");
        }
        assertThat(visites.post(esteve, cm1 + "/liste")).hasStatusOk();
    }

    private static String text(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
