package fr.entecole.annuaire.aaf.lecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a file is really written, whatever its label: exports are seen that declare ISO-8859-15 over UTF-8 content, or
/// that declare nothing and are not UTF-8 (reference §3 and §9, "charset traps").
///
/// @param taille bytes
/// @param impose the charset to read with, null to believe the file
public record Octets(long taille, @Nullable String impose) {

    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final int TETE = 256;

    static Octets read(InputStream contenu) throws IOException {
        var tampon = new byte[1 << 16];
        var tete = "";
        long taille = 0;
        int suite = 0;
        boolean utf8 = true;
        boolean ascii = true;
        for (int n = contenu.read(tampon, 0, tampon.length); n >= 0; n = contenu.read(tampon, 0, tampon.length)) {
            if (tete.length() < TETE) {
                tete += new String(tampon, 0, Math.min(n, TETE), StandardCharsets.ISO_8859_1);
            }
            taille += n;
            for (int i = 0; i < n && utf8; i++) {
                int octet = tampon[i];
                if (octet >= 0) {
                    utf8 = suite == 0;
                } else {
                    ascii = false;
                    suite = suite > 0 ? ((octet & 0xC0) == 0x80 ? suite - 1 : -1) : following(octet);
                    utf8 = suite >= 0;
                }
            }
        }
        return new Octets(taille, impose(tete, ascii, utf8 && suite == 0));
    }

    private static int following(int octet) {
        if ((octet & 0xE0) == 0xC0) {
            return 1;
        }
        if ((octet & 0xF0) == 0xE0) {
            return 2;
        }
        return (octet & 0xF8) == 0xF0 ? 3 : -1;
    }

    private static @Nullable String impose(String tete, boolean ascii, boolean utf8) {
        if (ascii || tete.startsWith("þÿ") || tete.startsWith("ÿþ")) {
            return null;
        }
        var declare = DECLARATION.matcher(tete.startsWith("\u00EF\u00BB\u00BF") ? tete.substring(3) : tete);
        if (!declare.find()) {
            return utf8 ? null : "ISO-8859-15";
        }
        var etiquette = declare.group(1).toUpperCase(Locale.ROOT);
        boolean latin = etiquette.startsWith("ISO-8859") || etiquette.startsWith("WINDOWS-125");
        return latin && utf8 ? "UTF-8" : null;
    }
}
