package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.aaf.application.ImportAaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is out of all proportion costs its record or its batch, never the académie, nor the memory.
@EntTest
class BornesTests extends BancAaf {

    @TempDir
    Path dossier;

    @BeforeEach
    void startsEmpty() {
        empty();
    }

    private Path varied(String fichier, UnaryOperator<String> change) throws IOException {
        var lot = Exemple.copy(Exemple.complet(), dossier.resolve("lot"));
        Exemple.edit(lot.resolve(fichier), change);
        return lot;
    }

    private void refuses(Path lot, String... attendu) {
        var avant = fingerprint();
        var rapport = give(lot);
        assertThat(rapport.raison()).contains(attendu);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.REFUSED);
        assertThat(fingerprint()).isEqualTo(avant);
    }

    private static String doctype(String xml, String declarations) {
        return xml.replace("\"ficAlimMENESR.dtd\">", "\"ficAlimMENESR.dtd\" [" + declarations + "]>");
    }

    @Test
    void refusesAnEntityMadeToFillTheMemoryBeforeItDoes() throws IOException {
        var valeurs = IntStream.range(0, 3000)
                .mapToObj(i -> "<value>" + i + "&a;</value>")
                .collect(Collectors.joining());
        var lot = varied(
                Exemple.ELEVE_0,
                x -> doctype(x, "<!ENTITY a \"" + "h".repeat(340_000) + "\">")
                        .replace(
                                "<attr name=\"ENTPersonAutresPrenoms\">",
                                "<attr name=\"ENTPersonAutresPrenoms\">" + valeurs));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> refuses(lot, Exemple.ELEVE_0 + " est malformé, ligne 2", "une entité"));
    }

    @Test
    void refusesHundredsOfEntitiesAndTakesAShortOne() throws IOException {
        var beaucoup = IntStream.range(0, 400)
                .mapToObj(i -> "<!ENTITY e" + i + " \"x\">")
                .collect(Collectors.joining());
        refuses(varied(Exemple.ELEVE_0, x -> doctype(x, beaucoup)), "une entité");
        var court = Files.createDirectory(dossier.resolve("court"));
        Exemple.copy(Exemple.complet(), court);
        Exemple.edit(
                court.resolve(Exemple.ELEVE_0),
                x -> doctype(x, "<!ENTITY four \"abcd\">").replace("Lo&#239;c", "&four;"));
        assertThat(give(court).raison()).isNull();
        assertThat(text("select prenom from annuaire.eleve where aaf_id = '500001'"))
                .isEqualTo("abcd");
    }

    @Test
    void boundsAValueTheValuesAndTheWholeOfARecord() throws IOException {
        refuses(
                varied(Exemple.PERS, x -> x.replaceFirst("<value>300001", "<value>" + "9".repeat(1_100_000))),
                Exemple.PERS + " est malformé, ligne");
        var valeurs = IntStream.range(0, 11_000)
                .mapToObj(i -> "<value>" + i + "</value>")
                .collect(Collectors.joining());
        var attributs = IntStream.range(0, 11)
                .mapToObj(i -> "<attr name=\"X" + i + "\"><value>" + "9".repeat(100_000) + "</value></attr>")
                .collect(Collectors.joining());
        for (var contenu : new String[] {"<attr name=\"X\">" + valeurs + "</attr>", attributs}) {
            Exemple.edit(
                    dossier.resolve("lot").resolve(Exemple.PERS),
                    _ -> Exemple.file(Exemple.add(Sorte.PERSONNEL, "1", "ENTPersonNom", "X")
                            .replace("<attributes>", "<attributes>" + contenu)));
            refuses(dossier.resolve("lot"), Exemple.PERS + " est malformé, ligne 4", "plus grand que tout");
        }
    }

    @Test
    void boundsWhatStandsBetweenTwoRecords() throws IOException {
        refuses(
                varied(
                        Exemple.PERS,
                        x -> x.replace(
                                "</ficAlimMENESR>",
                                ("<!--" + "x".repeat(99_999) + "-->\n").repeat(100) + "</ficAlimMENESR>")),
                Exemple.PERS + " est malformé, ligne",
                "n’en finit pas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTPersonNom", "ENTPersonPrenom"})
    void aWordThatTheSearchCannotHoldRefusesItsRecordOnly(String attribut) throws IOException {
        var rapport = give(varied(
                Exemple.ELEVE_0,
                x -> x.replaceFirst(
                        "<attr name=\"" + attribut + "\"><value>[^<]*",
                        "<attr name=\"" + attribut + "\"><value>" + "é".repeat(1100))));
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.refused())
                .anyMatch(r -> r.id().equals("500001") && r.message().contains(attribut));
        assertThat(rapport.of("eleves").created()).isEqualTo(5);
    }

    @Test
    void nothingThatIsLookedUpIsLongerThanAnIndexTakes() throws IOException {
        var long_ = "7".repeat(3000);
        var lot = varied(
                Exemple.ELEVE_0,
                x -> x.replace("$501$", "$" + hashed(3000) + "$")
                        .replace("700002$20", hashed(3001) + "$20")
                        .replace("$580$", "$" + hashed(3002) + "$"));
        Exemple.edit(
                lot.resolve(Exemple.PERS),
                x -> x.replaceFirst("\\$G0000\\$", "\\$" + hashed(3003) + "\\$")
                        .replace("SANS SPECIALITE", hashed(600)));
        Exemple.edit(
                lot.resolve(Exemple.ETAB),
                x -> x.replace("0110359F", hashed(3004)).replace("11262$", hashed(3005) + "$"));
        Exemple.edit(
                lot.resolve(Exemple.REL),
                x -> x.replace("5 RUE DES LILAS", "5 RUE " + long_).replace("ROUX", long_));
        var rapport = give(lot);
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(rapport.warnings())
                .filteredOn(a -> a.code().equals("valeur-trop-longue"))
                .extracting(Rapport.Avertissement::message)
                .anyMatch(m -> m.contains("ENTPersonClasses"))
                .anyMatch(m -> m.contains("ENTPersonGroupes"))
                .anyMatch(m -> m.contains("ENTEleveAutoriteParentale"))
                .anyMatch(m -> m.contains("ENTPersonFonctions"))
                .anyMatch(m -> m.contains("ENTStructureUAI"))
                .anyMatch(m -> m.contains("ENTEcoleCommune"))
                .anyMatch(m -> m.contains("ENTPersonAdresse"));
        assertThat(give(lot).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    /// Letters that compress to nothing shorter: an index keeps them whole.
    private static String hashed(int letters) {
        var alea = new java.util.Random(letters);
        return alea.ints(letters, 'A', 'Z' + 1)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#160;", "&#x200B;&#x200D;", "&#x1F338;", "&#x3164;", "-", "Ren&#142;", "Ren&#xFFFD;"})
    void aNameWithoutALetterToReadRefusesItsRecord(String nom) throws IOException {
        var rapport = give(varied(
                Exemple.ELEVE_0,
                x -> x.replace(
                        "Lo&#239;c</value></attr>\n<attr name=\"ENTPersonAutres",
                        nom + "</value></attr>\n<attr name=\"ENTPersonAutres")));
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.refused())
                .anyMatch(r -> r.id().equals("500001") && r.message().contains("ENTPersonPrenom"));
        assertThat(count("eleve where aaf_id = '500001'")).isZero();
    }

    @Test
    void keepsASignOfAnyKindInANameThatCanBeRead() throws IOException {
        assertThat(give(varied(Exemple.ELEVE_0, x -> x.replace("Lo&#239;c", "L&#156;&#x200B; $1 \\ &#x1F338;")))
                        .raison())
                .isNull();
        assertThat(text("select prenom from annuaire.eleve where aaf_id = '500001'"))
                .isEqualTo("Lœ $1 \\ 🌸");
        assertThat(text("select autres_prenoms[1] from annuaire.eleve where aaf_id = '500001'"))
                .isEqualTo("Lœ $1 \\ 🌸");
    }

    @Test
    void aBatchThatRunsOutOfMemoryIsToldAsFailedAndMayComeAgain() {
        for (var etape : new String[] {"Inventaire", "Lecture", "Comparaison", "Application"}) {
            var avant = fingerprint();
            var rapport = imports.run(new ImportAaf.Demande("11", Exemple.complet(), null, null, false), dit -> {
                if (dit.startsWith(etape)) {
                    throw new OutOfMemoryError("Java heap space");
                }
            });
            assertThat(rapport.issue()).as(etape).isEqualTo(Rapport.Issue.FAILED);
            assertThat(rapport.issue().exitCode()).isEqualTo(4);
            assertThat(rapport.raison()).contains("mémoire", "rien n’a été changé", "ENT_JAVA_OPTS");
            assertThat(text("select etat from annuaire.lot order by id desc limit 1"))
                    .isEqualTo("failed");
            assertThat(fingerprint()).isEqualTo(avant);
        }
        assertThat(give(Exemple.complet()).issue()).isEqualTo(Rapport.Issue.APPLIED);
    }
}
