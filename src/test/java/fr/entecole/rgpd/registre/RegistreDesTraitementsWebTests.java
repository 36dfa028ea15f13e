package fr.entecole.rgpd.registre;

import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The register says of each module what it holds, on a page for anyone and on paper for the officer.
@MondeTest
class RegistreDesTraitementsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<ActiviteDeclaree> activites;

    @Autowired
    List<DonneesPersonnelles> modules;

    @Test
    void saysWhatEachModuleIsForAndWhatItHoldsToWhoHasNoAccount() {
        var answer = mvc.get().uri("/donnees-personnelles/registre").exchange();
        assertThat(answer).hasStatusOk();
        var page = words(answer);
        assertThat(activites)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(page)
                        .contains(
                                plain(one.read().nom()),
                                plain(one.read().finalite()),
                                plain(one.read().destinataires())));
        assertThat(modules)
                .allSatisfy(module -> assertThat(module.describe())
                        .allSatisfy(held -> assertThat(page).contains(plain(held.donnees()))));
        assertThat(page).doesNotContain("Imprimer (PDF)");
    }

    @Test
    void isReachedFromTheNotice() {
        var notice = mvc.get().uri("/donnees-personnelles").exchange();
        assertThat(notice).hasStatusOk();
        assertThat(words(notice)).contains("href=\"/donnees-personnelles/registre\"");
        var visites = new Visites(context);
        assertThat(visites.page(visites.agent("Vidal"), "/mes-donnees"))
                .contains("href=\"/donnees-personnelles/registre\"");
    }

    @Test
    void isPrintedByTheOfficerAlone() throws Exception {
        var visites = new Visites(context);
        assertThat(visites.post(visites.personnel("11", "300101"), "/rgpd/registre/impression"))
                .hasStatus(404);
        var officer = visites.agent("Lebrun");
        assertThat(visites.page(officer, "/donnees-personnelles/registre")).contains("Imprimer (PDF)");
        var file = visites.post(officer, "/rgpd/registre/impression");
        assertThat(file).hasStatusOk();
        try (var pdf = Loader.loadPDF(file.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Cahier de liaison", "Présences et absences", "Obligation légale");
        }
    }

    private static String plain(String words) {
        return words.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
