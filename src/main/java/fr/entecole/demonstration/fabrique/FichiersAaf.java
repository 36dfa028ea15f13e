package fr.entecole.demonstration.fabrique;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the files of a feed, one kind beside the other, each split after so many records; pure ASCII with numeric
/// references, as the real ones (reference §3).
final class FichiersAaf implements AutoCloseable {

    private static final int PAR_FICHIER = 3000;

    enum Requete {
        ADD("addRequest", "attributes", "attr", ""),
        MODIFY("modifyRequest", "modifications", "modification", " operation=\"replace\""),
        DELETE("deleteRequest", "", "", "");

        private final String balise;
        private final String groupe;
        private final String element;
        private final String serie;

        Requete(String balise, String groupe, String element, String serie) {
            this.balise = balise;
            this.groupe = groupe;
            this.element = element;
            this.serie = serie;
        }
    }

    /// An attribute and its values; none is written as an empty value.
    record Attribut(String nom, List<String> valeurs) {}

    private final Path dossier;
    private final String prefixe;
    private final Map<String, Sortie> sorties = new HashMap<>();
    private long ecrits;

    /// The files of one kind of record, numbered, of which the last is open.
    private static final class Sortie {
        private @Nullable BufferedWriter fichier;
        private int fichiers;
        private int dedans;
    }

    FichiersAaf(Path dossier, String prefixe) throws IOException {
        this.dossier = Files.createDirectories(dossier);
        this.prefixe = prefixe;
    }

    long written() {
        return ecrits;
    }

    void write(String sorte, Requete requete, long id, List<Attribut> attributs) throws IOException {
        var sortie = next(sorte);
        var texte = new StringBuilder(2048);
        texte.append("\n<")
                .append(requete.balise)
                .append(">\n<operationalAttributes><attr name=\"")
                .append(sorte.equals("EtabEducNat") ? "categorieStructure" : "categoriePersonne")
                .append("\"><value>")
                .append(sorte)
                .append("</value></attr></operationalAttributes>\n<identifier><id>")
                .append(id)
                .append("</id></identifier>\n");
        if (requete != Requete.DELETE) {
            texte.append('<').append(requete.groupe).append(">\n");
            for (var attribut : Bizarreries.ordre(attributs, id)) {
                texte.append('<')
                        .append(requete.element)
                        .append(" name=\"")
                        .append(attribut.nom())
                        .append('"')
                        .append(requete.serie)
                        .append('>');
                attribut.valeurs().forEach(v -> value(texte, v));
                if (attribut.valeurs().isEmpty()) {
                    texte.append(Bizarreries.nothing(id));
                }
                texte.append("</").append(requete.element).append(">\n");
            }
            texte.append("</").append(requete.groupe).append(">\n");
        }
        texte.append("</").append(requete.balise).append(">\n");
        sortie.append(texte);
        ecrits++;
    }

    private static void value(StringBuilder texte, String valeur) {
        texte.append("<value>");
        for (int i = 0; i < valeur.length(); i++) {
            char c = valeur.charAt(i);
            switch (c) {
                case '&' -> texte.append("&amp;");
                case '<' -> texte.append("&lt;");
                case '\'' -> texte.append("&apos;");
                default -> {
                    if (c < 128) {
                        texte.append(c);
                    } else {
                        texte.append("&#").append((int) c).append(';');
                    }
                }
            }
        }
        texte.append("</value>");
    }

    private BufferedWriter next(String sorte) throws IOException {
        var sortie = sorties.computeIfAbsent(sorte, _ -> new Sortie());
        if (sortie.fichier != null && sortie.dedans >= PAR_FICHIER) {
            end(sortie.fichier);
            sortie.fichier = null;
        }
        if (sortie.fichier == null) {
            var nom = "%s_%s_%04d.xml".formatted(prefixe, sorte, sortie.fichiers++);
            sortie.fichier = Files.newBufferedWriter(dossier.resolve(nom), StandardCharsets.US_ASCII);
            sortie.fichier.append("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
                    <ficAlimMENESR>
                    <!-- versionAF="AAF-VE2003" -->
                    <!-- versionSDET="Annexe 1 version 6.3" -->
                    """);
            sortie.dedans = 0;
        }
        sortie.dedans++;
        return sortie.fichier;
    }

    private static void end(BufferedWriter fichier) throws IOException {
        try (fichier) {
            fichier.append("\n</ficAlimMENESR>\n");
        }
    }

    @Override
    public void close() throws IOException {
        for (var sortie : sorties.values()) {
            if (sortie.fichier != null) {
                end(sortie.fichier);
            }
        }
    }
}
