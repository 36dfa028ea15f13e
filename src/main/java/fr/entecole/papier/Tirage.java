package fr.entecole.papier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// One printing: parts set one after the other and bound into one file. The browser shows at once that a file comes;
/// one that breaks off has no end, and whoever receives it sees that. Pages wait in a file of the system, their outline
/// in memory (some 130 KB a sheet).
public final class Tirage implements AutoCloseable {

    private final Impression impression;
    private final OutputStream output;
    private final PDDocument bound = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PDFMergerUtility binder = new PDFMergerUtility();

    Tirage(Impression impression, OutputStream output) {
        this.impression = impression;
        this.output = output;
    }

    /// No cache keeps it.
    static Tirage open(Impression impression, HttpServletResponse response, String fichier) throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fichier + ".pdf\"");
        response.flushBuffer();
        return new Tirage(impression, response.getOutputStream());
    }

    /// Sets the next parts, which begin on a page of their own. Few at a time: each is wholly in memory while it is
    /// set.
    public void add(List<Feuillet> feuillets) throws IOException {
        for (var feuillet : feuillets) {
            try (var set = Loader.loadPDF(impression.set(feuillet))) {
                binder.appendDocument(bound, set);
            }
        }
    }

    /// Sends the file. One that is closed without this has no end.
    public void finish() throws IOException {
        finish(() -> {});
    }

    /// @param whole done when all has gone but the end, without which no reader opens the file
    public void finish(Runnable whole) throws IOException {
        try (var end = new Fin(output)) {
            bound.save(end);
            output.flush();
            whole.run();
            end.send();
        }
        output.flush();
    }

    /// Holds back the last signs of what goes through.
    private static final class Fin extends OutputStream {

        private static final int HELD = 16;

        private final OutputStream output;
        private final byte[] held = new byte[HELD];
        private int length;

        Fin(OutputStream output) {
            this.output = output;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (count >= HELD) {
                output.write(held, 0, length);
                output.write(bytes, from, count - HELD);
                System.arraycopy(bytes, from + count - HELD, held, 0, HELD);
                length = HELD;
                return;
            }
            int over = Math.max(0, length + count - HELD);
            output.write(held, 0, over);
            System.arraycopy(held, over, held, 0, length - over);
            System.arraycopy(bytes, from, held, length - over, count);
            length += count - over;
        }

        /// PDFBox flushes when it is done: what is held stays.
        @Override
        public void flush() {}

        @Override
        public void close() {}

        void send() throws IOException {
            output.write(held, 0, length);
            length = 0;
        }
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
