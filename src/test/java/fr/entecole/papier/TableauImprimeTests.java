package fr.entecole.papier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TableauImprimeTests {

    @Test
    void drawsTheHeadAndTheNumberOfEachPage() throws Exception {
        try (var pdf = pdf(Collections.nCopies(60, List.of("Zoé Delmas", "Aude Delmas mère\nPaul Roques père")))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                var page = new PDFTextStripper();
                page.setStartPage(i);
                page.setEndPage(i);
                assertThat(page.getText(pdf))
                        .contains("Responsables", i + " / " + pdf.getNumberOfPages())
                        .doesNotContain("mère Paul");
            }
        }
    }

    @Test
    void isTaggedAndInFrench() throws Exception {
        try (var pdf = pdf(List.of(List.of("<b>Zoé</b> & Łukasz Оля", "")))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<b>Zoé</b> & Łukasz Ola", "CM1 Mme Estève");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("CM1 Mme Estève");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(Balises.of(pdf)).contains("H1", "Table", "TR", "TH", "TD");
            var page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isBetween(595f, 596f);
            assertThat(page.getHeight()).isBetween(841f, 842.5f);
        }
    }

    @Test
    void numbersThePagesOfSeveralListsAcrossTheWhole() throws Exception {
        var output = new ByteArrayOutputStream();
        var one = new TableauImprime("Septembre", "", "", List.of("Élève"), List.of(List.of("Zoé")));
        var other = new TableauImprime("Octobre", "", "", List.of("Élève"), List.of(List.of("Zoé")));
        try (var tirage = TirageDEssai.open(output)) {
            tirage.add(List.of(TableauImprime.together(List.of(one, other))));
            tirage.finish();
        }
        try (var pdf = Loader.loadPDF(output.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            var second = new PDFTextStripper();
            second.setStartPage(2);
            assertThat(second.getText(pdf)).contains("Octobre", "2 / 2").doesNotContain("Septembre");
        }
    }

    @Test
    void refusesALineThatHasAnotherNumberOfCells() {
        assertThatThrownBy(() -> new TableauImprime("", "", "", List.of("Élève"), List.of(List.of("Zoé", "CM1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PDDocument pdf(List<List<String>> lignes) throws Exception {
        var output = new ByteArrayOutputStream();
        try (var tirage = TirageDEssai.open(output)) {
            tirage.add(List.of(new TableauImprime(
                            "CM1 Mme Estève",
                            "École élémentaire Marie Curie",
                            "Liste du 23 novembre 2026",
                            List.of("Élève", "Responsables"),
                            lignes)
                    .feuillet()));
            tirage.finish();
        }
        return Loader.loadPDF(output.toByteArray());
    }
}
