package fr.entecole.annuaire.recherche;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom the assistance, the data protection officer and the region find by name, and what a sheet says to each.
@MondeTest
class RechercheDesAgentsWebTests {

    private static final String PATH = "/annuaire/personnes";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID cros;
    UUID lebrun;
    UUID vidal;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        cros = visites.agent("Cros");
        lebrun = visites.agent("Lebrun");
        vidal = visites.agent("Vidal");
    }

    @Test
    void findsForTheAssistanceNeitherAPupilNorAGuardianNorAnotherAcademie() {
        assertThat(found(cros, "benali")).contains("Personne ne correspond").doesNotContain("Samira", "Inès");
        assertThat(found(cros, "faure")).as("académie de Toulouse").contains("Personne ne correspond");
        assertThat(visites.get(cros, PATH + "/" + reperes.personne("11", Nature.ELEVE, id("INES", "BENALI"))))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(visites.agent("Aubrac"), PATH)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(visites.agent("Puech"), PATH)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void tellsTheAssistanceWhoIsOnTheTelephoneAndFromWhichSchool() {
        var school = "/usages/ecoles/" + reperes.ecole("0110358E");
        assertThat(visites.page(cros, PATH)).contains("Parmi les équipes des écoles que vous suivez");
        assertThat(found(cros, "castans"))
                .contains("Hélène Castans", "direction, École élémentaire Marie Curie", "href=\"" + school + "\"")
                .contains("École :");
        assertThat(visites.page(cros, school)).contains("Marie Curie");
        assertThat(visites.page(cros, "/")).contains("Chercher une personne", "Les écoles suivies");
        assertThat(visites.statementsOfPost(cros, PATH, "nom", "castans")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void followsNoSchoolOnceThePerimeterIsOver() {
        jdbc.sql("update annuaire.perimetre set fini_le = depuis where agent_id = ?")
                .param(cros)
                .update();
        try {
            assertThat(found(cros, "castans")).contains("Personne ne correspond");
            assertThat(visites.page(cros, "/usages/ecoles"))
                    .contains("Aucune école n’est suivie", "demandez-lui les vôtres");
        } finally {
            jdbc.sql("update annuaire.perimetre set fini_le = null where agent_id = ?")
                    .param(cros)
                    .update();
        }
    }

    @Test
    void tellsTheOfficerWhatIsHeldWhenceAndUntilWhenAndWritesItDown() {
        var ines = reperes.personne("11", Nature.ELEVE, id("INES", "BENALI"));
        int before = facts("fiche-lue");
        assertThat(found(lebrun, "ines benali")).contains("href=\"" + PATH + "/" + ines + "\"");
        assertThat(facts("personne-cherchee")).isPositive();
        assertThat(visites.page(lebrun, PATH + "/" + ines))
                .contains(
                        "D’où vient cette fiche",
                        "Académie de Montpellier, par son annuaire",
                        "puis trois mois",
                        "Les droits exercés",
                        "Samira Benali")
                .doesNotContain("/annuaire/ecoles/", "Redonner un accès", "/annuaire/lots/");
        assertThat(facts("fiche-lue")).isEqualTo(before + 1);
        assertThat(visites.get(lebrun, "/usages/ecoles")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.page(lebrun, "/")).contains("Chercher une personne").doesNotContain("Les écoles suivies");
    }

    @Test
    void leadsTheRegionFromAChildToTheSchoolTheClassAndTheFamilyAndBack() {
        var ines = reperes.personne("11", Nature.ELEVE, id("INES", "BENALI"));
        var curie = reperes.ecole("0110358E");
        var samira = visites.responsable("700101");
        var page = visites.page(vidal, PATH + "/" + ines);
        assertThat(page)
                .contains(
                        "href=\"/annuaire/ecoles/" + curie + "\"",
                        "href=\"/annuaire/ecoles/" + curie + "/classes\"",
                        "CM1 Mme Estève",
                        "href=\"" + PATH + "/" + samira + "\"");
        assertThat(visites.page(vidal, PATH + "/" + samira)).contains("Enfants", "href=\"" + PATH + "/" + ines + "\"");
        var esteve = visites.personnel("11", "300102");
        assertThat(visites.page(vidal, PATH + "/" + esteve))
                .contains("Enseigne en", "href=\"/annuaire/ecoles/" + curie + "/classes\"", "Redonner un accès");
        for (var link : new String[] {"/annuaire/ecoles/" + curie, "/annuaire/ecoles/" + curie + "/classes"}) {
            assertThat(visites.get(vidal, link)).hasStatusOk();
        }
        assertThat(visites.statements(vidal, PATH + "/" + ines)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void showsAGuardianWhoIsKeptOutAsAnyOther() {
        var timeo = reperes.personne("11", Nature.ELEVE, id("TIMEO", "GALY"));
        assertThat(visites.page(vidal, PATH + "/" + timeo))
                .contains("Yvan Galy")
                .doesNotContain("écarté");
    }

    private String found(UUID who, String nom) {
        var answer = visites.post(who, PATH, "nom", nom);
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }

    private String id(String prenom, String nom) {
        return jdbc.sql("""
                        select aaf_id from annuaire.eleve
                         where academie = '11' and annuaire.cle(prenom) = annuaire.cle(:prenom)
                           and annuaire.cle(nom) = annuaire.cle(:nom) and suspendu_le is null
                        """)
                .param("prenom", prenom)
                .param("nom", nom)
                .query(String.class)
                .single();
    }

    private int facts(String action) {
        return jdbc.sql("select count(*) from journal.fait where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
