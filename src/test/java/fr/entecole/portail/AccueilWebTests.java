package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.TuileDEssai;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Tuile.Partie;
import fr.entecole.socle.Tuile.Place;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@MondeTest
class AccueilWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    EnTantQue as;

    @BeforeEach
    void door() {
        as = new EnTantQue(context);
    }

    @Test
    void sendsVisitorsToTheDoor() {
        assertThat(mvc.get().uri("/")).hasStatus3xxRedirection().redirectedUrl().startsWith("/connexion");
    }

    @Test
    void showsATeacherTheirClassesAndNoOther() {
        assertThat(home(personnel("11", "300102")))
                .contains("Bonjour Claire", "CM1 Mme Estève", "26 élèves", "École élémentaire Marie Curie")
                .doesNotContain("Danylo", "CE2", "Younes");
    }

    /// A room that comes takes the place of the promise, without a line in the portal.
    @Test
    void promisesARoomOnlyUntilItIsThere() {
        var contributrice = agent("Bonnet");
        var piece = new Partie(
                Place.COLONNE,
                10,
                "portail/_a-venir",
                Map.of("dessin", "mairie", "quoi", "Une pièce s’est installée", "qui", "ici", "liens", List.of()));
        assertThat(home(contributrice)).contains("Ici s’écriront les pages de la commune");
        TuileDEssai.speaking(
                numero -> Lecture.known(numero == 1 ? List.of(piece) : List.of()),
                () -> assertThat(home(contributrice))
                        .contains("Une pièce s’est installée")
                        .doesNotContain("Ici s’écriront les pages"));
    }

    @Test
    void showsATeacherOfTwoSchoolsBoth() {
        assertThat(home(personnel("16", "300102")))
                .contains("MS-GS", "CE1-CE2", "École maternelle Les Petites Fontaines", "École élémentaire Laïque");
    }

    @Test
    void tellsATeacherWithoutClassWhatToDo() {
        assertThat(home(personnel("11", "300106")))
                .contains("Aucune classe ne vous est encore rattachée", "Vous avez dit que CM1-CM2 M. Oustry");
    }

    @Test
    void showsAParentOneListWhateverTheSchools() {
        assertThat(home(responsable("700101")))
                .contains(
                        "Vos 2 enfants, dans 2 écoles",
                        "Inès Benali",
                        "CM1 Mme Estève",
                        "Younes Benali",
                        "MS M. Rouquette",
                        "École maternelle Alphonse Daudet")
                .doesNotContain("Jeanne", "Ilyes");
    }

    @Test
    void showsAChildOfTwoClassesOnce() {
        var danylo = eleve("500167");
        jdbc.sql(
                        "insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) values (:eleve, :classe, current_date)")
                .param("eleve", danylo)
                .param("classe", reperes.classe("11", "511"))
                .update();
        assertThat(home(responsable("700201")))
                .contains("Votre enfant", "CE2 Mme Gaubert", "CP Mme Vidalou")
                .doesNotContain("2 enfants");
    }

    @Test
    void speaksOfMaskedNumbersOnlyWhereOneIs() {
        for (var name : new String[] {"Puech", "Vigié"}) {
            var page = home(agent(name));
            assertThat(page.contains("sont masqués")).as(name).isEqualTo(page.contains(">masqué<"));
        }
    }

    @Test
    void saysWhoSpeaksForTheParents() {
        var marion = jdbc.sql("select responsable_id from annuaire.mandat")
                .query(UUID.class)
                .single();
        assertThat(home(marion)).contains(", parent élue");
        assertThat(home(responsable("700101"))).doesNotContain("parent élu");
    }

    @Test
    void showsNobodyToAGuardianKeptOut() {
        assertThat(home(responsable("700114")))
                .contains("Vous ne suivez aucun enfant ici")
                .doesNotContain("Timéo");
    }

    @Test
    void showsAPupilTheirClassAndNoClassmate() {
        assertThat(home(eleve("500101")))
                .contains("data-registre=\"ce2-cm2\"", "CM1 Mme Estève", "/annuaire/ma-classe")
                .doesNotContain("Avec Mme Estève", "Jeanne", "Bastide");
    }

    @ParameterizedTest
    @CsvSource({"500102, maternelle", "500154, cp-ce1", "500101, ce2-cm2"})
    void speaksInTheRegisterOfTheLevel(String id, String registre) {
        assertThat(home(eleve(id))).contains("data-registre=\"" + registre + "\"");
    }

    @Test
    void showsAHeadEachClassAndWhoIsMissing() {
        assertThat(home(personnel("11", "300101")))
                .contains(
                        "Bonjour Hélène",
                        "M. Oustry dit que CM1-CM2 M. Oustry est sa classe",
                        "Mme Vidalou",
                        "personne n’y est rattaché",
                        "Une classe attend son enseignant");
    }

    @Test
    void showsAnActingHeadTheirSchool() {
        assertThat(home(personnel("16", "300103"))).contains("Bonjour Inès", "Les classes de l’école");
    }

    @Test
    void showsACommuneItsSchoolsAndNeverAPupil() {
        assertThat(home(agent("Puech")))
                .contains("4 écoles", "École élémentaire Frédéric Mistral", "École maternelle Françoise Dolto")
                .doesNotContain("Inès", "Benali", "Lespignan", "/annuaire/classes/");
    }

    @Test
    void saysWhyASchoolIsClosed() {
        assertThat(home(agent("Bru"))).contains("fermée", "La convention de la commune attend sa signature.");
    }

    @Test
    void showsTheRegionItsBatchesAndSchools() {
        assertThat(home(agent("Vidal"))).contains("9 écoles dans l’annuaire, 8 sont ouvertes", "Toutes les écoles");
    }

    @ParameterizedTest
    @CsvSource({"Bonnet, les pages de la commune,", "Cros, les demandes des écoles, /annuaire/personnes"})
    void tellsTheOthersWhatWillComeAndFromWhom(String nom, String quoi, @Nullable String outil) {
        var home = home(agent(nom));
        assertThat(home).contains(quoi, "Mes données", "La charte", "Aide", "Se déconnecter", "Rien ne vous attend");
        assertThat(Pattern.compile("Faire vite</h2><ul class=\"ent-rapides\">.*?href=\"([^\"]+)\"", Pattern.DOTALL)
                        .matcher(home)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .isEqualTo(Stream.ofNullable(outil).toList());
    }

    /// Nobody is left before a drawing: a sentence, and two pages that serve today.
    @ParameterizedTest
    @CsvSource({"Bonnet", "Cros"})
    void leadsWhoHasNoRoomYetToTwoPages(String nom) {
        leadsToTwoPages(agent(nom));
    }

    @Test
    void leadsAnAeshAReplacementAndAParentWithoutChildToTwoPages() {
        leadsToTwoPages(jdbc.sql("select id from annuaire.personnel where nom = 'Calas'")
                .query(UUID.class)
                .single());
        var seguier = jdbc.sql("select id from annuaire.personnel where lower(nom) like 's_guier'")
                .query(UUID.class)
                .single();
        leadsToTwoPages(seguier);
        assertThat(home(seguier)).doesNotContain("href=\"/annuaire/classes\"");
        leadsToTwoPages(responsable("700114"));
    }

    private void leadsToTwoPages(UUID personne) {
        var home = home(personne);
        var main = home.substring(home.indexOf("<main"), home.indexOf("</main>"));
        var links = Pattern.compile("<li><a href=\"(/[^\"]+)\">")
                .matcher(main)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(main).contains("Rien ne vous attend.");
        assertThat(links).hasSizeGreaterThanOrEqualTo(2).doesNotContain("/");
        links.forEach(link ->
                assertThat(mvc.get().uri(link).cookie(as.personne(personne))).hasStatusOk());
    }

    @Test
    void tellsAParentThatNothingAwaitsThem() {
        var elsewhere = jdbc.sql("""
                        select l.responsable_id from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id
                         where e.structure_id = :ecole and l.retire_le is null order by l.responsable_id limit 1
                        """)
                .param("ecole", reperes.ecole("0110357D"))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(home(elsewhere)).contains("Rien ne vous attend.").doesNotContain("Ce qui vous attend");
    }

    /// What waits for the officer leads there, and nothing beside it says that nothing waits.
    @Test
    void showsTheOfficerWhatWaitsAndWhereTheRestIs() {
        var home = home(agent("Lebrun"));
        var main = home.substring(home.indexOf("<main"), home.indexOf("</main>"));
        assertThat(home)
                .contains("2 droits exercés attendent une réponse", "les demandes sur les données")
                .doesNotContain("Rien ne vous attend", "Aucune n’attend");
        assertThat(links(main)).contains("/rgpd/droits", "/donnees-personnelles/registre", "/annuaire/personnes");
        assertThat(links(main.substring(main.indexOf("t-a-venir")))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"Bonnet", "Soulié", "Vigié", "Cros", "Aubrac", "Klein", "Puech"})
    void saysEachLinkOnce(String nom) {
        var home = home(agent(nom));
        var links = links(home.replaceAll("(?s)<main.*</main>", ""));
        assertThat(links).contains("/mes-donnees", "/charte", "/accessibilite").doesNotHaveDuplicates();
        assertThat(links(home.substring(home.indexOf("<main"), home.indexOf("</main>"))))
                .doesNotHaveDuplicates();
    }

    /// Every tool of the rooms is found on the map too, those that a home folds included.
    @Test
    void mapsEveryToolThatTheHomeHas() {
        for (var who : List.of(personnel("11", "300101"), personnel("11", "300102"), responsable("700101"))) {
            var home = home(who);
            var tools = home.substring(home.indexOf("id=\"t-outils\""));
            var map = page(who, "/plan-du-site");
            assertThat(links(map)).containsAll(links(tools.substring(0, tools.indexOf("</section>"))));
        }
    }

    private static List<String> links(String html) {
        return Pattern.compile("<a [^>]*href=\"(/[^\"#]*)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                // Help stands in the header on a large screen, in the menu on a small one; the first link is the mark.
                .filter(href -> !href.equals("/aide") && !href.equals("/"))
                .toList();
    }

    @Test
    void foldsOnAHeadsHomeWhatIsSecondary() {
        var home = home(personnel("11", "300101"));
        assertThat(home.indexOf("Ce qui vous attend")).isLessThan(home.indexOf("Les classes de l’école"));
        assertThat(home)
                .containsPattern("<details class=\"ent-plier\"><summary><h2[^>]*>Ce qui est en ordre")
                .containsPattern("<details class=\"ent-plier\"><summary><h2[^>]*>La charte");
    }

    @Test
    void showsATeacherTheFirstNamesOfTheirClassFoldedWhenTheyAreMany() {
        var home = home(personnel("11", "300102"));
        assertThat(home).contains("Leurs prénoms").doesNotContain("Delmas", "Escande");
        var tile = home.substring(home.indexOf("id=\"t-mes-classes\""));
        assertThat(tile.substring(0, tile.indexOf("</section>")))
                .contains("Leurs prénoms", "Adam, ", "Salomé")
                .doesNotContain("Delmas", "Escande", "Bastide");
        assertThat(home(personnel("11", "300104")))
                .doesNotContain("Leurs prénoms")
                .containsPattern("<p>[^<]+, [^<]+, [^<]+</p>");
    }

    @Test
    void tellsTwoOfOneNameApartOnTheirTeachersHome() {
        jdbc.sql("update annuaire.eleve set prenom = 'ZOE' where id = :nino")
                .param("nino", eleve("500112"))
                .update();
        jdbc.sql("update annuaire.eleve set prenom = 'ZOE' where id = :zoe")
                .param("zoe", eleve("500107"))
                .update();
        assertThat(home(personnel("11", "300102"))).contains("Zoe D., Zoe L.");
    }

    @Test
    void keepsAClassFromEveryStranger() {
        var cm1 = "/annuaire/classes/" + reperes.classe("11", "514");
        assertThat(status(personnel("11", "300102"), cm1)).isEqualTo(HttpStatus.OK.value());
        assertThat(status(personnel("11", "300101"), cm1)).isEqualTo(HttpStatus.OK.value());
        for (var stranger : new UUID[] {
            personnel("11", "300103"),
            personnel("11", "300109"),
            personnel("16", "300101"),
            responsable("700101"),
            eleve("500101"),
            agent("Puech"),
            agent("Vidal")
        }) {
            assertThat(status(stranger, cm1)).isEqualTo(HttpStatus.NOT_FOUND.value());
        }
    }

    @Test
    void findsNothingBehindAnIdThatIsNone() {
        assertThat(status(personnel("11", "300102"), "/annuaire/classes/abc")).isEqualTo(HttpStatus.NOT_FOUND.value());
    }

    @Test
    void takesAClassFromATeacherWhoLeftTheSchool() {
        var teacher = personnel("11", "300105");
        jdbc.sql("delete from annuaire.fonction where personnel_id = :id")
                .param("id", teacher)
                .update();
        assertThat(status(teacher, "/annuaire/classes/" + reperes.classe("11", "513")))
                .isNotEqualTo(HttpStatus.OK.value());
    }

    @Test
    void costsOneRoundTripAtMostOnceTheSessionIsKnown() {
        for (var someone : List.of(responsable("700101"), personnel("11", "300102"), personnel("11", "300101"))) {
            assertThat(warmHome(someone)).as("rooms have told").isEmpty();
        }
        assertThat(warmHome(agent("Vidal"))).as("the region counts what moves").hasSize(1);
    }

    private List<String> warmHome(UUID personne) {
        var cookie = as.personne(personne);
        return ComptageSql.ofWarmPage(() -> mvc.get().uri("/").cookie(cookie).exchange());
    }

    private String home(UUID personne) {
        return page(personne, "/");
    }

    private String page(UUID personne, String address) {
        var answer = mvc.get().uri(address).cookie(as.personne(personne)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private int status(UUID personne, String path) {
        return mvc.get()
                .uri(path)
                .cookie(as.personne(personne))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private UUID personnel(String academie, String id) {
        return reperes.personne(academie, Nature.PERSONNEL, id);
    }

    private UUID responsable(String id) {
        return reperes.personne("11", Nature.RESPONSABLE, id);
    }

    private UUID eleve(String id) {
        return reperes.personne("11", Nature.ELEVE, id);
    }

    private UUID agent(String nom) {
        return jdbc.sql("select id from annuaire.agent where nom = :nom")
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
