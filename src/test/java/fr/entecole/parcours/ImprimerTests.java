package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.messagerie.Courrier;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

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

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @ParameterizedTest
    @CsvSource({
        "Florence Vidal, /annuaire/ecoles, Les écoles, 0110358E",
        "Florence Vidal, /reglages/aide, Ce que dit la page d’aide, Votre texte",
        "Claire Estève, /aide, De quoi avez-vous besoin, Autre question",
        "Claire Estève, /mes-donnees, Mes données, Estève",
        "Claire Estève, /charte, Charte, accepté cette charte",
        "Claire Estève, /liaison, Les mots aux familles, Claire Estève",
        "Claire Estève, /agenda, Agenda, Aujourd’hui",
        "Claire Estève, /messagerie, Messages, Qui peut écrire à qui",
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

    /// Its messages in their order, and neither the answer that one may be writing nor what one may do.
    @Test
    void isAConversationWithItsMessagesAlone() throws IOException {
        var courrier = new Courrier(context);
        courrier.empty();
        var curie = reperes.ecole("0110358E");
        var esteve = reperes.personne("11", Nature.PERSONNEL, "300102");
        var samira = reperes.personne("11", Nature.RESPONSABLE, "700101");
        var talk = courrier.begin(
                esteve,
                curie,
                Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES),
                "Le rendez-vous de mardi",
                "Je vous propose seize heures.");
        assertThat(new Visites(context)
                        .post(samira, "/messagerie/conversations/" + talk + "/messages", "texte", "Je serai là."))
                .hasStatus(303);
        courrier.deliver();
        try (var window = Navigateur.open(port)
                .as(Navigateur.Taille.TELEPHONE)
                .enterAs("Samira Benali")
                .go("/messagerie/conversations/" + talk)) {
            window.page().evaluate("() => { window.print = () => { document.body.dataset.imprime = 'oui'; }; }");
            window.click("Imprimer");
            assertThat(window.page().locator("body").getAttribute("data-imprime"))
                    .isEqualTo("oui");
            try (var pdf = Loader.loadPDF(window.page()
                    .pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setTagged(true)))) {
                var printed = words(pdf);
                assertThat(printed)
                        .contains("Le rendez-vous de mardi", "Claire Estève")
                        .containsSubsequence("Je vous propose seize heures.", "Je serai là.")
                        .contains("Cette conversation disparaîtra le");
                OF_THE_SCREEN.forEach(screen -> assertThat(printed).doesNotContain(screen));
                assertThat(printed)
                        .doesNotContain(
                                "Votre réponse", "Écrivez ici", "Transmettre", "Signaler", "Reprendre ce message");
            }
        } finally {
            courrier.empty();
        }
    }

    private static String words(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
