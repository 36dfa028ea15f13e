package fr.entecole.annuaire.aaf.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.aaf.Exemple;
import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What files look like in the field: labels, encodings, entities, order.
class LectureTests {

    private static List<Enregistrement> read(byte[] octets) throws Exception {
        var nom =
                NomDeFichier.parse("ENT_Complet_20240915_PersEducNat_0000.xml").orElseThrow();
        var membre = new Inventaire.Membre(nom, Sorte.PERSONNEL, 1, Octets.read(new ByteArrayInputStream(octets)));
        List<Enregistrement> lus = new ArrayList<>();
        new Lecteur().read(membre, new ByteArrayInputStream(octets), lus::add);
        return lus;
    }

    private static String file(String tete, String nom) {
        return tete + "<ficAlimMENESR>"
                + Exemple.add(
                        Sorte.PERSONNEL,
                        "1",
                        "ENTPersonAutresPrenoms",
                        "",
                        "ENTPersonNom",
                        nom,
                        "ENTPersonAutresPrenoms",
                        "Inès")
                + "</ficAlimMENESR>";
    }

    private static void readsAs(String attendu, String texte, Charset charset) throws Exception {
        assertThat(read(texte.getBytes(charset)).getFirst().first("ENTPersonNom"))
                .isEqualTo(attendu);
    }

    @Test
    void readsEveryEncodingThatIsSeen() throws Exception {
        var latin = Charset.forName("ISO-8859-15");
        var declare = "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>";
        var doctype = "<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">";
        readsAs("ŒUVRÉ€", file(declare, "ŒUVRÉ€"), latin);
        readsAs("ŒUVRÉ", file(declare + doctype, "ŒUVRÉ"), StandardCharsets.UTF_8);
        readsAs("ŒUVRÉ", file(doctype, "ŒUVRÉ"), StandardCharsets.UTF_8);
        readsAs("ŒUVRÉ", file(doctype, "ŒUVRÉ"), latin);
        readsAs("ŒUVRÉ", file("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "ŒUVRÉ"), StandardCharsets.UTF_8);
        readsAs("ŒUVRÉ", file("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "ŒUVRÉ"), StandardCharsets.UTF_16);
    }

    @Test
    void readsReferencesAndNamedEntities() throws Exception {
        readsAs("ÉÖ'&ŒÉ", file("", "&#201;&#xD6;&apos;&amp;&OElig;&Eacute;"), StandardCharsets.US_ASCII);
        readsAs(
                "É",
                file("<!DOCTYPE ficAlimMENESR SYSTEM \"http://127.0.0.1:9/elsewhere.dtd\">", "&Eacute;"),
                StandardCharsets.US_ASCII);
        readsAs(
                "é!",
                file("<!DOCTYPE ficAlimMENESR SYSTEM \"x.dtd\" [<!ENTITY mien \"&#233;!\">]>", "&mien;"),
                StandardCharsets.US_ASCII);
    }

    @Test
    void readsManyReferencesInOneFile() throws Exception {
        var texte = "<ficAlimMENESR>"
                + Exemple.add(Sorte.PERSONNEL, "1", "ENTPersonNom", "&amp;&Eacute;&#201;".repeat(50_000))
                + "</ficAlimMENESR>";
        assertThat(read(texte.getBytes(StandardCharsets.US_ASCII)).getFirst().first("ENTPersonNom"))
                .hasSize(150_000);
    }

    @Test
    void takesTheUnionOfRepeatedAttributesInAnyOrderAndAnyLineEnd() throws Exception {
        var lu = read(file("", "X").replace("><", ">\r\n<").getBytes(StandardCharsets.UTF_8))
                .getFirst();
        assertThat(lu.values("ENTPersonAutresPrenoms")).containsExactly("Inès");
        assertThat(lu.lists("ENTPersonMail")).isTrue();
        assertThat(lu.id()).isEqualTo("1");
    }

    @Test
    void aModificationListsOnlyWhatItNames() throws Exception {
        var lu = read(Exemple.file(Exemple.modify(Sorte.PERSONNEL, "1", "ENTPersonMail", ""))
                        .getBytes(StandardCharsets.UTF_8))
                .getFirst();
        assertThat(lu.lists("ENTPersonMail")).isTrue();
        assertThat(lu.values("ENTPersonMail")).isEmpty();
        assertThat(lu.lists("ENTPersonNom")).isFalse();
    }

    @Test
    void readsTheNamesOfFiles() {
        assertThat(NomDeFichier.parse("a/ENTBFC_BESANCON_Complet_20200516_PersRelEleve_0006.xml"))
                .hasValueSatisfying(n -> {
                    assertThat(n.sorte()).isEqualTo(Sorte.RESPONSABLE);
                    assertThat(n.numero()).isEqualTo(6);
                    assertThat(n.genre()).isEqualTo(Genre.COMPLET);
                    assertThat(n.date()).hasToString("2020-05-16");
                });
        assertThat(NomDeFichier.parse("_Eleve_.xml"))
                .hasValueSatisfying(n -> assertThat(n.numero()).isEqualTo(-1));
        assertThat(NomDeFichier.parse("Eleve_0000.xml"))
                .hasValueSatisfying(n -> assertThat(n.sorte()).isEqualTo(Sorte.ELEVE));
        assertThat(NomDeFichier.parse("Delta_201300408_Eleve_0000.xml"))
                .hasValueSatisfying(n -> assertThat(n.date()).isNull());
        assertThat(NomDeFichier.parse("ENT_PersRelEleve_0000.xml.md5")).isEmpty();
        assertThat(NomDeFichier.parse("InfosEducNat.xml")).isEmpty();
        assertThat(NomDeFichier.genreIn("ENT1DVA.20200516.tgz")).isNull();
        assertThat(NomDeFichier.dateIn("ENT1DVA.20200516.tgz")).hasToString("2020-05-16");
        assertThat(NomDeFichier.dateIn("ENT1DVA.20200516143000_11.tgz")).hasToString("2020-05-16");
        assertThat(NomDeFichier.dateIn("occitanie_GPEI_Complet_20251024.zip")).hasToString("2025-10-24");
    }
}
