package fr.entecole.rgpd;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.documents.SalleDEssai;
import fr.entecole.rgpd.MesDonnees.Dossier;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.DonneesPersonnelles.Fichier;
import fr.entecole.socle.Utilisateur;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/// The copy to take away: what a person reads of it without the ENT, and their files.
@MondeTest
class CopieWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reception reception;

    @Autowired
    Documents documents;

    @Autowired
    Copie copie;

    @Autowired
    List<DonneesPersonnelles> modules;

    Visites visites;
    UUID samira;
    UUID karim;
    UUID ines;

    @BeforeEach
    void family() {
        visites = new Visites(context);
        samira = visites.responsable("700101");
        karim = visites.responsable("700102");
        ines = visites.eleve("500101");
    }

    @Test
    void leavesOutTheFilesOfOthersAndWhatWasTakenAway() {
        sent(karim, "De Karim", "karim.txt");
        var gone = sent(samira, "Reprise", "reprise.txt");
        jdbc.sql("update documents.piece set retiree_le = depose_le where id = :id")
                .param("id", gone)
                .update();
        var files = copy(samira);
        assertThat(files.keySet()).noneMatch(name -> name.contains("karim") || name.contains("reprise"));
    }

    @Test
    void takesAlongOnesOwnFilesAsTheyWereSent() {
        sent(samira, "Mon attestation", "attestation d’été.txt");
        var files = copy(samira);
        var name = files.keySet().stream()
                .filter(one -> one.endsWith("attestation d’été.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(new String(files.get(name), StandardCharsets.UTF_8)).isEqualTo("Mon attestation");
        var link = Pattern.compile("<a href=\"(fichiers/[^\"]*)\">attestation d’été.txt</a>")
                .matcher(CopieOuverte.words(files, CopieOuverte.PAGE));
        assertThat(link.find()).isTrue();
        assertThat(URI.create(link.group(1)).getPath()).isEqualTo(name);
        assertThat(CopieOuverte.words(files, CopieOuverte.VALEURS)).contains(name);
    }

    /// A file of a child is the room's to give to one guardian and not to another; what is attached to nothing, to
    /// none.
    @Test
    void takesAlongOfAChildWhatTheRoomLetsThisGuardianRead() {
        var utilisateur = someone(ines);
        var forSamira = sent(ines, "Pour maman", "maman.txt");
        sent(ines, "À moi", "brouillon.txt");
        documents.attach(
                utilisateur,
                SalleDEssai.SALLE,
                SalleDEssai.chose(samira),
                utilisateur.ecoles().iterator().next(),
                List.of(forSamira));
        assertThat(copy(samira).keySet())
                .anyMatch(name -> name.endsWith("maman.txt"))
                .noneMatch(name -> name.endsWith("brouillon.txt"));
        assertThat(copy(karim).keySet()).noneMatch(name -> name.endsWith("maman.txt"));
        assertThat(copy(ines).keySet()).anyMatch(name -> name.endsWith("brouillon.txt"));
    }

    /// What a head scanned of a decision tells of someone else: it is not theirs to take home.
    @Test
    void leavesADecisionAtSchool() {
        var castans = visites.personnel("11", "300101");
        var head = someone(castans);
        var decision = sent(castans, "Ordonnance", "ordonnance.txt");
        documents.attach(
                head,
                "annuaire",
                jdbc.sql("select id from annuaire.restriction where levee_le is null limit 1")
                        .query(UUID.class)
                        .single(),
                head.ecoles().iterator().next(),
                List.of(decision));
        assertThat(visites.get(castans, "/documents/" + decision)).hasStatusOk();
        assertThat(copy(castans).keySet()).noneMatch(name -> name.contains("ordonnance"));
    }

    @Test
    void saysWhatEachModuleHoldsToAPersonAndToAMachine() {
        int told = 0;
        for (var person : List.of(samira, visites.personnel("11", "300101"), visites.personnel("11", "300102"), ines)) {
            var files = copy(person);
            var page = CopieOuverte.words(files, CopieOuverte.PAGE);
            var values = CopieOuverte.words(files, CopieOuverte.VALEURS);
            for (var module : modules) {
                var export = module.export(person);
                for (var word : module.libelles().entrySet()) {
                    if (!word.getKey().contains(".")
                            && !word.getValue().isEmpty()
                            && export.get(word.getKey()) instanceof Collection<?> rows
                            && rows.stream()
                                    .anyMatch(row -> row instanceof Map<?, ?> columns
                                            && !Lignes.rang(module, columns, word.getKey() + ".")
                                                    .isEmpty())) {
                        var title = word.getValue().replace('\u00a0', ' ');
                        assertThat(page).as(module.schema()).contains("<h3>" + title + "</h3>");
                        assertThat(values).as(module.schema()).contains("\"" + title + "\"");
                        told++;
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(20);
    }

    @Test
    void isAPageThatAnyoneReads() {
        var files = copy(samira);
        var page = CopieOuverte.words(files, CopieOuverte.PAGE);
        assertThat(page).startsWith("<!DOCTYPE html>").contains("<html lang=\"fr\">", "<title>Mes données");
        assertThat(found(page, "<h1>(.*?)</h1>")).hasSize(1);
        assertThat(found(page, "<h2 id=\"(?:p\\d|gardes|droits)\">(.*?)</h2>"))
                .containsExactly(
                        "Samira Benali",
                        "Inès Benali",
                        "Younes Benali",
                        "Ce qui est gardé, et jusqu’à quand",
                        "Vos droits");
        assertThat(found(page, "<a href=\"#(.*?)\"")).hasSize(5).allMatch(id -> page.contains(" id=\"" + id + "\""));
        assertThat(found(page, "<link [^>]*href=\"(.*?)\"")).hasSize(1).allMatch(files::containsKey);
        assertThat(page).doesNotContain("<script", " style=", " src=");
        assertThat(page.replaceAll("<[^>]*>", " "))
                .contains("12 rue des Oliviers")
                .doesNotContainPattern("\\b(true|false|null|[a-z]+_[a-z]+)\\b|\\d{4}-\\d\\d-\\d\\d");
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    @Test
    void speaksToAPupilAsToAPupil() {
        var page = CopieOuverte.words(copy(ines), CopieOuverte.PAGE);
        assertThat(page).contains("Tes droits", "Dis-le à un adulte").doesNotContain("votre mort", "CNIL");
    }

    /// A store that is down when it comes to one file: the rest goes, and the page says which one is missing.
    @Test
    void saysWhichFileCouldNotBeRead() throws IOException {
        var files = written(
                new Fichier("perdu.pdf", "Document PDF", () -> {
                    throw new IOException("down");
                }),
                new Fichier("là.txt", "Document texte", () -> new ByteArrayInputStream(new byte[] {'l'})));
        assertThat(files).containsKey("fichiers/02 là.txt").doesNotContainKey("fichiers/01 perdu.pdf");
        assertThat(CopieOuverte.words(files, CopieOuverte.PAGE)).contains("perdu.pdf n’a pas pu être joint");
    }

    /// The name of a file leads nowhere else on the disk where the copy is opened.
    @Test
    void opensInsideItsOwnFolder() throws IOException {
        assertThat(written(new Fichier("../../.bashrc", "", () -> InputStream.nullInputStream()))
                        .keySet())
                .noneMatch(name -> name.contains("../") || name.startsWith("/"));
    }

    /// When the last byte of a file is read, those before have left.
    @Test
    void holdsNoFileInMemory() throws IOException {
        int size = 8_000_000;
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        var output = new ByteArrayOutputStream();
        var left = new ArrayList<Integer>();
        var file = new Fichier("film.mp4", "Film", () -> new FilterInputStream(new ByteArrayInputStream(bytes)) {

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    left.add(output.size());
                }
                return read;
            }
        });
        copie.write(dossiers(file), LocalDate.of(2026, 11, 30), false, output);
        assertThat(left).isNotEmpty().allMatch(sent -> sent > size - 200_000);
    }

    private Map<String, byte[]> written(Fichier... fichiers) throws IOException {
        var output = new ByteArrayOutputStream();
        copie.write(dossiers(fichiers), LocalDate.of(2026, 11, 30), false, output);
        return CopieOuverte.of(output.toByteArray());
    }

    private static List<Dossier> dossiers(Fichier... fichiers) {
        return List.of(new Dossier(new Fiche("Camille Essai", List.of(), List.of()), List.of(fichiers)));
    }

    private Map<String, byte[]> copy(UUID personne) {
        var answer = visites.post(personne, "/mes-donnees/copie");
        assertThat(answer).hasStatusOk().hasContentType("application/zip");
        return CopieOuverte.of(answer);
    }

    private UUID sent(UUID personne, String words, String name) {
        var file = new MockMultipartFile("fichiers", name, "text/plain", words.getBytes(StandardCharsets.UTF_8));
        return reception
                .take(someone(personne), List.of(), List.of(file), "", Exigence.AUCUNE)
                .getFirst();
    }

    private Utilisateur someone(UUID personne) {
        return new EnTantQue(context)
                .everyone().stream()
                        .filter(one -> one.personneId().equals(personne))
                        .findFirst()
                        .orElseThrow();
    }
}
