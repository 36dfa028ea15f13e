package fr.entecole.mesure.ecoles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.contrats.Reserves;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an inspector reads of their schools: counts that tell nobody.
@MondeTest
class EcolesSuiviesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FamillesJointes familles;

    Visites visites;
    UUID inspection;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        inspection = visites.agent("Aubrac");
    }

    @AfterEach
    void takesThePerimeterBack() {
        jdbc.sql("delete from annuaire.perimetre where agent_id = ?")
                .param(inspection)
                .update();
    }

    @Test
    void showsTheSchoolsOfThePerimeterAndNoOther() {
        assertThat(familles.count()).isEqualTo(8);
        var page = visites.page(inspection, "/usages/ecoles");
        assertThat(page)
                .contains("0110357D", "0110358E", "0110970V", "École par école")
                .doesNotContain("0341406U", "Benali");
        assertThat(visites.page(visites.agent("Vidal"), "/usages/ecoles"))
                .contains("0341406U", "0312962B", "fermée depuis le");
        assertThat(visites.page(visites.agent("Cros"), "/usages/ecoles"))
                .contains("0341406U")
                .doesNotContain("0312962B");
        assertThat(visites.get(visites.agent("Lebrun"), "/usages/ecoles")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.get(visites.personnel("11", "300101"), "/usages/ecoles"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.statements(inspection, "/usages/ecoles")).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.page(inspection, "/")).contains("Les écoles suivies");
    }

    @Test
    void countsOnTheHomeTheSchoolsOfThePageWhereThePerimeterIsWider() {
        assertThat(visites.page(inspection, "/")).contains("dans votre circonscription");
        jdbc.sql(
                        "insert into annuaire.perimetre (agent_id, genre, cible, depuis) values (?, 'REGION', '', '2026-09-01')")
                .param(inspection)
                .update();
        var all = jdbc.sql("select count(*) from annuaire.structure where genre = 'ECOLE'")
                .query(Long.class)
                .single();
        assertThat(visites.page(inspection, "/usages/ecoles")).contains("<dt>écoles</dt><dd>" + all + "</dd>");
        assertThat(visites.page(inspection, "/")).contains("Vous suivez " + all + " écoles");
    }

    @Test
    void saysNoPartUnderFiveNorTheOneThatWouldTellIt() {
        jdbc.sql("delete from mesure.jointe").update();
        counted("0110358E", 40, 37);
        counted("0110357D", 60, 20);
        assertThat(visites.page(inspection, "/usages/ecoles"))
                .as("nothing is compared with itself")
                .doesNotContain("Où les familles manquent le plus", "33 %");
        counted("0110970V", 50, 30);
        counted("0110359F", 6, 3);
        var page = visites.page(inspection, "/usages/ecoles");
        assertThat(page)
                .contains(
                        "20 sur 60",
                        "presque la totalité, sur 40",
                        "non dit, sur 6<",
                        "moins de 5",
                        "33 %",
                        "dans 2 écoles")
                .contains("dans ce compte d’enfants")
                .doesNotContain(">37", "37 sur", "92 %");
        assertThat(page)
                .as("the sum leaves out what is not said")
                .contains("sur 60")
                .doesNotContain("sur 100<", ">57<");
        assertThat(visites.page(inspection, "/usages/ecoles?voir=familles"))
                .contains("0110357D")
                .doesNotContain("<br><span class=\"ent-petit ent-doux\">0110358E");
    }

    @Test
    void placesSchoolsWhereThePublicAnnuaireSaysTheyAre() {
        jdbc.sql("""
                        insert into annuaire.officielle (uai, academie, nom, latitude, longitude, ouverte, lue_le)
                        values ('0110357D', '11', 'x', 43.2, 2.75, true, now()), ('0110358E', '11', 'y', 43.21, 2.76, true, now())
                        on conflict do nothing
                        """).update();
        assertThat(visites.page(inspection, "/usages/ecoles"))
                .contains(
                        "Sur la carte",
                        "role=\"group\" aria-labelledby=\"carte-nom\"",
                        "<a href=\"/usages/ecoles/" + ecole("0110358E") + "\" tabindex=\"-1\">",
                        "<rect x=",
                        "sur la carte : l’annuaire public ne dit pas où",
                        ">non dit</li>");
        var points = Points.of(List.of(placed(43.0, 2.0), placed(44.0, 2.0)));
        assertThat(points.getFirst().y())
                .as("south is down")
                .isGreaterThan(points.getLast().y());
        assertThat(points)
                .allMatch(p -> p.x() >= 0 && p.x() <= Points.LARGEUR && p.y() >= 0 && p.y() <= Points.HAUTEUR);
        assertThat(Points.of(List.of())).isEmpty();
    }

    @Test
    void countsNobodyWhoHasAskedForIt() {
        familles.count();
        var before = counts();
        for (var personne : List.of(visites.eleve("500101"), visites.personnel("11", "300102"))) {
            jdbc.sql("insert into rgpd.reserve (personne_id, genre, depuis) values (:personne, 'COMPTAGE', now())")
                    .param("personne", personne)
                    .update();
        }
        var reserves = context.getBean(Reserves.class);
        reserves.refresh();
        familles.count();
        var after = counts();
        jdbc.sql("delete from rgpd.reserve").update();
        reserves.refresh();
        assertThat(after)
                .as("children of families, pupils, the team")
                .containsExactly(before.get(0) - 1, before.get(1) - 1, before.get(2) - 1);
    }

    private List<Integer> counts() {
        return jdbc.sql("select enfants, eleves, equipe from mesure.jointe where ecole_id = :ecole")
                .param("ecole", ecole("0110358E"))
                .query((rs, _) -> List.of(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
                .single();
    }

    private static EcoleSuivie placed(double latitude, double longitude) {
        var aucun = new Venus(0, 0);
        return new EcoleSuivie(
                UUID.randomUUID(),
                "École",
                "0110357D",
                null,
                null,
                null,
                aucun,
                aucun,
                aucun,
                false,
                0,
                latitude,
                longitude);
    }

    private UUID ecole(String uai) {
        return context.getBean(Reperes.class).ecole(uai);
    }

    private void counted(String uai, int enfants, int joints) {
        jdbc.sql("""
                        insert into mesure.jointe (ecole_id, jour, enfants, joints) values (:ecole, :jour, :enfants, :joints)
                        on conflict (ecole_id) do update set enfants = excluded.enfants, joints = excluded.joints
                        """)
                .param("ecole", ecole(uai))
                .param("jour", LocalDate.of(2026, 11, 23))
                .param("enfants", enfants)
                .param("joints", joints)
                .update();
    }
}
