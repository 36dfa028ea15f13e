package fr.entecole.papier;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.entecole.socle.Gabarits;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/// Sets parts on paper: a template, then a tagged PDF (PDF/UA) with its fonts inside. What goes home on paper is in
/// French, whoever prints it: those who compose it do so in `Langue.FRANCAIS`.
@Component
class Impression {

    private final Gabarits gabarits;
    private final Lettres lettres = new Lettres(Lettres.LATINES);
    private final Lettres alphabets = new Lettres(Lettres.TOUTES);
    private final Carre carre = new Carre();
    // Setting is work for a core, and takes memory: those who print together take turns, part by part.
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String style = text("/fr/entecole/papier/papier.css");

    static {
        // It tells of each page on the console, and may quote it.
        XRLog.setLoggingEnabled(false);
    }

    Impression(Gabarits gabarits) {
        this.gabarits = gabarits;
    }

    /// A part of a printing, as a file.
    byte[] set(Feuillet feuillet) throws IOException {
        var html = new StringOutput();
        gabarits.part(feuillet.gabarit(), feuillet.parametres()).writeTo(html);
        var known = feuillet.alphabets() ? alphabets : lettres;
        var printable = known.printable(html.toString());
        turns.acquireUninterruptibly();
        try (var document = new PDDocument();
                var output = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            Polices.give(document, known.polices(printable), builder);
            builder.useObjectDrawerFactory(carre);
            builder.useUnicodeLineBreaker(new Coupes());
            if (feuillet.alphabets()) {
                builder.useUnicodeBidiSplitter(DeDroiteAGauche::new);
                builder.useUnicodeBidiReorderer(new Attaches());
            }
            builder.usePdfUaAccessibility(true);
            builder.usePdfVersion(1.7f);
            builder.withProducer("ENT-École");
            builder.withHtmlContent(
                    printable.replace("</head>", "<style>" + style + feuillet.style() + "</style></head>"), null);
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

    static String text(String resource) {
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
