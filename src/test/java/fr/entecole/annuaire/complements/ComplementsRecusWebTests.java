package fr.entecole.annuaire.complements;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/// What is no table of this school is refused with what was expected, and nothing of it is kept.
@MondeTest
class ComplementsRecusWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Appellations noms;

    Visites visites;
    UUID directrice;
    UUID region;
    UUID ecole;
    String adresse;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        directrice = visites.personnel("11", "300101");
        region = visites.agent("Vidal");
        ecole = reperes.ecole("0110358E");
        adresse = "/annuaire/ecoles/" + ecole + "/complements";
        jdbc.sql("delete from annuaire.complement").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vide.csv | Ce fichier est vide",
                "photo.png | une image, un son ou un programme, et non un tableau CSV",
                "classeur.xlsx | Ce fichier est un classeur",
                "liste.pdf | Ce fichier est un PDF",
                "lettre.txt | Celle-ci dit « Madame la directrice »",
                "sans-titres-connus.txt | donne les titres des colonnes, comme « Nom ; Prénom",
            })
    void refusesWhatIsNoTableAndSaysWhatWasExpected(String nom, String phrase) throws IOException {
        assertThat(refused(directrice, adresse, sample(nom))).contains(phrase, "Rien n’a été gardé.");
        assertThat(kept()).isZero();
    }

    @Test
    void refusesAFileThatIsTooBigWithItsSize() {
        var octets = new byte[2_340_000];
        Arrays.fill(octets, (byte) 'a');
        assertThat(refused(directrice, adresse, new MockMultipartFile("fichiers", "gros.csv", "text/csv", octets)))
                .contains("Ce fichier est trop gros : 2,4 Mo, quand il en faut 2 au plus");
        assertThat(kept()).isZero();
    }

    @Test
    void refusesAFileOfAnotherSchoolAndNamesBoth() throws IOException {
        var autre = reperes.ecole("0110357D");
        var names = noms.ecoles(List.of(ecole, autre));
        assertThat(refused(directrice, adresse, sample("autre-ecole.csv")))
                .contains("celui d’une autre école : " + name(names.get(autre)) + " (0110357D)")
                .contains("Vous complétez " + name(names.get(ecole)) + " (0110358E)");
        assertThat(refused(directrice, adresse, file("CSVExtraction-0110357D.csv", """
                        Nom;Prénom;Date de naissance
                        SOLER;Anna;04/05/2018
                        """)))
                .as("by its name alone")
                .contains("celui d’une autre école : " + name(names.get(autre)));
        assertThat(refused(region, adresse, file("table.csv", """
                        UAI;Nom;Prénom;Date de naissance
                        0999999F;SOLER;Anna;04/05/2018
                        """)))
                .as("which the directory does not know")
                .contains("que l’annuaire ne connaît pas, de code 0999999F.");
        assertThat(kept()).isZero();
    }

    @Test
    void saysItOfALineAmongThoseOfTheSchool() {
        var answer = visites.upload(directrice, adresse, file("table.csv", """
                        UAI;Nom;Prénom;Date de naissance
                        0110358E;SOLER;Anna;04/05/2018
                        0110357D;SOLER;Paul;04/05/2019
                        """));
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(directrice, String.valueOf(answer.getResponse().getRedirectedUrl())))
                .contains("Anna Soler", "Nouvel élève de l’école.")
                .contains("Cette ligne est celle d’une autre école, de code 0110357D.");
    }

    @Test
    void keepsNoneOfSeveralWhereOneIsRefusedAndNamesIt() throws IOException {
        var answer = visites.upload(directrice, adresse, List.of(file("eleves.csv", """
                        Nom;Prénom;Date de naissance
                        SOLER;Anna;04/05/2018
                        """), sample("lettre.txt")));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(answer)).contains("lettre.txt : Ce fichier n’est pas un tableau de personnes");
        assertThat(kept()).isZero();
    }

    private static String name(String nom) {
        return Objects.requireNonNull(nom).replace('\u00a0', ' ');
    }

    private String refused(UUID who, String where, MockMultipartFile fichier) {
        var answer = visites.upload(who, where, fichier);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return Visites.words(answer);
    }

    private MockMultipartFile sample(String nom) throws IOException {
        try (var octets = Objects.requireNonNull(getClass().getResourceAsStream(nom), nom)) {
            return new MockMultipartFile("fichiers", nom, "application/octet-stream", octets);
        }
    }

    private static MockMultipartFile file(String nom, String mots) {
        return new MockMultipartFile("fichiers", nom, "text/csv", mots.getBytes(StandardCharsets.UTF_8));
    }

    private long kept() {
        return jdbc.sql("select count(*) from annuaire.complement")
                .query(Long.class)
                .single();
    }
}
