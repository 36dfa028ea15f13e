package fr.entecole.comptes.feuilles;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// One printing that leaves as it is made: the file begins at once, and each part goes to whoever asked before the
/// next is set. A whole school costs the memory of a few dozen sheets, and who leaves stops the work.
class Tirage {

    private final Impression impression;
    private final OutputStream output;
    private final Reliure reliure;

    Tirage(Impression impression, OutputStream output) throws IOException {
        this.impression = impression;
        this.output = output;
        this.reliure = new Reliure(output);
    }

    /// The file's name says nothing of anyone, and no cache keeps it.
    static Tirage open(Impression impression, HttpServletResponse response, LocalDate jour) throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feuilles-acces-" + jour + ".pdf\"");
        return new Tirage(impression, response.getOutputStream());
    }

    Tirage add(Liasse liasse) throws IOException {
        for (var part : liasse.parts()) {
            try (var document = impression.set(part)) {
                reliure.add(document);
            }
            output.flush();
        }
        return this;
    }

    void finish() throws IOException {
        reliure.finish();
    }
}
