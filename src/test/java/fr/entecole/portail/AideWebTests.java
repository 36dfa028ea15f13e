package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@MondeTest
class AideWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Reperes reperes;

    EnTantQue as;

    @BeforeEach
    void door() {
        as = new EnTantQue(context);
    }

    @Test
    void answersSignedOutWithoutNamingASchoolOrAPerson() {
        assertThat(help(null))
                .contains("J’ai perdu mon accès", "Mon code est refusé", "href=\"/connexion\"", "Numéro :", " h ")
                .doesNotContain("Marie Curie", "Mme ", "/mon-compte", "/mes-donnees");
    }

    /// Which school has the child is not for a guardian who is kept out; whom to call is.
    @Test
    void givesWhoHasNoSchoolHereSomeoneToAsk() {
        assertThat(help(reperes.personne("11", Nature.RESPONSABLE, "700114")))
                .contains("à quelle école vous adresser", EntTest.REGION, "Téléphone :")
                .doesNotContain("Marie Curie");
        var seguier = context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select id from annuaire.personnel where lower(nom) like 's_guier'")
                .query(UUID.class)
                .single();
        assertThat(help(seguier)).contains("dans celle où vous remplacez", EntTest.REGION);
    }

    @Test
    void sendsAParentToTheSchoolsOfTheirChildrenOnly() {
        assertThat(help(reperes.personne("11", Nature.RESPONSABLE, "700101")))
                .contains(
                        "École élémentaire Marie Curie",
                        "Mme Estève",
                        "École maternelle Alphonse Daudet",
                        "M. Rouquette",
                        "href=\"tel:")
                .doesNotContain("Frédéric Mistral", "Lespignan");
    }

    @Test
    void sendsATeacherToTheHeadAndAHeadToTheRegion() {
        assertThat(help(reperes.personne("11", Nature.PERSONNEL, "300102")))
                .contains("Direction : Mme Castans", "C’est ma classe", "Redonner un accès");
        assertThat(help(reperes.personne("11", Nature.PERSONNEL, "300101")))
                .contains(EntTest.REGION, "Téléphone :")
                .doesNotContain("Direction : Mme Castans");
    }

    @Test
    void showsPupilsThreePicturesAndAnEar() {
        for (var eleve : new String[] {"500101", "500102", "500154"}) {
            assertThat(help(reperes.personne("11", Nature.ELEVE, eleve)))
                    .contains("data-dire=\"aide1\"", "data-dire=\"aide3\"", "Appelle un adulte")
                    .doesNotContain("ONDE", EntTest.REGION + " à")
                    .containsPattern("data-dire=\"aide3\" data-voix=\"/statique/");
        }
    }

    @Test
    void costsOneStatementAtMost() {
        assertThat(mvc.get().uri("/aide")).hasStatusOk(); // the node knows the region's words from now on
        for (var someone : new UUID[] {
            reperes.personne("11", Nature.RESPONSABLE, "700101"), reperes.personne("16", Nature.PERSONNEL, "300102")
        }) {
            var cookie = as.personne(someone);
            assertThat(ComptageSql.ofWarmPage(
                            () -> mvc.get().uri("/aide").cookie(cookie).exchange()))
                    .hasSize(1);
        }
        assertThat(ComptageSql.ofPage(() -> mvc.get().uri("/aide").exchange())).isEmpty();
    }

    private String help(@Nullable UUID personne) {
        var request = mvc.get().uri("/aide");
        var answer = (personne == null ? request : request.cookie(as.personne(personne))).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }
}
