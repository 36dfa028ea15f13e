package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.socle.Dates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whose a batch is, of when, and whether it is whole: said by its names and its structures, never assumed.
@EntTest
class ProvenanceTests extends BancAaf {

    @TempDir
    Path dossier;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    private Path lot;

    @BeforeEach
    void startsFromTheExample() throws IOException {
        empty();
        assertThat(give(Exemple.complet()).raison()).isNull();
        lot = Exemple.copy(Exemple.complet(), dossier.resolve("lot"));
    }

    private void refuses(Path donne, String... attendu) {
        var avant = fingerprint();
        var rapport = give(donne);
        assertThat(rapport.raison()).isNotNull().contains(attendu);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.REFUSED);
        assertThat(fingerprint()).isEqualTo(avant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0002 (1).xml",
                "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0002.xml.part",
                "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0002.XML.filepart",
                ".ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0002.xml.Xa3f9K",
                "ENT1DVA_MONTPELLIER_Complet_20240915_ELEVE_0002.xml",
                "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0002",
                "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0002.bak",
                "ENT1DVA_MONTPELLIER_Complet_20240915_PersRelEleve_0001.xml.gz",
                "ENT1DVA_MONTPELLIER_Complet_20240915_Élève_0002.xml",
                "lot.zip.part",
                "a/b/c/ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0002.xml",
            })
    void tellsTheNameOfWhatLooksLikeAPartAndIsNone(String nom) throws IOException {
        var fichier = lot.resolve(nom);
        Files.createDirectories(fichier.getParent());
        Files.writeString(fichier, Exemple.file());
        refuses(lot, "ressemble à une partie de l’envoi", nom);
        assertThat(give(Exemple.zip(flat(fichier), dossier.resolve("lot.zip"))).issue())
                .isEqualTo(nom.contains("/") ? Rapport.Issue.UNCHANGED : Rapport.Issue.REFUSED);
    }

    /// An archive is read at any depth: there only names can be wrong.
    private Path flat(Path fichier) throws IOException {
        var ici = Exemple.copy(Exemple.complet(), dossier.resolve("plat"));
        Files.move(fichier, ici.resolve(fichier.getFileName()));
        return ici;
    }

    @Test
    void aFeedUnderAnyNameIsAPartAndALinkToNothingToo() throws IOException {
        Files.writeString(lot.resolve("suite.dat"), Exemple.file());
        refuses(lot, "suite.dat");
        Files.delete(lot.resolve("suite.dat"));
        Files.createSymbolicLink(lot.resolve("ENT_Complet_20240915_Eleve_0002.xml"), Path.of("absent"));
        refuses(lot, "ENT_Complet_20240915_Eleve_0002.xml");
    }

    @Test
    void aLinkInAnArchiveIsAPartThatIsNotThere() throws IOException {
        var archive = dossier.resolve("lot.tgz");
        try (OutputStream sortie = Files.newOutputStream(archive);
                var tar = new TarArchiveOutputStream(new GZIPOutputStream(sortie))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (var fichier : Exemple.files(Exemple.complet())) {
                Exemple.member(tar, fichier.getFileName().toString(), Files.readAllBytes(fichier));
            }
            var lien = new TarArchiveEntry("ENT_Complet_20240915_Eleve_0002.xml", TarConstants.LF_LINK);
            lien.setLinkName(Exemple.ELEVE_0);
            tar.putArchiveEntry(lien);
            tar.closeArchiveEntry();
        }
        refuses(archive, "ENT_Complet_20240915_Eleve_0002.xml");
    }

    @Test
    void refusesAnArchiveWithANameThatNobodyCanWrite() throws IOException {
        var zip = dossier.resolve("lot.zip");
        try (var sortie = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var fichier : Exemple.files(Exemple.complet())) {
                sortie.putNextEntry(new ZipEntry(fichier.getFileName().toString()));
                Files.copy(fichier, sortie);
            }
            sortie.putNextEntry(new ZipEntry("a\0b.txt"));
        }
        refuses(zip, "dont le nom ne s’écrit pas (a\uFFFDb.txt)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0000.xml.md5",
                "Notice élèves 2024.pdf",
                "InfosEducNat.xml",
                "._ENT1DVA_MONTPELLIER_Complet_20240915_Eleve_0000.xml",
                "a/b/c/d/lisez-moi.txt",
            })
    void passesOverWhatIsNoPart(String nom) throws IOException {
        var fichier = lot.resolve(nom);
        Files.createDirectories(fichier.getParent());
        Files.writeString(fichier, "x");
        var rapport = give(lot);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(rapport.ignores()).containsExactly(nom);
    }

    /// A delta of one pupil, without structures, in a folder and a file of these names.
    private Path delta(String nom, String prefixe, String structure) throws IOException {
        var ici = Files.createDirectories(dossier.resolve(nom));
        Files.writeString(
                ici.resolve(prefixe + "_Delta_20240916_Eleve_0000.xml"),
                Exemple.file(Exemple.modify(
                        Sorte.ELEVE, "500001", "ENTPersonPrenom", "Autre", "ENTPersonStructRattach", structure)));
        return ici;
    }

    @ParameterizedTest
    @CsvSource({
        "delta, ENT1DVA_TOULOUSE, autre académie",
        "delta, ENT_ENT16, autre académie",
        "delta, ENTBFC_BESANCON, autre académie",
        "delta, ENT_0311696A, autre académie",
        "ENT1D.toulouse.20240916, ENT, autre académie",
        "delta, ENT2DVA, second degré",
        "delta, ENT2DVA_MONTPELLIER, second degré",
        "ENT2DVA.20240916.Delta, ENT, second degré",
    })
    void refusesADeltaOfAnotherAcademieOrDegreeByAnyName(String nom, String prefixe, String attendu)
            throws IOException {
        refuses(delta(nom, prefixe, "1001"), attendu);
    }

    @Test
    void takesADeltaWhoseNamesSayNothingOrBoth() throws IOException {
        assertThat(give(delta("montpellier-et-toulouse", "ENT", "1001")).issue())
                .isEqualTo(Rapport.Issue.APPLIED);
        assertThat(text("select prenom from annuaire.eleve where aaf_id = '500001'"))
                .isEqualTo("Autre");
    }

    @Test
    void refusesADeltaWithoutStructuresWhoseSchoolsAreNotOurs() throws IOException {
        refuses(delta("delta", "ENT", "98765"), "pas de l’académie 11", "aucune");
    }

    @Test
    void readsTheAcademieOfTheHeaderAndOfTheStructuresCode() throws IOException {
        Exemple.edit(
                lot.resolve(Exemple.PERS),
                x -> x.replace("<!-- versionAF", "<!-- codeAcademieExport=\"016\" -->\n<!-- versionAF"));
        refuses(lot, "annonce l’académie de code 016");
        Exemple.edit(lot.resolve(Exemple.PERS), x -> x.replace("\"016\"", "\"011\""));
        assertThat(give(lot).raison()).isNull();
        Exemple.edit(
                lot.resolve(Exemple.ETAB),
                x -> x.replaceFirst(
                        "<attr name=\"ENTStructureAdresse\">",
                        "<attr name=\"ENTServAcCodeAcademie\"><value>016</value></attr><attr name=\"ENTStructureAdresse\">"));
        refuses(lot, "est d’une autre académie");
    }

    private Path dated(LocalDate jour) throws IOException {
        var date = jour.format(DateTimeFormatter.BASIC_ISO_DATE);
        var ici = Files.createDirectories(dossier.resolve("complet-" + System.nanoTime()));
        for (var fichier : Exemple.files(Exemple.complet())) {
            Files.copy(fichier, ici.resolve(fichier.getFileName().toString().replace("20240915", date)));
        }
        return ici;
    }

    @Test
    void holdsABatchDatedAheadOfTheClockAndTakesItBack() throws IOException {
        var aujourdhui = LocalDate.now(clock);
        var demain = dated(aujourdhui.plusYears(10));
        Exemple.edit(
                Exemple.files(demain).getFirst(),
                x -> x.replace("$501$CM1-CM2 Mme D&apos;ALMEIDA", "$503$Neuve").replace("Lo&#239;c", "Louis"));
        var avant = fingerprint();
        var tenu = give(demain);
        assertThat(tenu.issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(tenu.issue().exitCode()).isEqualTo(3);
        assertThat(tenu.raison()).contains(Dates.words(aujourdhui.plusYears(10)), "--accepter", "import retirer");
        assertThat(tenu.prevu()).isNotEmpty();
        assertThat(fingerprint()).isEqualTo(avant);

        assertThat(give(demain, null, null, true).issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(count("eleve_classe where depuis > date '%1$s' or fini_le > date '%1$s'".formatted(aujourdhui)))
                .isZero();
        var vrai = dated(aujourdhui);
        assertThat(give(vrai).raison()).contains("avant le dernier envoi appliqué");

        var retrait = context.getBean("import retirer", fr.entecole.socle.Commande.class);
        assertThat(run(retrait, "--academie", "16")).isEqualTo(2);
        assertThat(run(retrait, "--academie", "11")).isZero();
        assertThat(run(retrait, "--academie", "11")).isEqualTo(2);
        assertThat(text("select etat from annuaire.lot where retire_le is not null"))
                .isEqualTo("withdrawn");
        assertThat(text("select count(*)::text from journal.fait where action = 'import-retire'"))
                .isEqualTo("1");
        assertThat(give(Exemple.delta()).raison()).contains("importez d’abord un complet");
        assertThat(give(vrai, null, null, true).issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(text("select prenom from annuaire.eleve where aaf_id = '500001'"))
                .isEqualTo("Loïc");
    }

    private static int run(fr.entecole.socle.Commande commande, String... mots) {
        try {
            return commande.run(List.of(mots));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ECOLE PRIMAIRE", "SANS OBJET", ""})
    void anOpenSchoolWhoseTypeChangesIsWarnedAndStaysASchool(String type) throws IOException {
        jdbc.sql("""
                        insert into annuaire.ouverture (structure_id, ouverte_le, ouverte_par)
                        select id, timestamptz '2024-09-16 08:00Z', 'essai' from annuaire.structure where aaf_id = '1001'
                        """).update();
        Exemple.edit(
                lot.resolve(Exemple.ETAB),
                x -> x.replace("ECOLE DE NIVEAU ELEMENTAIRE", type).replace("ECOLE MATERNELLE", type));
        var rapport = give(lot);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(rapport.warnings())
                .filteredOn(a -> a.code().equals("type-inattendu"))
                .singleElement()
                .satisfies(a -> assertThat(a.ids()).containsExactly("1001"));
        assertThat(text("select string_agg(genre, ' ' order by aaf_id) from annuaire.structure"))
                .isEqualTo("ECOLE AUTRE CIRCONSCRIPTION");
        assertThat(give(lot).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }
}
