package fr.entecole.comptes.feuilles;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Gabarits;
import gg.jte.output.StringOutput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/// Sets sheets on paper: the templates of the house, then a tagged PDF (PDF/UA) in French with its fonts inside.
@Component
class Impression {

    private static final String POLICES = "/polices/";
    private static final int MODULE = 10;

    private final Gabarits gabarits;
    private final AdressePublique adresse;
    private final Lettres lettres = new Lettres();
    private final String style = text("/fr/entecole/comptes/feuilles/feuille.css");

    static {
        // It tells of each page on the console, and may quote it.
        XRLog.setLoggingEnabled(false);
    }

    Impression(Gabarits gabarits, AdressePublique adresse) {
        this.gabarits = gabarits;
        this.adresse = adresse;
    }

    /// A new printing, to be closed.
    Tirage open() {
        return new Tirage(this);
    }

    byte[] pdf(Liasse liasse) {
        var html = new StringOutput();
        gabarits.part("comptes/feuilles/liasse", Map.of("liasse", liasse, "impression", this))
                .writeTo(html);
        var styled = html.toString().replace("</head>", "<style>" + style + "</style></head>");
        try (var output = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            for (var file : new String[] {"atkinson-next", "etendu/latin", "etendu/latin-ext"}) {
                for (int weight : new int[] {400, 700}) {
                    builder.useFont(
                            () -> stream(POLICES + file + "-" + weight + ".ttf"),
                            file.replaceFirst(".*/", ""),
                            weight,
                            FontStyle.NORMAL,
                            true);
                }
            }
            builder.usePdfUaAccessibility(true);
            builder.withProducer("ENT-École");
            builder.withHtmlContent(lettres.printable(styled), null);
            builder.toStream(output);
            builder.run();
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where to go when the square cannot be photographed, without what nobody types.
    String adresse() {
        return adresse.lien("/activation").replaceFirst("^https?://", "");
    }

    String connexion() {
        return adresse.lien("/connexion").replaceFirst("^https?://", "");
    }

    /// The square to photograph, as the address of a picture.
    String carre(Liasse.Feuille feuille) {
        try {
            var matrix = new QRCodeWriter()
                    .encode(
                            adresse.lien("/activation/" + feuille.code().replace(" ", "")),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
            var image = new BufferedImage(
                    matrix.getWidth() * MODULE, matrix.getHeight() * MODULE, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    image.setRGB(x, y, matrix.get(x / MODULE, y / MODULE) ? 0 : 0xFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) {
        try (var in = stream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream stream(String resource) {
        return Objects.requireNonNull(Impression.class.getResourceAsStream(resource), resource);
    }
}
