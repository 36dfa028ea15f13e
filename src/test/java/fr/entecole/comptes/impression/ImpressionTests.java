package fr.entecole.comptes.impression;

import static fr.entecole.socle.Phrases.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.entecole.comptes.impression.Liasse.Emargement;
import fr.entecole.comptes.impression.Liasse.Feuille;
import fr.entecole.comptes.impression.Liasse.Ligne;
import fr.entecole.comptes.impression.Liasse.Talon;
import fr.entecole.papier.TirageDEssai;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.langue.Langue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpressionTests {

    private static final LocalDate JOUR = LocalDate.of(2026, 11, 23);

    private final ImpressionDesCodes impression =
            new ImpressionDesCodes(new AdressePublique("https://ent.example.org"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Éric d’Estève-Pujol",
                "Anne Delmas--Roques",
                "Ö",
                "Łukasz Yıldız-Ağaoğlu",
                "Ștefania Šimić",
                "Þóra Guðmundsdóttir",
                "Ōe Kenzaburō",
                "Nguyễn Thị Ǿlaf Əliyev Ŋala",
                "Marie-Thérèse de la Tour d’Auvergne-Lauraguais de Montpezat-sous-Bauzon et du Très-Long-Nom"
            })
    void printsEveryLetterOfAName(String nom) throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(feuille(nom)), List.of(talon(nom)))))) {
            assertThat(joined(text(pdf)))
                    .contains(joined(nom))
                    .contains(joined("responsable de Zoé, CM1"), "7KMP", "23décembre2026.");
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    /// Not only as text that a machine reads back: each letter has a shape of its own on the paper, no empty box.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "D’Estève--Pujol O'Brien",
                "Ö Ñ",
                "Łukasz Ağaoğlu",
                "Ștefania Țepeș İpek Işık",
                "Þóra Øyvind",
                "Ōe Kenzaburō",
                "Nguyễn Thị Ǿlaf Əli"
            })
    void drawsEveryLetterOfAName(String nom) throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(feuille(nom)), List.of(talon(nom)))))) {
            var drawn = new StringBuilder();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    drawn.append(text.getUnicode());
                    super.processTextPosition(text);
                }
            }.getText(pdf);
            assertThat(holes(pdf)).isEmpty();
            assertThat(joined(drawn.toString().replace("\u00a0", ""))).contains(joined(nom));
        }
    }

    @Test
    void joinsAnAccentThatWasTypedApart() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(feuille("O\u0304e E\u0301ric\u0338")), List.of())))) {
            assertThat(text(pdf)).contains("Ōe Éric ");
        }
    }

    @Test
    void writesALetterThatNoFontDrawsWithTheNearestOnes() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(feuille("Оля Шевченко")), List.of())))) {
            assertThat(text(pdf)).contains("Ola Sevcenko");
        }
    }

    @Test
    void escapesWhatANameCouldHide() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(feuille("<b>Aude</b> & \"x\"")), List.of())))) {
            assertThat(text(pdf)).contains("<b>Aude</b> & \"x\"");
        }
    }

    @Test
    void isTaggedTitledAndInFrench() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(
                liasse(List.of(feuille("Aude Delmas")), List.of()),
                liasse(List.of(feuille("Paul Roques")), List.of(talon("Zoé")))))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Feuilles d’accès à l’ENT-École");
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(text(pdf)).contains("Aude Delmas", "Paul Roques", "tortue-violet-42");
        }
    }

    /// What a reader of screens follows must lead to the page where it is, in every part of the file.
    @Test
    void bindsPartsIntoOneTaggedDocument() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(
                liasse(Collections.nCopies(40, feuille("Aude Delmas")), List.of(talon("Zoé"))),
                liasse(List.of(feuille("Paul Roques")), List.of())))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(22);
            var root = pdf.getDocumentCatalog().getStructureTreeRoot();
            assertThat(root.getKids())
                    .isNotEmpty()
                    .allSatisfy(kid -> assertThat(
                                    ((PDStructureElement) kid).getParent().getCOSObject())
                            .isSameAs(root.getCOSObject()));
            var parents = new HashMap<Integer, COSArray>();
            collect(root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE), parents);
            var seen = new HashSet<Integer>();
            for (var page : pdf.getPages()) {
                assertThat(seen.add(page.getStructParents())).isTrue();
                var elements = parents.get(page.getStructParents());
                assertThat(elements).isNotNull().isNotEmpty();
                for (var element : elements.toList()) {
                    var at = ((COSDictionary) ((COSObject) element).getObject()).getCOSDictionary(COSName.PG);
                    assertThat(at).isSameAs(page.getCOSObject());
                }
            }
        }
    }

    @Test
    void printsTwoSheetsOnAPageWhenTheyFit() throws Exception {
        var longue = new Feuille(
                "Marie-Thérèse Élisabeth ".repeat(18).strip(),
                "responsable de Zoé, CM1",
                "7KMP 4TQX 92HD",
                JOUR,
                true,
                null);
        try (var courtes = Loader.loadPDF(pdf(liasse(Collections.nCopies(4, feuille("Aude Delmas")), List.of())));
                var longues = Loader.loadPDF(pdf(liasse(Collections.nCopies(2, longue), List.of())))) {
            assertThat(courtes.getNumberOfPages()).isEqualTo(2);
            assertThat(longues.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void hasTheListSignedOnAPageOfItsOwn() throws Exception {
        var lignes = Collections.nCopies(43, new Ligne("Zoé Delmas", "Mme Aude Delmas"));
        try (var pdf = Loader.loadPDF(pdf(new Liasse(
                "École élémentaire Marie Curie, Lézignan-Corbières",
                JOUR,
                Collections.nCopies(43, feuille("Aude Delmas")),
                List.of(),
                new Emargement("CM1 Mme Estève", "Élève", lignes))))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2 + 22);
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var words = text(pdf);
            assertThat(words).contains("Feuilles à remettre : CM1 Mme Estève", "Remis à", "Signature", "Zoé Delmas");
            var first = new PDFTextStripper();
            first.setEndPage(2);
            assertThat(first.getText(pdf)).doesNotContain("7KMP");
        }
    }

    @Test
    void hasNoEndWhenItBreaksOff() throws Exception {
        var output = new ByteArrayOutputStream();
        try (var tirage = TirageDEssai.open(output)) {
            tirage.add(impression.feuillets(liasse(List.of(feuille("Aude Delmas")), List.of())));
        }
        assertThat(output.toString(StandardCharsets.ISO_8859_1)).doesNotContain("%%EOF");
    }

    @Test
    void printsEightSlipsOnAPageAndCutsNone() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(), Collections.nCopies(17, talon("Zoé")))))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Test
    void drawsASquareThatATelephoneReads() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(feuille("Aude Delmas")), List.of())))) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            assertThat(square(page)).isEqualTo("https://ent.example.org/activation#7KMP4TQX92HD");
        }
    }

    @Test
    void keepsPicturesForWhoeverLooks() throws Exception {
        var folder = Files.createDirectories(Path.of("target/feuilles"));
        var talons = List.of(
                talon("Zoé"),
                talon("Malo"),
                talon("Éric d’Estève-Pujol O'Brien"),
                talon("Ö Ñ"),
                talon("Łukasz Yıldız-Ağaoğlu"),
                talon("Ștefania Țepeș İpek Işık"),
                new Talon(
                        "Léo Martin",
                        "CM1-CM2",
                        "leo.martin2",
                        "loutre-orange-07",
                        JOUR.plusDays(30),
                        LocalDate.of(2016, 3, 4)));
        try (var pdf = Loader.loadPDF(pdf(new Liasse(
                "École élémentaire Marie Curie, Lézignan-Corbières",
                JOUR,
                List.of(
                        feuille("Mme\u00a0Aude Delmas"),
                        new Feuille(
                                "Mme\u00a0Hélène Castans",
                                "directrice, école élémentaire Marie Curie",
                                "7KMP 4TQX 92HD",
                                JOUR.plusDays(30),
                                false,
                                null)),
                talons,
                new Emargement(
                        "CM1 Mme Estève",
                        "Élève",
                        Collections.nCopies(12, new Ligne("Zoé Delmas", "Mme\u00a0Aude Delmas"))))))) {
            var renderer = new PDFRenderer(pdf);
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(i, 80),
                        "png",
                        folder.resolve(i + ".png").toFile());
            }
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
        }
    }

    /// Everything in French, and again in the language of whom it is for, with letters that have a shape on the paper.
    @ParameterizedTest
    @ValueSource(strings = {"ar", "ca", "en", "es", "oc", "pt", "tr", "uk"})
    void saysEverythingInFrenchAndInTheLanguageOfTheFamily(String code) throws Exception {
        var langue = Langue.of(code).orElseThrow();
        for (int parPage : new int[] {1, 2, 8}) {
            var feuilles = Collections.nCopies(8, bilingue(code));
            try (var pdf = Loader.loadPDF(pdf(liasse(feuilles, List.of()).on(parPage)))) {
                assertThat(pdf.getNumberOfPages())
                        .as("%s, %d a page", code, parPage)
                        .isEqualTo(8 / parPage);
                assertThat(holes(pdf)).isEmpty();
                var words = text(pdf);
                assertThat(words).contains("7KMP").contains("notez");
                if (!langue.droiteAGauche()) {
                    var own = langue.call(() -> t(
                            parPage == 8
                                    ? "Code à garder pour vous, valable jusqu’au {0}"
                                    : "Votre code, valable jusqu’au {0}",
                            "@"));
                    assertThat(joined(words))
                            .contains(joined(own.replace('\u00a0', ' ').replaceAll("@.*", "")));
                }
                assertThat(square(new PDFRenderer(pdf).renderImageWithDPI(0, parPage == 8 ? 200 : 150)))
                        .isEqualTo("https://ent.example.org/activation?langue=" + code + "#7KMP4TQX92HD");
                keep(pdf, "langue-" + code + "-" + parPage);
            }
        }
    }

    /// Letters that join take the shape of their place in the word: none is drawn alone in the middle of one.
    @Test
    void joinsArabicLettersAndLaysThemFromRightToLeft() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(bilingue("ar")), List.of())))) {
            var drawn = new StringBuilder();
            var lines = new TreeMap<Float, TreeMap<Float, String>>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    drawn.append(text.getUnicode());
                    lines.computeIfAbsent(text.getY(), _ -> new TreeMap<>()).put(-text.getX(), text.getUnicode());
                    super.processTextPosition(text);
                }
            }.getText(pdf);
            // the shapes that letters have at the beginning, in the middle and at the end of a word
            assertThat(drawn.chars().filter(c -> c >= 0xFE80 && c <= 0xFEFC).count())
                    .isGreaterThan(150);
            var title = joined(Langue.of("ar").orElseThrow().say("Tapez le code"));
            assertThat(lines.values().stream()
                            .map(line -> joined(Normalizer.normalize(String.join("", line.values()), Form.NFKC))))
                    .anyMatch(line -> line.contains(title));
        }
    }

    @Test
    void staysInFrenchForWhoeverReadsFrench() throws Exception {
        try (var pdf = Loader.loadPDF(pdf(liasse(List.of(feuille("Aude Delmas")), List.of())))) {
            assertThat(square(new PDFRenderer(pdf).renderImageWithDPI(0, 150))).doesNotContain("langue");
            assertThat(text(pdf)).contains("Puis la date de naissance de votre enfant", "Lisez la charte");
        }
    }

    private static String holes(PDDocument pdf) throws IOException {
        var holes = new StringBuilder();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                try {
                    var font = (PDType0Font) text.getFont();
                    var code = text.getCharacterCodes()[0];
                    if (!text.getUnicode().isBlank()
                            && !text.getUnicode().equals(" ")
                            && (font.codeToGID(code) == 0
                                    || font.getPath(code).getBounds().isEmpty())) {
                        holes.append(text.getUnicode());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                super.processTextPosition(text);
            }
        }.getText(pdf);
        return holes.toString();
    }

    private static void keep(PDDocument pdf, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target/feuilles"));
        ImageIO.write(
                new PDFRenderer(pdf).renderImageWithDPI(0, 110),
                "png",
                folder.resolve(name + ".png").toFile());
    }

    private static Feuille bilingue(String code) {
        return new Feuille(
                "Mme Aude Delmas",
                "responsable de Zoé, CM1",
                "7KMP 4TQX 92HD",
                JOUR.plusDays(30),
                true,
                "04 68 27 00 00",
                Langue.of(code).orElseThrow());
    }

    private static void collect(COSDictionary node, Map<Integer, COSArray> into) {
        var nums = node.getCOSArray(COSName.NUMS);
        for (int i = 0; nums != null && i < nums.size(); i += 2) {
            into.put(nums.getInt(i), (COSArray) nums.getObject(i + 1));
        }
        var kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            collect((COSDictionary) kids.getObject(i), into);
        }
    }

    private static String square(BufferedImage page) throws Exception {
        var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static String text(PDDocument pdf) throws Exception {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
    }

    /// A long name goes to the next line wherever it may.
    private static String joined(String text) {
        return text.replace(" ", "");
    }

    private byte[] pdf(Liasse... parts) throws IOException {
        var output = new ByteArrayOutputStream();
        try (var tirage = TirageDEssai.open(output)) {
            for (var part : parts) {
                tirage.add(impression.feuillets(part));
            }
            tirage.finish();
        }
        return output.toByteArray();
    }

    private static Liasse liasse(List<Feuille> feuilles, List<Talon> talons) {
        return new Liasse("École élémentaire Marie Curie, Lézignan-Corbières", JOUR, feuilles, talons);
    }

    private static Feuille feuille(String nom) {
        return new Feuille(nom, "responsable de Zoé, CM1", "7KMP 4TQX 92HD", JOUR.plusDays(30), true, "04 68 27 00 00");
    }

    private static Talon talon(String nom) {
        return new Talon(nom, "CM1", "zoe.delmas", "tortue-violet-42", JOUR.plusDays(30), null);
    }
}
