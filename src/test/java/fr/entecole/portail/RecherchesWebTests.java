package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// One box that looks in all rooms: each finds what they may see, in one round trip.
@MondeTest
class RecherchesWebTests {

    private static final String PATH = "/recherche";
    private static final String NOTHING = "Rien ne correspond";

    @Autowired
    ApplicationContext context;

    @Autowired
    Lectures lectures;

    Visites visites;
    UUID esteve;
    UUID head;
    UUID samira;

    @BeforeEach
    void threeWhoSearch() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        head = visites.personnel("11", "300101");
        samira = visites.responsable("700101");
    }

    @Test
    void findsNobodyWhoIsKeptOutNorOutsideWhatOneMaySee() {
        for (var hidden : List.of("Younes", "Kovalenko", "Salvagnac", "yvan")) {
            assertThat(search(esteve, hidden)).as(hidden).contains(NOTHING);
        }
        for (var hidden : List.of("Karim", "Jeanne", "Calas")) {
            assertThat(search(samira, hidden)).as(hidden).contains(NOTHING);
        }
        assertThat(search(head, "galy"))
                .contains("Timéo Galy", "Yvan Galy", "responsable écarté : Timéo Galy", "/restrictions")
                .doesNotContainPattern("tel:0[67]");
        assertThat(search(visites.personnel("11", "300109"), "galy")).contains(NOTHING);
    }

    @Test
    void findsPeopleAndLeadsToTheirPageAndToTheSearchOfPeople() {
        assertThat(search(esteve, "benali"))
                .contains("Des personnes", "Inès Benali", "/annuaire/eleves/" + visites.eleve("500101"))
                .contains("mère : Inès Benali")
                .contains("action=\"/annuaire/personnes\"", "name=\"nom\" value=\"benali\"")
                .contains("Chercher parmi les personnes");
        assertThat(search(samira, "esteve")).contains("Claire Estève", "Marie Curie");
    }

    @Test
    void findsHolidaysByTheirNameWithoutAnAccent() {
        for (var someone : List.of(esteve, head, samira)) {
            assertThat(search(someone, "toussaint"))
                    .contains("Le calendrier", "Toussaint", "reprise le", "/calendrier/ecoles/", "?annee=2026")
                    .doesNotContain(NOTHING);
        }
    }

    @Test
    void costsOneRoundTripForAllRooms() {
        assertThat(visites.statementsOfPost(esteve, PATH, "mots", "benali")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statementsOfPost(samira, PATH, "mots", "toussaint")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, PATH)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void saysWhatToTypeAndKeepsItOutOfTheAddress() {
        Map.of(
                        " - ",
                        "Il faut des lettres ou des chiffres",
                        " ",
                        "Écrivez un mot ou un nom.",
                        " a ",
                        "Écrivez au moins deux lettres",
                        "x".repeat(101),
                        "C’est trop long")
                .forEach((typed, said) -> {
                    var answer = visites.post(esteve, PATH, "mots", typed);
                    assertThat(answer).hasStatus(422);
                    assertThat(Visites.words(answer)).contains(said);
                });
        assertThat(search(esteve, "<b>zut")).contains("&lt;b&gt;zut").doesNotContain("<b>zut");
        assertThat(visites.page(esteve, PATH)).contains("method=\"post\"", "action=\"/recherche\"");
    }

    @Test
    void isNothingForPupilsAndForThoseWhoHaveNowhereToLook() {
        for (var other : List.of(visites.eleve("500101"), visites.agent("Puech"))) {
            assertThat(visites.get(other, PATH)).hasStatus(404);
            assertThat(visites.post(other, PATH, "mots", "benali")).hasStatus(404);
            assertThat(visites.page(other, "/")).doesNotContain("Chercher dans l’ENT");
        }
        for (var someone : List.of(esteve, head, samira)) {
            assertThat(visites.page(someone, "/")).contains("Chercher dans l’ENT");
        }
    }

    @Test
    void findsSchoolsForTheRegionAndLeavesPeopleToTheSearchThatLeavesATrace() {
        var vidal = visites.agent("Vidal");
        assertThat(search(vidal, "curie")).contains("Des écoles", "Marie Curie", "0110358E");
        assertThat(search(vidal, "0110358")).contains("Marie Curie");
        assertThat(search(vidal, "benali"))
                .contains("Chercher parmi les personnes")
                .doesNotContain("Samira", "Karim");
    }

    @Test
    void findsForAnInspectorTheirSchoolsAndNobody() {
        var aubrac = visites.agent("Aubrac");
        assertThat(search(aubrac, "curie"))
                .contains("Des écoles", "Marie Curie")
                .doesNotContain("/annuaire/ecoles/");
        assertThat(search(aubrac, "lespignan")).as("another circonscription").contains(NOTHING);
        assertThat(search(aubrac, "benali")).contains(NOTHING).doesNotContain("Samira", "Inès", "Chercher parmi");
        assertThat(visites.post(aubrac, "/annuaire/personnes", "nom", "benali")).hasStatus(404);
        assertThat(visites.page(aubrac, "/")).contains("Chercher dans l’ENT");
    }

    @Test
    void saysToEachWhereItLooks() {
        assertThat(visites.page(head, PATH)).contains("Parmi les élèves de votre école");
        assertThat(visites.page(visites.agent("Vidal"), PATH)).contains("laisse une trace");
        assertThat(visites.page(visites.agent("Aubrac"), PATH)).contains("ne se cherche que dans son école");
    }

    @Test
    void findsWhatIsTypedWithOneWrongLetter() {
        for (var typed : List.of("tousaint", "toussains", "tuossaint", "touussaint")) {
            assertThat(search(samira, typed)).as(typed).contains("Le calendrier", "Toussaint");
        }
        assertThat(search(samira, "tusaint")).as("two of them").contains(NOTHING);
    }

    @Test
    void leavesOutARoomThatFailsAndShowsFewOfTheOthers() {
        var broken = new Piece(Lecture.of("select nom from essai.nulle_part", Map.of(), (_, _) -> trouvaille(0)));
        var many = new Piece(Lecture.known(IntStream.rangeClosed(1, 6)
                .mapToObj(RecherchesWebTests::trouvaille)
                .toList()));
        var someone = Personnages.someone(Profil.ENSEIGNANT, List.of());
        assertThat(new Recherches(List.of(broken, many), lectures).find("mot", someone))
                .singleElement()
                .satisfies(section -> {
                    assertThat(section.trouvailles()).hasSize(5);
                    assertThat(section.autres()).isTrue();
                });
    }

    private String search(UUID as, String typed) {
        var answer = visites.post(as, PATH, "mots", typed);
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }

    private static Recherche.Trouvaille trouvaille(int n) {
        return new Recherche.Trouvaille("Mot " + n, "", "/mots/" + n);
    }

    private record Piece(Lecture<List<Trouvaille>> lecture) implements Recherche {

        @Override
        public String titre() {
            return "Les mots";
        }

        @Override
        public int ordre() {
            return 50;
        }

        @Override
        public boolean concerns(Utilisateur utilisateur) {
            return true;
        }

        @Override
        public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
            return lecture;
        }
    }
}
