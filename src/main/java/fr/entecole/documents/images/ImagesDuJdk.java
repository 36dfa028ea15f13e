package fr.entecole.documents.images;

import fr.entecole.documents.images.ImageRefusee.Motif;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.resizers.configurations.Antialiasing;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/// Pictures with what the JDK reads (JPEG, PNG, GIF). A large one is read with every second or third pixel only, so
/// that no more than about 5,000 by 5,000 stand in memory.
final class ImagesDuJdk {

    private static final double QUALITY = 0.85;

    private ImagesDuJdk() {}

    static List<Rendu> of(Path source, String type, Path dossier, long most) throws ImageRefusee {
        boolean transparent = !type.equals("image/jpeg");
        var picture = read(source, most);
        List<Rendu> made = new ArrayList<>();
        if (!type.equals("image/gif")) {
            made.add(write(picture, Taille.PLEINE, transparent ? "png" : "jpeg", dossier));
        }
        made.addAll(screens(transparent ? flat(picture) : picture, dossier));
        return made;
    }

    static List<Rendu> screens(BufferedImage picture, Path dossier) throws ImageRefusee {
        return List.of(write(picture, Taille.ECRAN, "jpeg", dossier), write(picture, Taille.VIGNETTE, "jpeg", dossier));
    }

    private static BufferedImage read(Path source, long most) throws ImageRefusee {
        try (var input = ImageIO.createImageInputStream(source.toFile())) {
            var readers = input == null ? null : ImageIO.getImageReaders(input);
            if (readers == null || !readers.hasNext()) {
                throw new ImageRefusee(Motif.ILLISIBLE);
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, false);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > most) {
                    throw new ImageRefusee(Motif.DEMESUREE);
                }
                var how = reader.getDefaultReadParam();
                int step = (int) Math.max(1, Math.max(width, height) / (2 * Taille.PLEINE.cote()));
                how.setSourceSubsampling(step, step, 0, 0);
                return upright(reader.read(0, how), reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            throw new ImageRefusee(Motif.ILLISIBLE);
        }
    }

    private static BufferedImage upright(BufferedImage picture, ImageReader reader) {
        Orientation orientation;
        try {
            orientation = ExifUtils.getExifOrientation(reader, 0);
        } catch (IOException | RuntimeException _) {
            return picture;
        }
        return orientation == null || orientation == Orientation.TOP_LEFT
                ? picture
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(picture);
    }

    private static BufferedImage flat(BufferedImage picture) {
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = flat.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return flat;
    }

    private static Rendu write(BufferedImage picture, Taille taille, String format, Path dossier) throws ImageRefusee {
        var file = dossier.resolve(taille.code() + "." + format);
        try {
            int side = Math.min(taille.cote(), Math.max(picture.getWidth(), picture.getHeight()));
            var made = Thumbnails.of(picture)
                    .size(side, side)
                    .antialiasing(Antialiasing.ON)
                    .asBufferedImage();
            Thumbnails.of(made)
                    .scale(1)
                    .outputFormat(format)
                    .outputQuality(QUALITY)
                    .toFile(file.toFile());
            return new Rendu(taille.code(), file, "image/" + format, made.getWidth(), made.getHeight());
        } catch (IOException | RuntimeException _) {
            throw new ImageRefusee(Motif.ILLISIBLE);
        }
    }
}
