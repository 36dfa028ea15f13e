package fr.entecole.comptes.impression;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Gabarits;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/// Sets sheets on paper: the templates of the house, then a tagged PDF (PDF/UA) with its fonts inside. What goes
/// home on paper is in French, whoever prints it: those who compose it do so in `Langue.FRANCAIS`.
@Component
public class Impression {

    private final Gabarits gabarits;
    private final AdressePublique adresse;
    private final Lettres lettres = new Lettres();
    private final Carre carre = new Carre();
    // Setting is work for a core, and takes memory: schools that print together take turns, part by part.
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String style = text("/fr/entecole/comptes/impression/feuille.css");

    static {
        // It tells of each page on the console, and may quote it.
        XRLog.setLoggingEnabled(false);
    }

    Impression(Gabarits gabarits, AdressePublique adresse) {
        this.gabarits = gabarits;
        this.adresse = adresse;
    }

    /// A printing that goes to whoever asked for it, from now on.
    public Tirage open(HttpServletResponse response, LocalDate jour) throws IOException {
        return Tirage.open(this, response, jour);
    }

    /// A part of a printing, as a file.
    byte[] set(Liasse liasse) throws IOException {
        var html = new StringOutput();
        gabarits.part("comptes/impression/liasse", Map.of("liasse", liasse, "impression", this))
                .writeTo(html);
        var printable = lettres.printable(html.toString());
        turns.acquireUninterruptibly();
        try (var document = new PDDocument();
                var output = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            Polices.give(document, lettres.polices(printable), builder);
            builder.useObjectDrawerFactory(carre);
            builder.usePdfUaAccessibility(true);
            builder.usePdfVersion(1.7f);
            builder.withProducer("ENT-École");
            builder.withHtmlContent(printable.replace("</head>", "<style>" + style + "</style></head>"), null);
            builder.usePDDocument(document);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            document.save(output);
            return output.toByteArray();
        } finally {
            turns.release();
        }
    }

    /// Where to go when the square cannot be photographed, without what nobody types.
    public String adresse() {
        return adresse.lien("/activation").replaceFirst("^https?://", "");
    }

    public String connexion() {
        return adresse.lien("/connexion").replaceFirst("^https?://", "");
    }

    /// What the square to photograph says: the code stands in the fragment, which no server and no proxy receives.
    String carre(Liasse.Feuille feuille) {
        return adresse.lien("/activation#" + feuille.code().replace(" ", ""));
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
