package fr.entecole.annuaire.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Search by name: each finds inside what they may see, however a name is typed.
@MondeTest
class RechercheWebTests {

    private static final String PATH = "/annuaire/personnes";
    private static final String NOBODY = "Personne ne correspond";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID esteve;
    UUID head;
    UUID samira;
    UUID vidal;

    @BeforeEach
    void fourWhoSearch() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        head = visites.personnel("11", "300101");
        samira = visites.responsable("700101");
        vidal = visites.agent("Vidal");
    }

    @Test
    void findsForATeacherOnlyTheirPupilsTheirGuardiansAndColleagues() {
        for (var hidden : List.of("Younes", "Danylo", "Kovalenko", "Salvagnac", "Puech", "Lebrun", "Cherqui")) {
            assertThat(search(esteve, hidden)).as(hidden).contains(NOBODY);
        }
        assertThat(search(esteve, "benali"))
                .contains("Inès Benali", "Samira Benali", "06 39 98 10 37", "mère : Inès Benali")
                .doesNotContain("Younes");
        assertThat(search(esteve, "oustry"))
                .contains("Vincent Oustry", "École :", "tel:+33199001102")
                .doesNotContain("Redonner un accès");
        assertThat(search(esteve, "calas")).contains("Pascale Calas");
    }

    @Test
    void leadsEachResultSomewhere() {
        var samira = visites.responsable("700101");
        assertThat(search(head, "samira benali"))
                .contains("Redonner un accès<span", "/comptes/personnes/" + samira + "/acces", "tel:");
        assertThat(search(head, "oustry")).contains("Redonner un accès", "tel:+33199001102");
        assertThat(search(head, "castans")).contains("tel:").doesNotContain("Redonner un accès");
        assertThat(search(samira, "esteve")).contains("Claire Estève", "tel:+33199001102");
    }

    @Test
    void findsAGuardianKeptOutForTheHeadAloneAndNothingButTheDecision() {
        assertThat(search(esteve, "yvan")).contains(NOBODY);
        assertThat(search(esteve, "galy")).contains("Timéo Galy").doesNotContain("Yvan", "01 99 00 42 46");
        assertThat(search(visites.personnel("11", "300109"), "yvan")).contains(NOBODY);
        assertThat(search(head, "yvan"))
                .contains("Yvan Galy", "responsable écarté : Timéo Galy", "/restrictions\"")
                .doesNotContain("01 99 00 42 46", "Redonner un accès<span");
    }

    @Test
    void findsForAHeadTheirSchoolAndNoOther() {
        assertThat(search(head, "kovalenko")).contains("Danylo", "Olena", "06 39 98 40 34");
        for (var hidden : List.of("Younes", "Rouquette", "Haddad", "Salvagnac")) {
            assertThat(search(head, hidden)).as(hidden).contains(NOBODY);
        }
        assertThat(search(visites.personnel("11", "300109"), "younes")).contains("Younes Benali");
    }

    @Test
    void findsForAParentTeachersAndHeadsOfTheirChildrenOnly() {
        assertThat(search(samira, "esteve"))
                .contains("Claire Estève", "Marie Curie", "tel:+33199001102")
                .doesNotContain("06 39");
        assertThat(search(samira, "castans")).contains("Hélène Castans", "direction");
        assertThat(search(samira, "rouquette")).contains("Bastien Rouquette");
        for (var hidden : List.of("Karim", "Inès", "Jeanne", "Vidalou", "Calas", "Amara", "Puech")) {
            assertThat(search(samira, hidden)).as(hidden).contains(NOBODY);
        }
        assertThat(search(visites.responsable("700114"), "esteve")).contains(NOBODY);
    }

    @Test
    void findsAnyoneForTheAdministratorWithoutTheirTelephone() {
        assertThat(search(vidal, "benali"))
                .contains("Inès", "Younes", "Samira", "Karim")
                .doesNotContain("tel:");
        assertThat(search(vidal, "puech")).contains("Nadège Puech", "Lézignan-Corbières");
        assertThat(search(vidal, "esteve")).contains("Claire Estève", "Marie Curie");
        assertThat(search(vidal, "galy"))
                .contains("Yvan Galy", "Timéo Galy", "École élémentaire Marie Curie")
                .doesNotContain("écart");
    }

    @Test
    void isNothingForTheOthers() {
        for (var other : List.of(visites.eleve("500101"), visites.agent("Puech"), visites.byHand("Calas"))) {
            assertThat(visites.get(other, PATH)).hasStatus(404);
            assertThat(visites.post(other, PATH, "nom", "benali")).hasStatus(404);
        }
        for (var other : List.of(esteve, head, samira)) {
            assertThat(visites.get(other, PATH + "/" + samira)).hasStatus(404);
        }
        assertThat(visites.get(vidal, PATH + "/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void findsNobodyOfAClosedSchool() {
        visites.close("0110358E");
        try {
            assertThat(search(samira, "esteve")).contains(NOBODY);
            assertThat(search(samira, "rouquette")).contains("Bastien Rouquette");
        } finally {
            visites.open("0110358E");
        }
    }

    @Test
    void doesNotCountHowANameIsTyped() {
        named("Ğülşen", "D'ESTÈVE--PUJOL");
        for (var typed : List.of(
                "d’Estève-Pujol",
                "D'ESTEVE PUJOL",
                "pujol esteve",
                "desteve",
                "estève pujol",
                "gulsen",
                "GÜLŞEN pujol",
                "pujol g",
                " d'estève   pujol ",
                "pujo")) {
            assertThat(search(vidal, typed)).as(typed).contains("Pujol").doesNotContain(NOBODY);
        }
        named("Ștefan", "WAŁĘSA");
        for (var typed : List.of("Ştefan", "stefan walesa", "Wałęsa", "s\u0326tefan", "walesa s")) {
            assertThat(search(vidal, typed)).as(typed).doesNotContain(NOBODY);
        }
        named("Jean-Baptiste", "LE GŒUFF");
        for (var typed : List.of("jeanbaptiste", "jean baptiste", "legoeuff", "gœuff jean", "Le Goeuff")) {
            assertThat(search(vidal, typed)).as(typed).doesNotContain(NOBODY);
        }
        assertThat(search(vidal, "aptiste")).contains(NOBODY);
    }

    @Test
    void findsANameOfOneLetter() {
        named("Y", "O");
        for (var typed : List.of("o", "Y o", "o y", "y")) {
            assertThat(search(vidal, typed)).as(typed).contains("Y O</");
        }
        assertThat(search(vidal, "o")).contains("écrivez au moins deux lettres").doesNotContain("Oustry");
        assertThat(search(vidal, "Y o")).doesNotContain("deux lettres");
    }

    @Test
    void asksForTwoLettersWhereOneFindsNobody() {
        assertThat(search(esteve, "a"))
                .contains("Écrivez au moins deux lettres", "value=\"a\"")
                .doesNotContain(NOBODY);
        assertThat(search(esteve, "xq")).contains(NOBODY).doesNotContain("deux lettres");
    }

    @Test
    void asksForANameAndKeepsWhatWasTyped() {
        for (var typed : List.of("", "  ", "-’-", "%_", "😀", "a".repeat(101))) {
            assertThat(visites.post(esteve, PATH, "nom", typed)).hasStatus(422);
        }
        for (var typed : List.of("o'neil & | ! ( ) : *", "be\u0000nali", "\\", "ª", "a:*", "李", "Оле", "ben'; --")) {
            assertThat(visites.post(vidal, PATH, "nom", typed).getResponse().getStatus())
                    .as(typed)
                    .isLessThan(500);
        }
        assertThat(search(esteve, "Xanadu")).contains(NOBODY, "value=\"Xanadu\"");
    }

    @Test
    void showsThirtyAndSaysThatThereAreOthers() {
        jdbc.sql("""
                        insert into annuaire.responsable (academie, nom, prenom)
                        select '11', 'ZZYX', 'ANNA' from generate_series(1, 40)
                        """).update();
        var page = search(vidal, "zzyx");
        assertThat(page.split("Anna Zzyx", -1)).hasSize(31);
        assertThat(page).contains("Il y en a d’autres");
    }

    @Test
    void tellsHomonymsByTheirBirth() {
        assertThat(search(vidal, "leo martin")).containsPattern("Léo Martin.*20\\d\\d[\\s\\S]*Léo Martin.*20\\d\\d");
    }

    @Test
    void showsTheAdministratorWhoAndWhereAndNoMore() {
        assertThat(visites.page(vidal, PATH + "/" + esteve))
                .contains("Claire Estève", "Marie Curie", "Redonner un accès");
        assertThat(visites.page(vidal, PATH + "/" + samira))
                .contains("Samira Benali", "Responsable", "Alphonse Daudet", "Inès Benali")
                .doesNotContain("06 39", "OLIVIERS", "Redonner un accès");
    }

    @Test
    void costsOneStatementAndATraceForTheAdministratorOrWhoHasComeForATeacher() {
        for (var seeker : List.of(esteve, head, samira, vidal)) {
            var statements = visites.statementsOfPost(seeker, PATH, "nom", "benali");
            assertThat(statements).hasSize(seeker.equals(vidal) || seeker.equals(esteve) ? 2 : 1);
            assertThat(visites.statements(seeker, PATH)).isEmpty();
        }
        assertThat(visites.statements(vidal, PATH + "/" + esteve)).hasSize(2);
    }

    @Test
    void asksTheHeadForWhoHasComeAndOtherwiseLetsATeacherGive() {
        var request = "/comptes/personnes/" + samira + "/demande";
        var access = "/comptes/personnes/" + samira + "/acces";
        for (boolean come : new boolean[] {false, true}) { // and stays so, as in the named world
            came(come);
            if (come) {
                assertThat(search(esteve, "samira"))
                        .contains("Demander un nouvel accès à la direction", request)
                        .doesNotContain(access);
            } else {
                assertThat(search(esteve, "samira")).contains(access).doesNotContain(request);
            }
            assertThat(search(head, "samira")).contains(access);
        }
    }

    private void came(boolean come) {
        jdbc.sql("update comptes.compte set active_le = case when :come then now() end where personne_id = :id")
                .param("come", come)
                .param("id", samira)
                .update();
    }

    private String search(UUID personne, String nom) {
        var answer = visites.post(personne, PATH, "nom", nom);
        assertThat(answer).as(nom).hasStatusOk();
        var page = Visites.words(answer);
        return page.substring(0, page.indexOf("<footer")); // where the number of assistance stands
    }

    private void named(String prenom, String nom) {
        jdbc.sql("insert into annuaire.responsable (academie, nom, prenom) values ('11', :nom, :prenom)")
                .param("nom", nom)
                .param("prenom", prenom)
                .update();
    }
}
