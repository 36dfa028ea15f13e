package fr.entecole.documents;

import fr.entecole.socle.Cles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;

/// Files as tests send them.
final class Fichiers {

    static final byte[] PDF = "%PDF-1.7 essai".getBytes(StandardCharsets.US_ASCII);

    private Fichiers() {}

    /// Someone signed in of whom uploads need to know who they are, and nothing else.
    static Utilisateur someone(UUID id, Profil profil) {
        return new Utilisateur(
                id,
                id,
                Set.of(id),
                profil,
                "Camille",
                "Essai",
                Set.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                Cles.of(List.of()));
    }

    /// Sends a file as the component does, in parts of a megabyte.
    static UUID sent(Depots depots, Utilisateur auteur, String nom, byte[] octets) {
        var id = depots.begin(auteur, nom, octets.length, 0).id();
        for (int from = 0; from < octets.length; from += 1_000_000) {
            depots.append(
                    auteur, id, from, Arrays.copyOfRange(octets, from, Math.min(from + 1_000_000, octets.length)));
        }
        return id;
    }

    /// From white on the left to green on the right.
    static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height);
    }

    private static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.WHITE, width, 0, Color.GREEN.darker()));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A picture taken on its side at a place: EXIF with orientation 6, a maker and a position.
    static byte[] photo(int width, int height) {
        var picture = jpeg(width, height);
        var exif = exif();
        var output = new ByteArrayOutputStream();
        output.write(picture, 0, 2);
        output.write(0xFF);
        output.write(0xE1);
        output.write((exif.length + 2) >> 8);
        output.write((exif.length + 2) & 0xFF);
        output.writeBytes(exif);
        output.write(picture, 2, picture.length - 2);
        return output.toByteArray();
    }

    /// Big-endian TIFF: orientation, maker, and a block of positions (EXIF 2.3, 4.6.6).
    private static byte[] exif() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {0, 0, 0, 8, 0, 3});
        out.writeBytes(new byte[] {0x01, 0x0F, 0, 2, 0, 0, 0, 12, 0, 0, 0, 50});
        out.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0});
        out.writeBytes(new byte[] {(byte) 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 62});
        out.writeBytes(new byte[4]);
        out.writeBytes("SecretMaker\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 'N', 0, 0, 0});
        out.writeBytes(new byte[4]);
        return out.toByteArray();
    }

    /// The first bytes of a PNG of these measures, and nothing of its points.
    static byte[] headOfPng(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13});
        var head = new ByteArrayOutputStream();
        head.writeBytes("IHDR".getBytes(StandardCharsets.US_ASCII));
        for (int measure : new int[] {width, height}) {
            head.writeBytes(
                    new byte[] {(byte) (measure >> 24), (byte) (measure >> 16), (byte) (measure >> 8), (byte) measure});
        }
        head.writeBytes(new byte[] {8, 2, 0, 0, 0});
        out.writeBytes(head.toByteArray());
        var crc = new java.util.zip.CRC32();
        crc.update(head.toByteArray());
        int sum = (int) crc.getValue();
        out.writeBytes(new byte[] {(byte) (sum >> 24), (byte) (sum >> 16), (byte) (sum >> 8), (byte) sum});
        out.writeBytes(new byte[] {0, 0, 0, 0, 'I', 'D', 'A', 'T', 0x35, (byte) 0xAF, 0x06, 0x1E});
        return out.toByteArray();
    }
}
