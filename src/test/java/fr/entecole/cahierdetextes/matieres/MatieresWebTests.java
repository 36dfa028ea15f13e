package fr.entecole.cahierdetextes.matieres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mme Castans writes the subjects of Marie Curie; Mme Estève finds them, other schools do not.
@MondeTest
class MatieresWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID castans;
    UUID esteve;
    UUID curie;
    String cm1;
    String cycle3;

    @BeforeEach
    void programmes() {
        visites = new Visites(context);
        jdbc.sql("delete from cahierdetextes.matieres").update();
        castans = visites.personnel("11", "300101");
        esteve = visites.personnel("11", "300102");
        curie = reperes.ecole("0110358E");
        cm1 = "/cahierdetextes/classes/" + reperes.classe("11", "514") + "/nouveau";
        cycle3 = "/cahierdetextes/matieres/" + curie + "/CYCLE_3";
    }

    @Test
    void areWrittenByTheHeadOfTheSchoolAlone() {
        for (var other : List.of(
                esteve, visites.personnel("11", "300114"), visites.responsable("700101"), visites.eleve("500101"))) {
            assertThat(visites.post(other, cycle3, "noms", "Échecs")).hasStatus(404);
        }
        assertThat(visites.get(esteve, "/cahierdetextes/matieres")).hasStatus(404);
        assertThat(visites.post(castans, "/cahierdetextes/matieres/" + curie + "/LYCEE", "noms", "Échecs"))
                .hasStatus(404);
        assertThat(jdbc.sql("select count(*) from cahierdetextes.matieres")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void takeThePlaceOfThoseOfTheProgrammesUntilTheseComeBack() {
        assertThat(visites.page(castans, "/cahierdetextes/cahiers")).contains("/cahierdetextes/matieres");
        assertThat(visites.page(castans, "/cahierdetextes/matieres"))
                .contains("CM1 et CM2", "Du CP au CE2", "Géographie")
                .doesNotContain("Maternelle", "Revenir à la liste d’origine");
        assertThat(visites.page(esteve, cm1)).contains("Géographie").doesNotContain("Échecs");
        assertThat(visites.post(castans, cycle3, "noms", "  Échecs\r\n\r\nMaths\r\nÉchecs"))
                .hasRedirectedUrl("/cahierdetextes/matieres?fait=reglees");
        assertThat(visites.page(esteve, cm1)).contains("Échecs", "Maths").doesNotContain("Géographie");
        assertThat(visites.statements(esteve, cm1)).hasSizeLessThanOrEqualTo(5);
        var gaubert = visites.personnel("11", "300105");
        assertThat(visites.page(gaubert, "/cahierdetextes/classes/" + reperes.classe("11", "513") + "/nouveau"))
                .as("another cycle")
                .doesNotContain("Échecs");
        assertThat(visites.page(castans, "/cahierdetextes/matieres")).contains("Revenir à la liste d’origine");
        assertThat(visites.post(castans, cycle3, "geste", "origine"))
                .hasRedirectedUrl("/cahierdetextes/matieres?fait=origine");
        assertThat(visites.page(esteve, cm1)).contains("Géographie").doesNotContain("Échecs");
        assertThat(jdbc.sql("select count(*) from cahierdetextes.matieres where remplace_le is not null")
                        .query(Integer.class)
                        .single())
                .as("what was stays, dated")
                .isOne();
    }

    @Test
    void giveBackWhatWasTypedWhenItIsTooMuch() {
        for (var wrong : List.of("  \n ", "x".repeat(41), many(26))) {
            var answer = visites.post(castans, cycle3, "noms", wrong);
            assertThat(answer).hasStatus(422);
            assertThat(Visites.words(answer)).contains("Écrivez de 1 à 25 matières");
        }
        assertThat(Visites.words(visites.post(castans, cycle3, "noms", "y".repeat(41))))
                .contains("y".repeat(41));
    }

    private static String many(int count) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("Matière ").append(i).append('\n');
        }
        return all.toString();
    }
}
