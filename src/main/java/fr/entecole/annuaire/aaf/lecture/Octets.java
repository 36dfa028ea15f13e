package fr.entecole.annuaire.aaf.lecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a file is really written, whatever its label: exports are seen that declare ISO-8859-15 over UTF-8 content, or
/// that declare nothing and are not UTF-8 (reference §3 and §9, "charset traps"). What cannot be told for sure is not
/// guessed: it is `illisible`, with its line.
///
/// @param taille bytes
/// @param impose the charset to read with, null to believe the file
/// @param illisible the first byte that no reading makes a letter of, null when there is none
public record Octets(
        long taille, @Nullable String impose, @Nullable Illisible illisible) {

    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final int TETE = 256;
    private static final String UTF_8 = "UTF-8";
    private static final String LATIN = "ISO-8859-15";
    private static final String WINDOWS = "windows-1252";
    /// A label that nobody knows.
    private static final String INCONNUE = "?";
    /// Labels that say nothing of bytes that are not UTF-8.
    private static final Set<String> AUTRES = Set.of(UTF_8, "US-ASCII", INCONNUE);

    /// @param octet 0 to 255
    public record Illisible(int ligne, int octet) {
        String hexa() {
            return "%02X".formatted(octet);
        }
    }

    static Octets read(InputStream contenu) throws IOException {
        var tampon = new byte[1 << 16];
        var tete = "";
        long taille = 0;
        var releve = new ReleveDOctets();
        for (int n = contenu.read(tampon, 0, tampon.length); n >= 0; n = contenu.read(tampon, 0, tampon.length)) {
            if (tete.length() < TETE) {
                tete += new String(tampon, 0, Math.min(n, TETE), StandardCharsets.ISO_8859_1);
            }
            taille += n;
            releve.add(tampon, n);
        }
        releve.end();
        return judged(taille, tete, releve);
    }

    private static Octets judged(long taille, String tete, ReleveDOctets releve) {
        boolean marque = tete.startsWith("\u00EF\u00BB\u00BF");
        var declare = DECLARATION.matcher(marque ? tete.substring(3) : tete);
        var etiquette = declare.find() ? canonical(declare.group(1)) : "";
        if (tete.startsWith("þÿ") || tete.startsWith("ÿþ")) {
            return new Octets(taille, null, null);
        }
        if (releve.utf8()) {
            boolean dit = etiquette.isEmpty() || etiquette.startsWith("UTF-");
            return new Octets(taille, dit || (releve.ascii() && !etiquette.equals(INCONNUE)) ? null : UTF_8, null);
        }
        if (etiquette.equals("ISO-8859-1") || etiquette.equals(LATIN)) {
            return latin(taille, null, etiquette.equals(LATIN), releve);
        }
        if (etiquette.isEmpty() || AUTRES.contains(etiquette)) {
            return marque || releve.mixed()
                    ? new Octets(taille, null, releve.firstFault())
                    : latin(taille, LATIN, true, releve);
        }
        return new Octets(taille, null, etiquette.equals(WINDOWS) ? releve.outsideWindows() : null);
    }

    /// ISO-8859 has no letter from 0x80 to 0x9F: a file that has some was written on Windows, or by something else that
    /// would make other letters of them.
    ///
    /// @param impose the charset when there is none of those bytes
    /// @param latin9 0xBC to 0xBE are Œ, œ and Ÿ, which are fractions on Windows
    private static Octets latin(long taille, @Nullable String impose, boolean latin9, ReleveDOctets releve) {
        if (!releve.hasControls()) {
            return new Octets(taille, impose, null);
        }
        var etranger = releve.notFromWindows();
        if (etranger == null && latin9) {
            etranger = releve.first(0xBC, 0xBE);
        }
        return etranger == null ? new Octets(taille, WINDOWS, null) : new Octets(taille, null, etranger);
    }

    private static String canonical(String etiquette) {
        try {
            return Charset.forName(etiquette).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return INCONNUE;
        }
    }
}
