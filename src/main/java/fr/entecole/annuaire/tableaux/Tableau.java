package fr.entecole.annuaire.tableaux;

import static fr.entecole.socle.Phrases.t;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table as someone's program wrote it: the names of its columns, and its lines, which may have more fields than
/// there are columns, or fewer. Charset, separator and quotes are found out (reference aaf-onde §11.6).
///
/// @param entetes as written, without the blanks around
/// @param separateur between its fields
public record Tableau(List<String> entetes, List<Ligne> lignes, char separateur) {

    /// What a Mac writes for é è ê à â ç É ë î ï ô ù û, and windows-1252 does not use inside words.
    private static final String DE_MAC =
            "\u008e\u008f\u0090\u0088\u0089\u008d\u0083\u0091\u0094\u0095\u0099\u009d\u009e";
    private static final String DE_WINDOWS = "éèêëàâçîïôùûÉÈÊÀÇ";

    /// @param numero of the line in the file, from 1
    /// @param champs as written, without the blanks around
    public record Ligne(long numero, List<String> champs) {}

    /// A file that is no table.
    public static final class TableauRefuse extends Exception {

        private static final long serialVersionUID = 1;

        public TableauRefuse(String phrase) {
            super(phrase);
        }

        public String phrase() {
            return String.valueOf(getMessage());
        }
    }

    public static Tableau read(byte[] octets) throws TableauRefuse {
        List<Ligne> lignes = new ArrayList<>();
        var texte = words(octets);
        var separateur = separator(texte);
        try (var rows = CsvReader.builder()
                .fieldSeparator(separateur)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(texte)) {
            for (var row : rows) {
                var champs = row.getFields().stream().map(String::strip).toList();
                if (champs.stream().anyMatch(champ -> !champ.isEmpty())) {
                    lignes.add(new Ligne(row.getStartingLineNumber(), champs));
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new TableauRefuse(
                    t("Ce fichier n’est pas un tableau CSV : un guillemet n’est sans doute pas refermé."));
        }
        if (lignes.size() < 2) {
            throw new TableauRefuse(t("Ce fichier ne contient aucune ligne sous ses titres de colonnes."));
        }
        return new Tableau(lignes.getFirst().champs(), List.copyOf(lignes.subList(1, lignes.size())), separateur);
    }

    /// The words of a file that may be a table; what is no text at all says what it is instead.
    public static String words(byte[] octets) throws TableauRefuse {
        if (octets.length == 0) {
            throw new TableauRefuse(t("Ce fichier est vide : refaites l’extraction, puis donnez-la de nouveau."));
        }
        if (begins(octets, "PK\u0003\u0004") || begins(octets, "ÐÏ\u0011à")) {
            throw new TableauRefuse(
                    t(
                            "Ce fichier est un classeur : ouvrez-le dans votre tableur, choisissez « Enregistrer sous », puis CSV."));
        }
        if (begins(octets, "%PDF")) {
            throw new TableauRefuse(
                    t("Ce fichier est un PDF, fait pour être imprimé : demandez plutôt l’extraction en CSV."));
        }
        var texte = text(octets);
        if (texte.chars().anyMatch(Tableau::isInNoText)) {
            throw new TableauRefuse(
                    t(
                            "Ce fichier est une image, un son ou un programme, et non un tableau CSV : depuis un tableur, enregistrez-le sous ce format."));
        }
        return texte.replace("\u001a", "");
    }

    private static boolean begins(byte[] octets, String signature) {
        return new String(octets, 0, Math.min(octets.length, signature.length()), StandardCharsets.ISO_8859_1)
                .equals(signature);
    }

    /// A page feed, a line break inside a field (U+000B) and the end that old systems write stand in tables too.
    private static boolean isInNoText(int c) {
        return c < ' ' && "\t\n\u000b\r\f\u001a".indexOf(c) < 0;
    }

    /// The one that stands most in the first line.
    private static char separator(String texte) {
        var first = texte.lines().findFirst().orElse("");
        char best = ';';
        for (char candidate : new char[] {';', '\t', ','}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char what) {
        return line.chars().filter(c -> c == what).count();
    }

    /// What the octets say in words, without the mark of their charset.
    public static String text(byte[] octets) {
        if (octets.length > 1 && octets[0] == (byte) 0xfe && octets[1] == (byte) 0xff
                || octets.length > 1 && octets[0] == (byte) 0xff && octets[1] == (byte) 0xfe) {
            return new String(octets, StandardCharsets.UTF_16);
        }
        String texte;
        try {
            texte = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException _) {
            texte = new String(octets, Charset.forName(isOfMac(octets) ? "x-MacRoman" : "windows-1252"));
        }
        return texte.startsWith("\ufeff") ? texte.substring(1) : texte;
    }

    private static boolean isOfMac(byte[] octets) {
        var plain = new String(octets, StandardCharsets.ISO_8859_1);
        return plain.chars().filter(c -> DE_MAC.indexOf(c) >= 0).count()
                > plain.chars().filter(c -> DE_WINDOWS.indexOf(c) >= 0).count();
    }
}
