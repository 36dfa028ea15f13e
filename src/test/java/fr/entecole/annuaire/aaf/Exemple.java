package fr.entecole.annuaire.aaf;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The small feed of the tests (`aaf-exemple/`), as it is or varied in a copy.
public final class Exemple {

    static final String ELEVE_0 = "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0000.xml";
    static final String ELEVE_1 = "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0001.xml";
    static final String ETAB = "ENT1DVA_MONTPELLIER_Complet_20240915_EtabEducNat_0000.xml";
    static final String PERS = "ENT1DVA_MONTPELLIER_Complet_20240915_PersEducNat_0000.xml";
    static final String REL = "ENT1DVA_MONTPELLIER_Complet_20240915_PersRelEleve_0000.xml";

    private Exemple() {}

    public static Path complet() {
        return folder("complet");
    }

    static Path delta() {
        return folder("delta1");
    }

    private static Path folder(String nom) {
        try {
            return Path.of(Objects.requireNonNull(Exemple.class.getResource("/aaf-exemple/" + nom))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path copy(Path source, Path cible) throws IOException {
        Files.createDirectories(cible);
        for (var fichier : files(source)) {
            Files.copy(fichier, cible.resolve(fichier.getFileName()));
        }
        return cible;
    }

    static List<Path> files(Path dossier) throws IOException {
        try (var fichiers = Files.list(dossier)) {
            return fichiers.sorted().toList();
        }
    }

    static void edit(Path fichier, UnaryOperator<String> change) throws IOException {
        var avant = Files.readString(fichier);
        var apres = change.apply(avant);
        if (avant.equals(apres)) {
            throw new IllegalStateException("nothing changed in " + fichier);
        }
        Files.writeString(fichier, apres);
    }

    /// Cuts one record out of a file.
    static String without(String xml, String id) {
        return xml.replaceAll(
                "(?s)<(addRequest|modifyRequest|deleteRequest)>(?:(?!</\\1>).)*<id>" + id + "</id>.*?</\\1>", "");
    }

    /// A file of one kind with these requests.
    public static String file(String... requetes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
                <ficAlimMENESR>
                %s
                </ficAlimMENESR>
                """.formatted(String.join("\n", requetes));
    }

    /// @param attributs name, value pairs; a repeated name gives two values of two attributes
    public static String add(Sorte sorte, String id, String... attributs) {
        return request("addRequest", "attributes", "attr name=\"%s\"", "attr", sorte, id, attributs);
    }

    public static String modify(Sorte sorte, String id, String... attributs) {
        return request(
                "modifyRequest",
                "modifications",
                "modification name=\"%s\" operation=\"replace\"",
                "modification",
                sorte,
                id,
                attributs);
    }

    static String delete(Sorte sorte, String id) {
        return "<deleteRequest>" + head(sorte, id) + "</deleteRequest>";
    }

    private static String request(
            String requete,
            String groupe,
            String ouvrant,
            String fermant,
            Sorte sorte,
            String id,
            String... attributs) {
        var texte = new StringBuilder("<" + requete + ">" + head(sorte, id) + "<" + groupe + ">");
        for (int i = 0; i < attributs.length; i += 2) {
            texte.append('<')
                    .append(ouvrant.formatted(attributs[i]))
                    .append("><value>")
                    .append(attributs[i + 1])
                    .append("</value></")
                    .append(fermant)
                    .append('>');
        }
        return texte.append("</" + groupe + "></" + requete + ">").toString();
    }

    private static String head(Sorte sorte, String id) {
        return "<operationalAttributes><attr name=\"%s\"><value>%s</value></attr></operationalAttributes><identifier><id>%s</id></identifier>"
                .formatted(sorte == Sorte.STRUCTURE ? "categorieStructure" : "categoriePersonne", sorte.categorie, id);
    }

    /// A delta folder of one file a kind.
    static Path delta(Path racine, String jour, Sorte sorte, String... requetes) throws IOException {
        var dossier = Files.createDirectories(racine.resolve("lot-" + jour + "-" + sorte + System.nanoTime()));
        Files.writeString(dossier.resolve("ENT_Delta_" + jour + "_" + sorte.categorie + "_0000.xml"), file(requetes));
        return dossier;
    }

    static Path zip(Path dossier, Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var fichier : files(dossier)) {
                zip.putNextEntry(new ZipEntry("lot/" + fichier.getFileName()));
                Files.copy(fichier, zip);
            }
        }
        return archive;
    }

    static Path tgz(Path dossier, Path archive) throws IOException {
        try (OutputStream sortie = Files.newOutputStream(archive);
                var tar = new TarArchiveOutputStream(new GZIPOutputStream(sortie))) {
            for (var fichier : files(dossier).reversed()) {
                member(tar, fichier.getFileName().toString(), Files.readAllBytes(fichier));
            }
        }
        return archive;
    }

    static void member(TarArchiveOutputStream tar, String nom, byte[] contenu) throws IOException {
        var entree = new TarArchiveEntry(nom);
        entree.setSize(contenu.length);
        tar.putArchiveEntry(entree);
        tar.write(contenu);
        tar.closeArchiveEntry();
    }

    static byte[] ascii(String texte) {
        return texte.getBytes(StandardCharsets.US_ASCII);
    }
}
