package fr.entecole.comptes.feuilles;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// One printing, a class after the other: what is set already waits in a temporary file of this process, so that a
/// whole school costs the memory of its largest class.
class Tirage implements AutoCloseable {

    private final Impression impression;
    private @Nullable PDDocument tout;
    private byte[] seule = new byte[0];

    Tirage(Impression impression) {
        this.impression = impression;
    }

    void add(Liasse liasse) {
        if (liasse.isEmpty()) {
            return;
        }
        var pdf = impression.pdf(liasse);
        try {
            if (seule.length == 0 && tout == null) {
                seule = pdf;
            } else {
                append(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return seule.length == 0 && tout == null;
    }

    void writeTo(OutputStream output) throws IOException {
        if (tout == null) {
            output.write(seule);
        } else {
            tout.save(output);
        }
    }

    /// Sends the sheets as a file: its name says nothing of anyone, and no cache keeps it.
    void send(HttpServletResponse response, LocalDate jour) throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feuilles-acces-" + jour + ".pdf\"");
        writeTo(response.getOutputStream());
    }

    private void append(byte[] pdf) throws IOException {
        if (tout == null) {
            tout = Loader.loadPDF(seule, "", null, null, IOUtils.createTempFileOnlyStreamCache());
            seule = new byte[0];
        }
        try (var next = Loader.loadPDF(pdf)) {
            new PDFMergerUtility().appendDocument(tout, next);
        }
    }

    @Override
    public void close() throws IOException {
        if (tout != null) {
            tout.close();
        }
    }
}
