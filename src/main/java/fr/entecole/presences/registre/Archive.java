package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.presences.registre.Signatures.Signee;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What a school keeps for ten years, outside of the ENT: each signed month as it was signed, and a manifest that holds
/// each print and the one before it. A file that was changed, taken out, added or put elsewhere breaks the chain.
final class Archive {

    private static final String MANIFESTE = "MANIFESTE.csv";
    private static final String TITRE = "rang;fichier;mois;signe par;signe le;empreinte precedente;empreinte\n";

    /// Far above a register of years.
    private static final int LONGEST = 20_000_000;

    private static final int COLONNES = 7;

    private Archive() {}

    static byte[] write(List<Signee> signees) {
        var out = new ByteArrayOutputStream();
        var manifest = new StringBuilder(TITRE);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var signee : signees) {
                var name = "%04d-%s.csv"
                        .formatted(signee.rang(), signee.mois().toString().substring(0, 7));
                put(zip, name, signee.contenu());
                manifest.append(String.join(
                                ";",
                                String.valueOf(signee.rang()),
                                name,
                                signee.mois().toString(),
                                "\"" + signee.auteur().replace("\"", "\"\"") + "\"",
                                signee.signeeLe().toString(),
                                signee.precedente(),
                                signee.empreinte()))
                        .append('\n');
            }
            put(zip, MANIFESTE, manifest.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// Whether all stands as it was sealed.
    static Controle check(InputStream archive) throws IOException {
        var files = read(archive);
        var manifest = files.remove(MANIFESTE);
        if (manifest == null || !manifest.startsWith(TITRE)) {
            return new Controle(0, "", t("le manifeste manque"));
        }
        var before = "";
        int rang = 0;
        Set<String> seen = new HashSet<>();
        for (var line : manifest.substring(TITRE.length()).lines().toList()) {
            var cells = line.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            rang++;
            if (cells.length != COLONNES || !cells[0].equals(String.valueOf(rang))) {
                return new Controle(rang, before, t("la ligne {0} du manifeste n’est pas à sa place", rang));
            }
            var text = files.get(cells[1]);
            if (text == null) {
                return new Controle(rang, before, t("il manque le fichier {0}", cells[1]));
            }
            var print = Signatures.print(before, text);
            if (!cells[5].equals(before) || !cells[6].equals(print)) {
                return new Controle(rang, before, t("le fichier {0} n’est plus celui qui a été signé", cells[1]));
            }
            seen.add(cells[1]);
            before = print;
        }
        return seen.containsAll(files.keySet())
                ? new Controle(rang, before, "")
                : new Controle(rang, before, t("un fichier n’est pas dans le manifeste"));
    }

    private static Map<String, String> read(InputStream archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        int left = LONGEST;
        try (var zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IOException("too long");
                }
                files.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /// @param mois how many signed months were read
    /// @param sceau the last print, which the ENT shows too
    /// @param faute what is wrong, empty where all stands
    record Controle(int mois, String sceau, String faute) {}
}
