package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/// The kinds of files that may be attached, a closed list: nothing that a browser runs (pages, drawings with scripts)
/// and no program is on it. The kind is read in the bytes; the name only says which of the kinds that look alike in
/// their bytes it is (a text document and a table are both archives), never another one.
public final class TypesDeFichier {

    /// Of each type its genre, and the ending that its name gets.
    private static final Map<String, Fin> TYPES = new LinkedHashMap<>();

    /// Other words of the detector for the same.
    private static final Map<String, String> SYNONYMES = Map.ofEntries(
            Map.entry("image/heif", "image/heic"),
            Map.entry("audio/vnd.wave", "audio/wav"),
            Map.entry("audio/x-wav", "audio/wav"),
            Map.entry("audio/x-aac", "audio/aac"),
            Map.entry("audio/vorbis", "audio/ogg"),
            Map.entry("audio/opus", "audio/ogg"),
            Map.entry("audio/x-m4a", "audio/mp4"),
            Map.entry("application/mp4", "video/mp4"),
            Map.entry("video/x-m4v", "video/mp4"),
            Map.entry("video/3gpp", "video/mp4"),
            Map.entry("application/x-matroska", "video/webm"),
            Map.entry("video/x-matroska", "video/webm"),
            Map.entry("audio/webm", "video/webm"),
            Map.entry("application/x-tika-ooxml", "application/zip"),
            Map.entry("text/x-csv", "text/csv"));

    /// What a film is where nothing of it is seen.
    private static final Map<String, String> SONS = Map.of("video/webm", "audio/webm", "video/mp4", "audio/mp4");

    private static final int HEAD = 65_536;

    /// Codecs of Matroska, handlers of tracks of MPEG-4.
    private static final Pattern HEARD = Pattern.compile("A_OPUS|A_VORBIS|soun");

    private static final Pattern SEEN = Pattern.compile("V_VP|V_AV1|V_MPEG|vide");

    static {
        put(Genre.IMAGE, "image/jpeg", "jpg");
        put(Genre.IMAGE, "image/png", "png");
        put(Genre.IMAGE, "image/gif", "gif");
        put(Genre.IMAGE, "image/webp", "webp");
        put(Genre.IMAGE, "image/heic", "heic");
        put(Genre.SON, "audio/mpeg", "mp3");
        put(Genre.SON, "audio/mp4", "m4a");
        put(Genre.SON, "audio/ogg", "ogg");
        put(Genre.SON, "audio/wav", "wav");
        put(Genre.SON, "audio/aac", "aac");
        put(Genre.SON, "audio/webm", "weba");
        put(Genre.FILM, "video/mp4", "mp4");
        put(Genre.FILM, "video/quicktime", "mov");
        put(Genre.FILM, "video/webm", "webm");
        put(Genre.PDF, "application/pdf", "pdf");
        put(Genre.DOCUMENT, "text/plain", "txt");
        put(Genre.DOCUMENT, "text/csv", "csv");
        put(Genre.DOCUMENT, "application/rtf", "rtf");
        put(Genre.DOCUMENT, "application/msword", "doc");
        put(Genre.DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
        put(Genre.DOCUMENT, "application/vnd.oasis.opendocument.text", "odt");
        put(Genre.DOCUMENT, "application/vnd.ms-excel", "xls");
        put(Genre.DOCUMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        put(Genre.DOCUMENT, "application/vnd.oasis.opendocument.spreadsheet", "ods");
        put(Genre.DOCUMENT, "application/vnd.ms-powerpoint", "ppt");
        put(Genre.DOCUMENT, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");
        put(Genre.DOCUMENT, "application/vnd.oasis.opendocument.presentation", "odp");
        put(Genre.ARCHIVE, "application/zip", "zip");
    }

    private TypesDeFichier() {}

    private static void put(Genre genre, String type, String ending) {
        TYPES.put(type, new Fin(genre, ending));
    }

    /// @param nom as the device gave it
    /// @return empty for what may not be attached
    static Optional<String> detect(Path fichier, String nom) throws IOException {
        var known = new Metadata();
        known.set(TikaCoreProperties.RESOURCE_NAME_KEY, nom);
        var detector = TikaConfig.getDefaultConfig().getDetector();
        try (var input = TikaInputStream.get(fichier)) {
            if (detector.detect(input, new Metadata()).equals(MediaType.OCTET_STREAM)) {
                return Optional.empty(); // bytes that say nothing: the name alone would be believed
            }
            var found = detector.detect(input, known).getBaseType().toString();
            var box = SYNONYMES.getOrDefault(found, found);
            var type = SONS.containsKey(box) && isOnlyHeard(fichier) ? SONS.get(box) : box;
            return TYPES.containsKey(type) ? Optional.of(type) : Optional.empty();
        }
    }

    /// A voice that a browser has recorded comes in the box of a film, which says what is in it where it begins.
    private static boolean isOnlyHeard(Path fichier) throws IOException {
        try (var input = Files.newInputStream(fichier)) {
            var head = new String(input.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return HEARD.matcher(head).find() && !SEEN.matcher(head).find();
        }
    }

    static Genre genre(String type) {
        return fin(type).genre();
    }

    /// The name with the ending of what it really is, without what a file system or a header would trip over.
    static String named(String nom, String type) {
        var base = nom.substring(Math.max(nom.lastIndexOf('/'), nom.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        int dot = base.lastIndexOf('.');
        var stem = dot > 0 ? base.substring(0, dot) : base;
        if (stem.isBlank() || stem.startsWith(".")) {
            stem = t("fichier");
        }
        var ending = fin(type).ending();
        var given = dot > 0 ? base.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        var same = given.equals(ending)
                || (ending.equals("jpg") && given.equals("jpeg"))
                || (ending.equals("mp4") && given.equals("m4v"));
        return stem.substring(0, Math.min(stem.length(), 120)) + "." + (same ? given : ending);
    }

    /// What it is, in everyday words.
    static String mots(String type) {
        return switch (fin(type).ending()) {
            case "jpg", "png", "gif", "webp", "heic" -> t("Image");
            case "mp3", "m4a", "ogg", "wav", "aac", "weba" -> t("Son");
            case "mp4", "mov", "webm" -> t("Film");
            case "pdf" -> t("Document PDF");
            case "csv", "xls", "xlsx", "ods" -> t("Tableau");
            case "ppt", "pptx", "odp" -> t("Diaporama");
            case "zip" -> t("Dossier compressé");
            default -> t("Document texte");
        };
    }

    private static Fin fin(String type) {
        return TYPES.getOrDefault(type, new Fin(Genre.DOCUMENT, "bin"));
    }

    private record Fin(Genre genre, String ending) {}
}
