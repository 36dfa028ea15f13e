package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way a batch is refused: the sentence says what and where, and nothing of the directory changed.
@EntTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusTests extends BancAaf {

    @TempDir
    Path dossier;

    @BeforeAll
    void startsFromTheExample() {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
    }

    interface Casse {
        Path broken(Path dossier) throws IOException;
    }

    private static Arguments refusal(String titre, String attendu, Casse casse) {
        return Arguments.of(titre, attendu, casse);
    }

    private static Path varied(Path dossier, Casse casse) throws IOException {
        var copie = Exemple.copy(Exemple.complet(), dossier.resolve("lot"));
        casse.broken(copie);
        return copie;
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("nothing there", "Il n’y a rien à l’adresse", d -> d.resolve("absent")),
                refusal("empty folder", "ne contient aucun fichier AAF", d -> Files.createDirectory(d.resolve("vide"))),
                refusal(
                        "a file that is no archive",
                        "ni un dossier, ni une archive",
                        d -> Files.writeString(d.resolve("lot.txt"), "x")),
                refusal(
                        "broken zip",
                        "L’archive lot.zip est illisible",
                        d -> Files.writeString(d.resolve("lot.zip"), "PK nothing")),
                refusal(
                        "broken tgz",
                        "L’archive lot.tgz est illisible",
                        d -> Files.writeString(d.resolve("lot.tgz"), "nothing")),
                refusal("cut tgz", "L’archive lot.tgz est illisible", d -> {
                    var entier = Files.readAllBytes(Exemple.tgz(Exemple.complet(), d.resolve("entier.tgz")));
                    return Files.write(d.resolve("lot.tgz"), java.util.Arrays.copyOf(entier, entier.length / 2));
                }),
                refusal("cut zip", "L’archive lot.zip est illisible", d -> {
                    var entier = Files.readAllBytes(Exemple.zip(Exemple.complet(), d.resolve("entier.zip")));
                    return Files.write(d.resolve("lot.zip"), java.util.Arrays.copyOf(entier, entier.length / 2));
                }),
                refusal("a byte changed in a zip", "L’archive lot.zip est illisible", d -> {
                    var zip = d.resolve("lot.zip");
                    try (var sortie = new ZipOutputStream(Files.newOutputStream(zip))) {
                        sortie.setLevel(java.util.zip.Deflater.NO_COMPRESSION);
                        for (var fichier : Exemple.files(Exemple.complet())) {
                            sortie.putNextEntry(
                                    new ZipEntry(fichier.getFileName().toString()));
                            Files.copy(fichier, sortie);
                        }
                    }
                    var octets = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
                    return Files.writeString(
                            zip,
                            octets.replaceFirst("ENTPersonNom\"><value>[A-Z]", "ENTPersonNom\"><value>Z"),
                            StandardCharsets.ISO_8859_1);
                }),
                refusal(
                        "another académie by a UAI with a wrong key",
                        "est d’une autre académie",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.ETAB),
                                    x -> x.replaceAll("(?s)<attr name=\"ENTServAcAcademie\">.*?</attr>", "")
                                            .replace("0110358E", "0310358E"));
                            return lot;
                        })),
                refusal(
                        "2D in one file",
                        Exemple.PERS + " est écrit pour le second degré",
                        d -> varied(d, lot -> {
                            Exemple.edit(lot.resolve(Exemple.PERS), x -> x.replace("\"ENTPersonNom\"", "\"sn\""));
                            return lot;
                        })),
                refusal(
                        "2D said by the file's own header",
                        "second degré",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.PERS),
                                    x -> x.replace("Annexe 1 version 6.3", "Annexe 4bis version 6.4"));
                            return lot;
                        })),
                refusal(
                        "2D kinds",
                        "appartient au second degré",
                        d -> varied(
                                d,
                                lot -> Files.writeString(
                                        lot.resolve("ENT_Complet_20240915_MefEducNat_0000.xml"), Exemple.file()))),
                refusal(
                        "another académie by its name",
                        "est d’une autre académie (TOULOUSE)",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.ETAB),
                                    x -> x.replace("MONTPELLIER</value>", "TOULOUSE</value>"));
                            return lot;
                        })),
                refusal(
                        "another académie by a UAI",
                        "est d’une autre académie (16)",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.ETAB),
                                    x -> x.replace("<value>MONTPELLIER</value>", "<value/>")
                                            .replace("0110359F", "0311696A"));
                            return lot;
                        })),
                refusal(
                        "older than the last one",
                        "avant le dernier envoi appliqué (15 septembre 2024)",
                        d -> Exemple.copy(Exemple.complet(), d.resolve("ENT1D.20240914.Complet"))),
                refusal(
                        "a delta too late",
                        "importez un complet",
                        d -> Exemple.delta(d, "20240923", Sorte.ELEVE, Exemple.delete(Sorte.ELEVE, "500005"))),
                refusal(
                        "two dates",
                        "mêle des fichiers de deux dates (15 septembre 2024 et 16 septembre 2024)",
                        d -> varied(
                                d,
                                lot -> Files.move(
                                        lot.resolve(Exemple.PERS), lot.resolve(Exemple.PERS.replace("0915", "0916"))))),
                refusal(
                        "full and delta",
                        "mêle un complet et un delta",
                        d -> varied(
                                d,
                                lot -> Files.move(
                                        lot.resolve(Exemple.PERS),
                                        lot.resolve(Exemple.PERS.replace("Complet", "Delta"))))),
                refusal(
                        "a kind missing",
                        "n’a aucun fichier PersEducNat",
                        d -> varied(d, lot -> {
                            Files.delete(lot.resolve(Exemple.PERS));
                            return lot;
                        })),
                refusal(
                        "a kind without records",
                        "Les fichiers PersEducNat du complet ne contiennent aucun enregistrement",
                        d -> varied(d, lot -> Files.writeString(lot.resolve(Exemple.PERS), Exemple.file()))),
                refusal(
                        "a gap",
                        "Il manque le fichier Eleve_0000.xml",
                        d -> varied(d, lot -> {
                            Files.delete(lot.resolve(Exemple.ELEVE_0));
                            return lot;
                        })),
                refusal(
                        "a gap in the middle",
                        "Il manque le fichier Eleve_0002.xml",
                        d -> varied(
                                d,
                                lot -> Files.writeString(
                                        lot.resolve(Exemple.ELEVE_0.replace("0000", "0003")), Exemple.file()))),
                refusal(
                        "the same number twice",
                        "portent le numéro 0000",
                        d -> varied(
                                d,
                                lot -> Files.copy(
                                        lot.resolve(Exemple.PERS),
                                        lot.resolve("X_Complet_20240915_PersEducNat_0000.xml")))),
                refusal(
                        "zero bytes",
                        Exemple.ELEVE_1 + " est vide",
                        d -> varied(d, lot -> Files.write(lot.resolve(Exemple.ELEVE_1), new byte[0]))),
                refusal(
                        "malformed",
                        Exemple.PERS + " est malformé, ligne 11",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.PERS),
                                    x -> x.replaceFirst("<value>300001</value></attr>", "<value>300001</attr>"));
                            return lot;
                        })),
                refusal(
                        "cut file",
                        Exemple.REL + " est malformé, ligne",
                        d -> varied(d, lot -> {
                            Exemple.edit(lot.resolve(Exemple.REL), x -> x.substring(0, x.length() / 2));
                            return lot;
                        })),
                refusal(
                        "not the grammar",
                        Exemple.PERS + " est malformé, ligne",
                        d -> varied(
                                d,
                                lot -> Files.writeString(
                                        lot.resolve(Exemple.PERS), "<ficAlimMENESR><autre/></ficAlimMENESR>"))),
                refusal(
                        "another kind's records",
                        "que son nom n’annonce pas",
                        d -> varied(
                                d,
                                lot -> Files.copy(
                                        lot.resolve(Exemple.ELEVE_0),
                                        lot.resolve("ENT_Complet_20240915_PersEducNat_0001.xml")))),
                refusal(
                        "an external entity",
                        "déclare une entité externe",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.ELEVE_0),
                                    x -> x.replace(
                                                    "\"ficAlimMENESR.dtd\">",
                                                    "\"ficAlimMENESR.dtd\" [<!ENTITY xxe SYSTEM \"file:///etc/hostname\">]>")
                                            .replace("Lo&#239;c", "&xxe;"));
                            return lot;
                        })),
                refusal(
                        "an external parameter entity",
                        "déclare une entité externe",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.ELEVE_0),
                                    x -> x.replace(
                                            "\"ficAlimMENESR.dtd\">",
                                            "\"ficAlimMENESR.dtd\" [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>"));
                            return lot;
                        })),
                refusal(
                        "a billion laughs",
                        "entité externe ou imbriquée",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.ELEVE_0),
                                    x -> x.replace(
                                                    "\"ficAlimMENESR.dtd\">",
                                                    "\"ficAlimMENESR.dtd\" [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>")
                                            .replace("Lo&#239;c", "&c;"));
                            return lot;
                        })),
                refusal(
                        "one huge entity, often",
                        "malformé",
                        d -> varied(d, lot -> {
                            Exemple.edit(
                                    lot.resolve(Exemple.ELEVE_0),
                                    x -> x.replace(
                                                    "\"ficAlimMENESR.dtd\">",
                                                    "\"ficAlimMENESR.dtd\" [<!ENTITY a \"" + "h".repeat(100_000)
                                                            + "\">]>")
                                            .replace("Lo&#239;c", "&a;".repeat(5000)));
                            return lot;
                        })),
                refusal("a zip that climbs", "sort de son dossier", d -> {
                    var zip = d.resolve("lot.zip");
                    try (var sortie = new ZipOutputStream(Files.newOutputStream(zip))) {
                        sortie.putNextEntry(new ZipEntry("../../Eleve_0000.xml"));
                        sortie.write(Exemple.ascii(Exemple.file()));
                    }
                    return zip;
                }),
                refusal(
                        "a tgz that climbs",
                        "sort de son dossier",
                        d -> tgz(d, "a/../../Eleve_0000.xml", Exemple.ascii(Exemple.file()))),
                refusal(
                        "a tgz with a link out",
                        "sort de son dossier",
                        d -> link(d, "lot/ENT_Complet_20240915_Eleve_0000.xml", "../../etc/passwd")),
                refusal("a tgz with a link to a root", "sort de son dossier", d -> link(d, "lot", "/etc")),
                refusal(
                        "a tgz that unpacks too far",
                        "se déplie au-delà de la limite",
                        d -> tgz(d, "ENT_Complet_20240915_Eleve_0000.xml", new byte[100 << 20])));
    }

    private static Path tgz(Path dossier, String nom, byte[] contenu) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(octets))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            Exemple.member(tar, nom, contenu);
        }
        return Files.write(dossier.resolve("lot.tgz"), octets.toByteArray());
    }

    private static Path link(Path dossier, String nom, String cible) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(octets))) {
            var entree = new TarArchiveEntry(nom, TarConstants.LF_SYMLINK);
            entree.setLinkName(cible);
            tar.putArchiveEntry(entree);
            tar.closeArchiveEntry();
        }
        return Files.write(dossier.resolve("lot.tgz"), octets.toByteArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesAndChangesNothing(String titre, String attendu, Casse casse, @TempDir Path ici) throws IOException {
        var avant = fingerprint();
        var rapport = give(casse.broken(ici));
        assertThat(rapport.raison()).contains(attendu).doesNotContain("D'ESTÉVE", "Loïc");
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.REFUSED);
        assertThat(rapport.toMap()).containsKeys("academie", "kind", "date", "state", "reason", "eleves", "warnings");
        assertThat(fingerprint()).isEqualTo(avant);
        assertThat(text("select etat || ' ' || (rapport ->> 'reason') from annuaire.lot order by id desc limit 1"))
                .isEqualTo("refused " + rapport.raison());
        assertThat(count("lot where etat = 'en-cours'")).isZero();
        assertThat(text("select count(*)::text from pg_namespace where nspname like 'annuaire_lot%'"))
                .isEqualTo("0");
    }

    @Test
    void asksForWhatNamesDoNotSay() throws IOException {
        var lot = Files.createDirectory(dossier.resolve("sans-nom"));
        for (var fichier : Exemple.files(Exemple.complet())) {
            var nom = fichier.getFileName().toString();
            Files.copy(fichier, lot.resolve("ENT_201300408" + nom.substring(nom.indexOf("20240915") + 8)));
        }
        assertThat(give(lot).raison()).contains("ajoutez --type complet");
        assertThat(give(lot, Genre.COMPLET, null, false).raison()).contains("ajoutez --date");
        assertThat(give(lot, Genre.COMPLET, LocalDate.of(2024, 9, 15), false).issue())
                .isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(give(Exemple.complet(), Genre.DELTA, null, false).raison()).contains("contredisent");
        assertThat(imports.run(new ImportAaf.Demande("13", lot, null, null, false), _ -> {})
                        .raison())
                .contains("L’académie 13 n’est pas connue");
    }

    @Test
    void namesAndIgnoresStrangers() throws IOException {
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("complet-md5"));
        Files.writeString(lot.resolve("lot.md5"), "0123");
        Files.writeString(lot.resolve("._" + Exemple.ELEVE_0), "");
        var rapport = give(lot);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(rapport.ignores()).containsExactlyInAnyOrder("lot.md5", "._" + Exemple.ELEVE_0);
        assertThat(rapport.warnings())
                .anyMatch(a -> a.code().equals("fichier-ignore") && a.message().contains("lot.md5"));
    }

    @Test
    void followsALinkToTheLatestBatch(@TempDir Path ici) throws IOException {
        var lien = Files.createSymbolicLink(ici.resolve("dernier"), Exemple.complet());
        assertThat(give(lien).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void readsAnArchiveWithStrangersNamedByWindows(@TempDir Path ici) throws IOException {
        var zip = ici.resolve("lot.zip");
        try (var sortie = new ZipOutputStream(Files.newOutputStream(zip), java.nio.charset.Charset.forName("IBM850"))) {
            for (var fichier : Exemple.files(Exemple.complet())) {
                sortie.putNextEntry(new ZipEntry(fichier.getFileName().toString()));
                Files.copy(fichier, sortie);
            }
            sortie.putNextEntry(new ZipEntry("à lire.txt"));
        }
        var rapport = give(zip);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(rapport.ignores()).hasSize(1);
    }

    @Test
    void refusesASecondImportMeanwhile() throws Exception {
        try (var connexion = java.sql.DriverManager.getConnection("jdbc:postgresql://localhost:"
                        + fr.entecole.BaseDeTest.instance().port() + "/" + text("select current_database()")
                        + "?user=postgres");
                var statement = connexion.createStatement()) {
            statement.execute("select pg_advisory_lock(2735, 11)");
            assertThat(give(Exemple.complet()).raison()).contains("Un autre import de l’académie 11 est en cours");
            // PostgreSQL lets go some time after the connection is closed: the next test would be refused too.
            statement.execute("select pg_advisory_unlock(2735, 11)");
        }
    }

    @Test
    void closesWhatAKilledRunLeft() {
        jdbc.sql(
                        "insert into annuaire.lot (academie, etat, commence_le) values ('11', 'en-cours', now()), ('16', 'en-cours', now())")
                .update();
        jdbc.sql("create schema annuaire_lot_11").update();
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(count("lot where academie = '11' and etat = 'refused' and rapport ->> 'reason' like '%interrompu%'"))
                .isOne();
        assertThat(count("lot where academie = '16' and etat = 'en-cours'")).isOne();
        jdbc.sql("delete from annuaire.lot where academie = '16'").update();
    }

    @Test
    void writesNoNameInWhatItSays() throws IOException {
        var octets = new String(Files.readAllBytes(Exemple.complet().resolve(Exemple.REL)), StandardCharsets.UTF_8);
        assertThat(octets).contains("SANS-ENFANT");
        assertThat(text("select string_agg(rapport::text, '') from annuaire.lot"))
                .doesNotContain("SANS-ENFANT", "TILLEULS", "ALMEIDA");
    }
}
