package fr.entecole.papier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@ModuleTest
class PapierModuleTests {

    @Autowired
    Imprimerie imprimerie;

    @Test
    void printsWithoutItsNeighbours() throws IOException {
        var answer = new MockHttpServletResponse();
        var tableau =
                new TableauImprime("Registre", "École", "", List.of("Jour"), List.of(List.of("lundi 30 novembre")));
        try (var tirage = imprimerie.open(answer, "registre")) {
            tirage.add(List.of(tableau.feuillet()));
            tirage.finish();
        }
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Registre", "lundi 30 novembre");
        }
    }

    @Test
    void neverEndsALineAfterAnApostrophe() throws IOException {
        var words = "l’école d’Occitanie qu’aujourd’hui ".repeat(60);
        var tableau = new TableauImprime("L’école", "École", words, List.of("Jour"), List.of(List.of("lundi")));
        try (var pdf = Loader.loadPDF(imprimerie.file(tableau.feuillet()))) {
            var lines = new PDFTextStripper()
                    .getText(pdf)
                    .lines()
                    .map(String::strip)
                    .toList();
            assertThat(lines).hasSizeGreaterThan(10).noneMatch(line -> line.endsWith("’"));
        }
    }
}
