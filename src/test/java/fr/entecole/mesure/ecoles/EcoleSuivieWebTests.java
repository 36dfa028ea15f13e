package fr.entecole.mesure.ecoles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an inspector reads of one of their schools: what it is, where it stands, counts that tell nobody.
@MondeTest
class EcoleSuivieWebTests {

    private static final String NEUVE = "0110000N";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    FamillesJointes familles;

    Visites visites;
    UUID inspection;
    UUID curie;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        inspection = visites.agent("Aubrac");
        curie = reperes.ecole("0110358E");
        jdbc.sql("""
                        insert into annuaire.structure (academie, genre, uai, nom_courant, circonscription_id)
                        select '11', 'ECOLE', :neuve, 'E.M.PU$LA TOUTE NEUVE$LEZIGNAN-CORBIERES', circonscription_id
                          from annuaire.structure where id = :curie
                        """).param("neuve", NEUVE).param("curie", curie).update();
    }

    @AfterEach
    void leavesTheWorldAsItWas() {
        jdbc.sql("delete from annuaire.structure where uai = :neuve")
                .param("neuve", NEUVE)
                .update();
        jdbc.sql("delete from annuaire.signalement where code like 'essai-%' or attribut = 'essai'")
                .update();
        jdbc.sql("delete from mesure.jointe").update();
    }

    @Test
    void hasNoPageForASchoolOfAnotherPerimeterNorForWhoFollowsNone() {
        var lespignan = reperes.ecole("0341406U");
        assertThat(visites.get(inspection, path(lespignan))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(visites.agent("Klein"), path(lespignan))).hasStatus(HttpStatus.NOT_FOUND);
        var toulouse = reperes.ecole("0311710R");
        assertThat(visites.get(visites.agent("Cros"), path(toulouse))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(visites.agent("Lebrun"), path(curie))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(visites.agent("Puech"), path(curie))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(visites.personnel("11", "300101"), path(curie))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(inspection, path(UUID.randomUUID()))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.page(visites.agent("Vidal"), path(lespignan))).contains("0341406U", "Élémentaire");
    }

    @Test
    void saysWhatTheSchoolIsWhoDirectsItAndNoOneElse() {
        assertThat(familles.count()).isPositive();
        var page = visites.page(inspection, path(curie));
        assertThat(page)
                .contains(
                        "École élémentaire Marie Curie",
                        "0110358E",
                        "<dd>Élémentaire</dd>",
                        "Lézignan-Corbières",
                        "Circonscription",
                        "Hélène Castans",
                        "Ouverte depuis le",
                        "Qui est déjà venu",
                        "Où en est sa convention",
                        "/usages?ou=" + curie)
                .doesNotContain("Benali", "Estève", "Galy");
        assertThat(visites.statements(inspection, path(curie))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.page(inspection, "/usages?ou=" + curie)).contains("Marie Curie");
        assertThat(visites.page(inspection, "/usages/ecoles")).contains("<a href=\"" + path(curie) + "\">");
        assertThat(visites.page(inspection, "/")).contains("<a href=\"" + path(curie) + "\">");
    }

    @Test
    void tellsASchoolThatNeverOpenedFromOneThatClosed() {
        var neuve = reperes.ecole(NEUVE);
        assertThat(visites.page(inspection, path(neuve)))
                .contains("pas encore ouverte", "Elle n’a jamais été ouverte", "Maternelle")
                .doesNotContain("fermée", "/usages?ou=");
        assertThat(visites.page(inspection, "/usages/ecoles")).contains("pas encore ouverte");
        assertThat(visites.page(inspection, "/")).contains("pas encore ouverte");
        visites.close("0110358E");
        try {
            assertThat(visites.page(inspection, path(curie)))
                    .contains("fermée depuis le", "Travaux.")
                    .doesNotContain("pas encore ouverte", "/usages?ou=");
            assertThat(visites.page(inspection, "/usages/ecoles")).contains("fermée depuis le");
        } finally {
            visites.open("0110358E");
        }
    }

    @Test
    void countsPupilsFamiliesAndStaffWithoutAPartUnderFiveNorTheOneThatWouldTellIt() {
        counted(new Venus(40, 37), new Venus(60, 20), new Venus(9, 6));
        var page = visites.page(inspection, path(curie));
        assertThat(page)
                .contains(
                        "20 sur 60",
                        "<td>40</td>",
                        "presque la totalité, sur 40",
                        "Enfants dont aucun responsable n’est encore venu : moins de 5.",
                        "non dit, sur 9")
                .doesNotContain("37 sur", ">37<", "92 %", "6 sur 9");
        counted(new Venus(60, 20), new Venus(60, 2), new Venus(3, 3));
        assertThat(visites.page(inspection, path(curie)))
                .contains(
                        "Enfants dont aucun responsable n’est encore venu : 40.",
                        "moins de 5, sur 60",
                        "<b>non dit</b>")
                .doesNotContain("3 sur 3", "2 sur 60", ">58<");
    }

    @Test
    void saysThatNothingIsCountedYet() {
        jdbc.sql("delete from mesure.jointe").update();
        assertThat(visites.page(inspection, path(curie))).contains("Le premier compte se fera cette nuit.");
        assertThat(visites.page(inspection, path(reperes.ecole(NEUVE))))
                .contains("Rien n’est compté tant qu’elle n’est pas ouverte.");
    }

    @Test
    void countsWhatTheFeedSaysByKindWithoutNamingAnyoneNorTellingWhatIsFew() {
        var neuve = reperes.ecole(NEUVE);
        assertThat(visites.page(inspection, path(neuve))).contains("Rien à corriger");
        said(neuve, "ine-absent", 12);
        said(neuve, "courriel-invalide", 8);
        assertThat(visites.page(inspection, path(neuve)))
                .contains("L’élève n’a pas d’INE.", ">12</td>", ">8</td>", "fiches à corriger : 20.");
        said(neuve, "telephone-invalide", 3);
        assertThat(visites.page(inspection, path(neuve)))
                .as("those under five, and the smallest of the others")
                .contains(">12</td>", "fiches à corriger : 23.")
                .doesNotContain(">8</td>", ">3</td>")
                .containsPattern("Le numéro de téléphone n’en est pas un[^<]*</th><td[^>]*>non dit<")
                .containsPattern("L’adresse de courriel n’en est pas une[^<]*</th><td[^>]*>non dit<");
        assertThat(Signale.of(neuve, Map.of())).isEmpty();
    }

    private static String path(UUID ecole) {
        return "/usages/ecoles/" + ecole;
    }

    private void said(UUID ecole, String code, int people) {
        for (int i = 0; i < people; i++) {
            jdbc.sql("""
                            insert into annuaire.signalement (structure_id, academie, nature, personne_id, code, attribut)
                            values (:ecole, '11', 'ELEVE', gen_random_uuid(), :code, 'essai')
                            """).param("ecole", ecole).param("code", code).update();
        }
    }

    private void counted(Venus enfants, Venus eleves, Venus equipe) {
        jdbc.sql("delete from mesure.jointe").update();
        jdbc.sql("insert into mesure.jointe values (:ecole, :jour, :enfants, :joints, :eleves, :ev, :equipe, :qv)")
                .param("ecole", curie)
                .param("jour", LocalDate.of(2026, 11, 23))
                .param("enfants", enfants.tous())
                .param("joints", enfants.venus())
                .param("eleves", eleves.tous())
                .param("ev", eleves.venus())
                .param("equipe", equipe.tous())
                .param("qv", equipe.venus())
                .update();
    }
}
