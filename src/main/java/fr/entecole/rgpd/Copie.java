package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.rgpd.MesDonnees.Dossier;
import fr.entecole.socle.DonneesPersonnelles.Fichier;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Region;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The copy to take away (RGPD, articles 15 and 20): a page to be read without the ENT, the same for a machine, and the
/// files, which go through no memory. A file that cannot be read just then is named on the page, which is written last.
@Component
class Copie {

    private static final Logger LOG = LoggerFactory.getLogger(Copie.class);
    private static final String STYLE = "/fr/entecole/rgpd/copie.css";

    private final MesDonnees donnees;
    private final Region region;
    private final Gabarits gabarits;
    private final JsonMapper json;

    Copie(MesDonnees donnees, Region region, Gabarits gabarits, JsonMapper json) {
        this.donnees = donnees;
        this.region = region;
        this.gabarits = gabarits;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /// @param tu whether it speaks to a pupil
    void write(List<Dossier> dossiers, LocalDate jour, boolean tu, OutputStream output) throws IOException {
        try (var zip = new ZipOutputStream(output, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED); // what people attach is compressed already
            List<Partie> parties = new ArrayList<>();
            int rank = 0;
            for (var dossier : dossiers) {
                List<Copiee> copies = new ArrayList<>();
                for (var fichier : dossier.fichiers()) {
                    rank++;
                    copies.add(copy(fichier, rank, jour, zip));
                }
                parties.add(new Partie(dossier.fiche(), copies));
            }
            put("mes-donnees.html", page(parties, jour, tu), jour, zip);
            put("mes-donnees.json", json.writeValueAsBytes(values(parties, jour)), jour, zip);
            try (var style = Objects.requireNonNull(Copie.class.getResourceAsStream(STYLE))) {
                put("copie.css", style.readAllBytes(), jour, zip);
            }
        }
    }

    private static Copiee copy(Fichier fichier, int rank, LocalDate jour, ZipOutputStream zip) throws IOException {
        var name = "%02d %s".formatted(rank, fichier.nom().replaceAll("[\\p{Cntrl}/\\\\]", " "));
        InputStream input;
        try {
            input = fichier.flux().open();
        } catch (IOException | RuntimeException e) {
            LOG.warn("un fichier manque à une copie", e);
            return new Copiee(fichier.nom(), fichier.description(), "");
        }
        try (input) {
            zip.putNextEntry(entry("fichiers/" + name, jour));
            input.transferTo(zip);
            zip.closeEntry();
        }
        return new Copiee(fichier.nom(), fichier.description(), "fichiers/" + name);
    }

    private static void put(String name, byte[] bytes, LocalDate jour, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(entry(name, jour));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name, LocalDate jour) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(jour.atStartOfDay());
        return entry;
    }

    private byte[] page(List<Partie> parties, LocalDate jour, boolean tu) {
        var html = new Utf8ByteOutput();
        gabarits.part(
                        "rgpd/copie",
                        Map.of(
                                "parties",
                                parties,
                                "jour",
                                Valeurs.shown(jour),
                                "region",
                                region,
                                "traitements",
                                donnees.traitements(),
                                "tu",
                                tu))
                .writeTo(html);
        return html.toByteArray();
    }

    private Map<String, Object> values(List<Partie> parties, LocalDate jour) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(t("Copie du"), Valeurs.shown(jour));
        values.put(t("Responsable du traitement"), region.responsable());
        parties.forEach(
                partie -> values.merge(partie.fiche.titre(), values(partie), (one, other) -> List.of(one, other)));
        return values;
    }

    private static Map<String, Object> values(Partie partie) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (var bloc : partie.fiche.blocs()) {
            var lignes = bloc.lignes().stream()
                    .map(ligne -> {
                        Map<String, String> columns = new LinkedHashMap<>();
                        ligne.forEach(valeur -> columns.put(valeur.libelle(), valeur.valeur()));
                        return columns;
                    })
                    .toList();
            values.put(bloc.titre(), lignes);
        }
        Map<String, String> champs = new LinkedHashMap<>();
        partie.fiche.lignes().stream()
                .filter(ligne -> !ligne.champ().isEmpty())
                .forEach(ligne -> champs.put(ligne.titre(), ligne.champ()));
        if (!champs.isEmpty()) {
            values.put(t("Champs dans ONDE"), champs);
        }
        if (!partie.fichiers.isEmpty()) {
            values.put(
                    t("Fichiers joints à cette copie"),
                    partie.fichiers.stream()
                            .map(fichier -> Map.of(t("Nom"), fichier.nom, t("Où"), fichier.chemin))
                            .toList());
        }
        return values;
    }

    /// What is held of one person, and where their files stand in the copy.
    record Partie(Fiche fiche, List<Copiee> fichiers) {}

    /// @param chemin in the copy, empty when it could not be read
    record Copiee(String nom, String description, String chemin) {

        boolean presente() {
            return !chemin.isEmpty();
        }

        String adresse() {
            return UriUtils.encodePath(chemin, StandardCharsets.UTF_8);
        }
    }
}
