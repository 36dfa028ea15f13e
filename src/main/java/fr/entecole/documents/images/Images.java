package fr.entecole.documents.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the sizes of a picture. What is written holds pixels alone: the place, the date and the camera stay behind.
@Component
public class Images {

    private final ReglagesImages reglages;
    private final Semaphore turns;
    private final @Nullable Vips vips;

    Images(ReglagesImages reglages) {
        this.reglages = reglages;
        this.turns = new Semaphore(reglages.ensemble(), true);
        this.vips = reglages.vips() ? Vips.find() : null;
    }

    /// @param type of the four kinds of pictures, or HEIC
    /// @param dossier where to write
    /// @return the full size, except of an animated kind (GIF), which stays as it came; then the two sizes of screens
    public List<Rendu> of(Path source, String type, Path dossier) throws ImageRefusee {
        return inTurn(() -> {
            var machine = vips;
            return machine == null
                    ? ImagesDuJdk.of(source, type, dossier, reglages.pixels())
                    : machine.of(source, type, dossier, reglages.pixels());
        });
    }

    /// The first page of a PDF as a picture; empty when it does not let itself be drawn.
    public List<Rendu> ofPdf(Path source, Path dossier) throws ImageRefusee {
        return inTurn(() -> {
            try {
                return ImagesDuJdk.screens(firstPage(source), dossier);
            } catch (IOException | RuntimeException | StackOverflowError _) {
                return List.of();
            }
        });
    }

    private static BufferedImage firstPage(Path source) throws IOException {
        try (var pdf = Loader.loadPDF(source.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var box = pdf.getPage(0).getCropBox();
            var scale = Taille.ECRAN.cote() / Math.max(Math.max(box.getWidth(), box.getHeight()), 1);
            var renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(0, scale, ImageType.RGB);
        }
    }

    private <T> T inTurn(Work<T> work) throws ImageRefusee {
        try {
            if (!turns.tryAcquire(reglages.attente().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ImageRefusee(ImageRefusee.Motif.ATTENTE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ImageRefusee(ImageRefusee.Motif.ATTENTE);
        }
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }

    private interface Work<T> {
        T done() throws ImageRefusee;
    }
}
