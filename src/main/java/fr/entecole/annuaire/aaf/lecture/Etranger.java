package fr.entecole.annuaire.aaf.lecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file of the delivery that is none of the feed's: what may be passed over (a check sum, a notice, what a system
/// leaves behind), and what looks like a part of the batch, without which a full would declare its people gone.
final class Etranger {

    private static final Pattern SORTE = Pattern.compile(
            "(?<![a-z])(?:etabeducnat|eleves?|persreleleve|perseducnat|matiereeducnat|mefeducnat)(?![a-z])(.*)");
    /// After the kind: a number (of no document), the end of an XML file or of an archive, or nothing at all.
    private static final Pattern FICHIER =
            Pattern.compile("[ _.-]*|.*\\.(?:xml|zip|gz|tgz|tar|7z|rar|bz2|xz)(?![a-z]).*"
                    + "|[ _.-]*\\(?[0-9]+.*(?<!\\.(?:pdf|txt|log|csv|doc|docx|odt|ods|xls|xlsx|htm|html|json))");
    private static final Pattern EN_COURS =
            Pattern.compile(".*\\.(?:part|partial|filepart|crdownload|download|tmp|temp|aria2)");
    private static final Pattern TEMOIN = Pattern.compile(".*\\.(?:md5|sha1|sha256|sha512|sig|asc)");
    private static final int TETE = 4096;

    private Etranger() {}

    static boolean looksLikeAPart(String chemin) {
        var nom = Normalizer.normalize(chemin.substring(chemin.lastIndexOf('/') + 1), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        if (nom.startsWith("._") || TEMOIN.matcher(nom).matches()) {
            return false;
        }
        var sorte = SORTE.matcher(nom);
        return EN_COURS.matcher(nom).matches()
                || (sorte.find() && FICHIER.matcher(sorte.group(1)).matches());
    }

    /// Whatever its name, a file that begins as those of the feed do is one.
    static boolean isAFeed(InputStream contenu) throws IOException {
        return new String(contenu.readNBytes(TETE), StandardCharsets.ISO_8859_1).contains("<ficAlimMENESR");
    }
}
