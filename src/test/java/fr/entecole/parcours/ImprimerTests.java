package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.entecole.MondeTest;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Any page can be printed: its words on A4, in order, without what belongs to the screen.
@MondeTest
@Tag("parcours")
class ImprimerTests {

    /// Links and buttons of the frame, which lead nowhere on paper.
    private static final List<String> OF_THE_SCREEN =
            List.of("Accès rapide", "Pied de page", "Plan du site", "Mentions légales", "Se déconnecter");

    private static final float A4 = 595f;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "Florence Vidal, /annuaire/ecoles, Les écoles, 0110358E",
        "Florence Vidal, /reglages/aide, Ce que dit la page d’aide, Votre texte",
        "Claire Estève, /aide, De quoi avez-vous besoin, Autre question",
        "Claire Estève, /mes-donnees, Mes données, Estève",
        "Claire Estève, /charte, Charte, accepté cette charte",
        "Claire Estève, /liaison, Les mots aux familles, Claire Estève",
        "Claire Estève, /agenda, Agenda, Aujourd’hui",
        "Claire Estève, /messagerie, Messages, Benali",
        "Hélène Castans, /presences, Les appels, CM1",
        "Samira Benali, /cahierdetextes, Travail à faire, Inès"
    })
    void isOnPaperWhatIsOnThePage(String who, String path, String title, String words) throws IOException {
        try (var window = Navigateur.open(port).enterAs(who).go(path);
                var pdf = Loader.loadPDF(window.page()
                        .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setTagged(true)))) {
            var printed = words(pdf);
            assertThat(printed).containsIgnoringCase(title).contains(words);
            OF_THE_SCREEN.forEach(screen -> assertThat(printed).doesNotContain(screen));
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(A4 - 1, A4 + 1);
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
        }
    }

    private static String words(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
