package fr.entecole.liaison.decor;

import fr.entecole.documents.FichierFait;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.web.multipart.MultipartFile;

/// The small pictures that two mots of the named world carry, drawn here: nobody is on them.
final class DessinsDuDecor {

    private static final int LARGEUR = 480;
    private static final int HAUTEUR = 320;
    private static final Color HERBE = new Color(0x6f, 0x9f, 0x5f);
    private static final Color TERRE = new Color(0x8a, 0x62, 0x42);
    private static final Color CIEL = new Color(0xd9, 0xe9, 0xf2);
    private static final Color TRAIT = new Color(0x33, 0x24, 0x6a);

    private DessinsDuDecor() {}

    static MultipartFile jardin() {
        return drawn("jardin.png", pencil -> {
            pencil.setColor(CIEL);
            pencil.fillRect(0, 0, LARGEUR, 180);
            for (int rang = 0; rang < 4; rang++) {
                pencil.setColor(TERRE);
                pencil.fillRoundRect(40, 190 + rang * 30, 400, 18, 12, 12);
                pencil.setColor(HERBE.darker());
                for (int x = 60; x < 430; x += 40) {
                    pencil.fillOval(x, 178 + rang * 30, 14, 14);
                }
            }
        });
    }

    static MultipartFile parcours() {
        return drawn("parcours.png", pencil -> {
            pencil.setColor(CIEL);
            pencil.fillOval(60, 50, 360, 220);
            pencil.setColor(HERBE);
            pencil.fillOval(110, 90, 260, 140);
            pencil.setColor(TRAIT);
            pencil.setStroke(new BasicStroke(4));
            pencil.drawOval(85, 70, 310, 180);
            pencil.drawLine(240, 40, 240, 100);
        });
    }

    /// A sheet to be printed, whose first page is shown as a picture.
    static MultipartFile horaires() {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Les horaires du portail");
            document.getDocumentCatalog().setLanguage("fr-FR");
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (var pen = new PDPageContentStream(document, sheet)) {
                pen.setNonStrokingColor(TRAIT);
                pen.addRect(60, 700, 475, 6);
                pen.fill();
                int size = 34;
                pen.beginText();
                pen.newLineAtOffset(60, 640);
                for (var line : List.of(
                        "Les horaires du portail",
                        "",
                        "Matin : 8 h 20 - 8 h 30",
                        "Midi : 12 h",
                        "Après-midi : 13 h 50 - 14 h",
                        "Soir : 16 h 30")) {
                    pen.setFont(new PDType1Font(FontName.HELVETICA_BOLD), size);
                    pen.showText(line);
                    pen.newLineAtOffset(0, -1.6f * size);
                    size = 26;
                }
                pen.endText();
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FichierFait("horaires du portail.pdf", "application/pdf", bytes.toByteArray());
    }

    private static MultipartFile drawn(String nom, Consumer<Graphics2D> drawing) {
        var picture = new BufferedImage(LARGEUR, HAUTEUR, BufferedImage.TYPE_INT_RGB);
        var pencil = picture.createGraphics();
        pencil.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pencil.setColor(HERBE);
        pencil.fillRect(0, 0, LARGEUR, HAUTEUR);
        drawing.accept(pencil);
        pencil.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FichierFait(nom, "image/png", bytes.toByteArray());
    }
}
