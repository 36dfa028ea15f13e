package fr.entecole.comptes.feuilles;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of a document being made, of which only the letters that it draws go with it.
final class Polices {

    private final PDDocument document;
    private final List<PDFont> fonts = new ArrayList<>();

    Polices(PDDocument document, List<String> polices, PdfRendererBuilder builder) throws IOException {
        this.document = document;
        for (var police : polices) {
            for (int graisse : Lettres.GRAISSES) {
                try (var stream = Impression.stream(Lettres.resource(police, graisse))) {
                    var letters = new TTFParser().parse(new RandomAccessReadBuffer(stream));
                    // A letter drawn as two others could not be read back, nor read aloud.
                    letters.setEnableGsub(false);
                    var font = PDType0Font.load(document, letters, true);
                    fonts.add(font);
                    var family = police.replaceFirst(".*/", "");
                    builder.useFont(new PDFontSupplier(font), family, graisse, FontStyle.NORMAL, true);
                }
            }
        }
    }

    /// Once the document is drawn: what a save would do.
    void subset() throws IOException {
        Set<COSBase> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var page : document.getPages()) {
            var drawn = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (drawn != null) {
                drawn.keySet().forEach(name -> used.add(drawn.getDictionaryObject(name)));
            }
        }
        for (var font : fonts) {
            if (used.contains(font.getCOSObject())) {
                font.subset();
            }
        }
    }
}
