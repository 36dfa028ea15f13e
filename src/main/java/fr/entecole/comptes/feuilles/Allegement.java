package fr.entecole.comptes.feuilles;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// Takes out of a page what the page setter writes for nothing: the mark and the object of each background that paints
/// nothing (a hundred a sheet), and the five lines of a rectangle that one says.
final class Allegement {

    private static final Pattern EMPTY = Pattern.compile("/Artifact /\\w+ BDC\nEMC\n");
    private static final Pattern MARK = Pattern.compile("/Artifact /(\\w+) BDC\n");
    private static final String N = "(-?[0-9.]+)";
    private static final Pattern RECTANGLE =
            Pattern.compile("(?m)^" + N + " " + N + " m\n" + N + " \\2 l\n\\3 " + N + " l\n\\1 \\4 l\nh\n");

    private Allegement() {}

    static void of(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            of(document, page);
        }
    }

    private static void of(PDDocument document, PDPage page) throws IOException {
        String written;
        try (var content = page.getContents()) {
            written = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        var light = EMPTY.matcher(written).replaceAll("");
        light = RECTANGLE
                .matcher(light)
                .replaceAll(
                        r -> rectangle(number(r.group(1)), number(r.group(2)), number(r.group(3)), number(r.group(4))));
        var stream = new PDStream(document);
        try (var output = stream.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(light.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
        forget(page, light);
    }

    private static void forget(PDPage page, String content) {
        var properties = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        if (properties != null) {
            var used = new HashSet<String>();
            MARK.matcher(content).results().forEach(mark -> used.add(mark.group(1)));
            for (var name : properties.keySet().toArray(COSName[]::new)) {
                if (!used.contains(name.getName())) {
                    properties.removeItem(name);
                }
            }
        }
    }

    /// To a hundredth of a point, three thousandths of a millimetre; rectangles that touch still do.
    private static long number(String text) {
        return Math.round(Double.parseDouble(text) * 100);
    }

    private static String rectangle(long left, long bottom, long right, long top) {
        return spelt(left) + ' ' + spelt(bottom) + ' ' + spelt(right - left) + ' ' + spelt(top - bottom) + " re\n";
    }

    private static String spelt(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
