package fr.entecole.annuaire.aaf.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.annuaire.aaf.Exemple;
import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static String declare(String charset) {
        return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "ISO-8859-15", "UTF-8", "US-ASCII", "ANSI", "windows-1252"})
    void readsWhatWindowsWroteUnderAnotherLabel(String etiquette) throws Exception {
        var windows = Charset.forName("windows-1252");
        readsAs("D’ŒUVRÉ – Cœur", file(declare(etiquette), "D’ŒUVRÉ – Cœur"), windows);
        // É before a quote is, byte for byte, a letter of UTF-8.
        readsAs("“ZOÉ” Lœ", file(declare(etiquette), "“ZOÉ” Lœ"), windows);
    }

    @Test
    void readsWhatWindowsWroteWithoutALabelAndLatinUnderTheLabelOfUtf8() throws Exception {
        readsAs("Cœur", file("", "Cœur"), Charset.forName("windows-1252"));
        readsAs("HÉLÈNE", file(declare("UTF-8"), "HÉLÈNE"), StandardCharsets.ISO_8859_1);
        readsAs("ŒUVRÉ", file(declare("ANSI"), "ŒUVRÉ"), StandardCharsets.UTF_8);
        readsAs("X", file(declare("ANSI"), "X"), StandardCharsets.US_ASCII);
    }

    /// @param ligne where the first byte is that nobody can read
    private static void doesNotRead(int ligne, int octet, byte[] octets) throws Exception {
        assertThat(Octets.read(new ByteArrayInputStream(octets)).illisible())
                .isEqualTo(new Octets.Illisible(ligne, octet));
    }

    @ParameterizedTest
    @CsvSource({"Hélène, 8E", "Noël, 91", "Benoît, 94", "François, 8D", "RENÉ, 83", "Müller, 9F", "Rosàlia, 88"})
    void doesNotGuessWhatAnOldMacintoshWrote(String nom, String octet) throws Exception {
        var mac = Charset.forName("x-MacRoman");
        int premier = Integer.parseInt(octet, 16);
        doesNotRead(1, premier, file("", nom).getBytes(mac));
        doesNotRead(3, premier, file(declare("ISO-8859-1") + "\n", nom).getBytes(mac));
        doesNotRead(2, premier, file(declare("UTF-8"), nom).getBytes(mac));
        readsAs(nom, file(declare("x-MacRoman"), nom), mac);
    }

    @Test
    void doesNotGuessAMixture() throws Exception {
        var melange = file(declare("UTF-8"), "HÉLÈNE") + "\n\n";
        var octets = new ByteArrayOutputStream();
        octets.write(melange.getBytes(StandardCharsets.UTF_8));
        octets.write("<!-- RENÉ -->".getBytes(StandardCharsets.ISO_8859_1));
        doesNotRead(4, 0xC9, octets.toByteArray());
        doesNotRead(1, 0xE9, marked());
        doesNotRead(2, 0xBD, file(declare("ISO-8859-15"), "½ Cœur").getBytes(Charset.forName("windows-1252")));
        doesNotRead(2, 0x81, withByte(declare("windows-1252"), 0x81));
    }

    private static byte[] marked() {
        var texte = "ï»¿" + file("", "René");
        return texte.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withByte(String tete, int octet) {
        return file(tete, "X" + (char) octet).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Every text in each encoding is read as it was written, or not at all.
    @Property(tries = 300)
    void readsRightlyOrNotAtAll(
            @ForAll @Size(min = 1, max = 4) List<@From("mots") String> mots,
            @ForAll @From("encodages") String ecrit,
            @ForAll @From("etiquettes") String etiquette)
            throws Exception {
        var texte = String.join(" ", mots);
        var octets = file(etiquette.isEmpty() ? "" : declare(etiquette), texte).getBytes(Charset.forName(ecrit));
        if (Octets.read(new ByteArrayInputStream(octets)).illisible() == null) {
            assertThat(read(octets).getFirst().first("ENTPersonNom")).isEqualTo(texte);
        }
    }

    @Provide
    Arbitrary<String> mots() {
        return Arbitraries.of(
                "Hélène", "François", "NOËL", "Cœur", "D’ALMEIDA", "René", "MARTIN", "Benoît", "Zoé", "LŒTITIA");
    }

    @Provide
    Arbitrary<String> encodages() {
        return Arbitraries.of("UTF-8", "windows-1252");
    }

    @Provide
    Arbitrary<String> etiquettes() {
        return Arbitraries.of("", "UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252", "US-ASCII");
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
    void nothingThatIsNotSeenEntersAValue() throws Exception {
        readsAs("Cœur d’Or Š", file("", "C&#156;ur d&#146;Or &#138;"), StandardCharsets.US_ASCII);
        readsAs("Ren\uFFFD", file("", "Ren&#142;"), StandardCharsets.US_ASCII);
        readsAs("Anne Lise", file("", "\u200BAn\u00ADne&#160;\u202ELise"), StandardCharsets.UTF_8);
        readsAs("É", file("", "&#xFEFF;E&#x301;&#x200D;"), StandardCharsets.US_ASCII);
        readsAs("A B", file("", "A\nB"), StandardCharsets.US_ASCII);
        assertThat(read(file("", "&#x200B; &#160;&#x3164;&#x2800;").getBytes(StandardCharsets.US_ASCII))
                        .getFirst()
                        .values("ENTPersonNom"))
                .isEmpty();
        assertThatThrownBy(() -> read(file("", "A\u0001B").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("malformé, ligne 1");
    }

    @Property
    void cleanedTextHasNothingToClean(@ForAll String valeur) {
        var propre = Texte.clean(valeur);
        assertThat(Texte.clean(propre)).isEqualTo(propre);
        assertThat(propre.codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
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
