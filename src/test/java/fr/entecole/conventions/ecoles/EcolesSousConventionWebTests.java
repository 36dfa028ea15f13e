package fr.entecole.conventions.ecoles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where schools stand, as those who direct or follow them read it.
@MondeTest
class EcolesSousConventionWebTests {

    private static final String NEUVE = "0110000P";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID castans;
    UUID inspection;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        castans = visites.personnel("11", "300101");
        inspection = visites.agent("Aubrac");
    }

    @Test
    void speaksOfOneSchoolToWhoDirectsOneAndOfSeveralToWhoFollowsSeveral() {
        assertThat(visites.page(castans, "/conventions/ecoles"))
                .contains("<h1>La convention de l’école</h1>")
                .doesNotContain("Les conventions des écoles");
        assertThat(visites.page(castans, "/")).contains("La convention de l’école");
        assertThat(visites.page(inspection, "/conventions/ecoles"))
                .contains("<h1>Les conventions des écoles</h1>")
                .doesNotContain("La convention de l’école");
        assertThat(visites.page(inspection, "/"))
                .contains("Les conventions des écoles")
                .doesNotContain("La convention de l’école");
        assertThat(visites.statements(inspection, "/conventions/ecoles")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void tellsASchoolThatNeverOpenedFromOneThatClosed() {
        jdbc.sql("""
                        insert into annuaire.structure (academie, genre, uai, nom_courant, circonscription_id)
                        select '11', 'ECOLE', :neuve, 'E.M.PU$LA TOUTE NEUVE$LEZIGNAN-CORBIERES', circonscription_id
                          from annuaire.structure where id = :curie
                        """)
                .param("neuve", NEUVE)
                .param("curie", reperes.ecole("0110358E"))
                .update();
        visites.close("0110357D");
        try {
            assertThat(visites.page(inspection, "/conventions/ecoles"))
                    .containsPattern("(?s)La Toute Neuve</th>(?:(?!</tr>).)*pas encore ouverte")
                    .containsPattern("(?s)Frédéric Mistral</th>(?:(?!</tr>).)*fermée(?:(?!</tr>).)*depuis le");
        } finally {
            visites.open("0110357D");
            jdbc.sql("delete from annuaire.structure where uai = :neuve")
                    .param("neuve", NEUVE)
                    .update();
        }
    }
}
