package fr.entecole.papier;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of a document being made, of which only the letters that it draws go with it.
final class Polices {

    private Polices() {}

    static void give(PDDocument document, List<String> polices, PdfRendererBuilder builder) throws IOException {
        for (var police : polices) {
            for (int graisse : Lettres.GRAISSES) {
                try (var stream = Impression.stream(Lettres.resource(police, graisse))) {
                    var letters = new TTFParser().parse(new RandomAccessReadBuffer(stream));
                    // A letter drawn as two others could not be read back, nor read aloud.
                    letters.setEnableGsub(false);
                    var font = PDType0Font.load(document, letters, true);
                    var family = police.replaceFirst(".*/", "");
                    builder.useFont(new PDFontSupplier(font), family, graisse, FontStyle.NORMAL, true);
                }
            }
        }
    }
}
