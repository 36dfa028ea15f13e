package fr.entecole.portail;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EntTest
class ServiceWebTests {

    private static final Pattern REFUSED =
            Pattern.compile("\\sstyle=|<style|\\son[a-z]+=|<script(?![^>]*\\ssrc=\"/statique/)|javascript:");

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connexion",
                "/accessibilite",
                "/mentions-legales",
                "/donnees-personnelles",
                "/plan-du-site",
                "/aide",
                "/confort",
                "/hors-ligne",
                "/composants"
            })
    void isOpenToEveryoneAndFitsTheContentSecurityPolicy(String address) {
        var body = body(address);

        assertThat(REFUSED.matcher(body).find()).as("inline style or script").isFalse();
        assertThat(body)
                .contains("<html lang=\"fr\"", "<h1", "Accessibilité\u00a0: non conforme", "/plan-du-site")
                .containsOnlyOnce("<h1");
    }

    @Test
    void saysThatNoAuditHasBeenMadeAndWhomToTurnTo() {
        assertThat(body("/accessibilite")).contains("aucun audit", "Défenseur des droits", "106 critères");
    }

    @Test
    void inventsNothingOfWhatTheRegionHasNotSaid() {
        assertThat(body("/mentions-legales")).contains(EntTest.REGION, "EUPL").doesNotContain("Hébergeur", "compléter");
        assertThat(body("/donnees-personnelles")).doesNotContain("Responsable du traitement", "compléter");
        assertThat(body("/accessibilite"))
                .contains("la direction de l’école, ou " + EntTest.REGION)
                .doesNotContain("compléter");
    }

    @Test
    void namesTheRightsTheBasisAndTheArrete() {
        assertThat(body("/donnees-personnelles"))
                .contains("S’opposer", "Rectifier", "Limiter", "Après ma mort", "CNIL")
                .contains("mission d’intérêt public", "MENT0602397A", "MENN1722182A", "id=\"arrete\"");
    }

    @Test
    void remembersTheComfortOfReadingOnTheDevice() {
        var kept = mvc.post()
                .uri("/confort")
                .with(formulaire())
                .param("taille", "grande")
                .param("espace", "")
                .param("contraste", "fort")
                .exchange();

        assertThat(kept).hasStatus(303).hasHeader(HttpHeaders.LOCATION, "/confort?garde");
        var cookie = kept.getResponse().getCookie("confort");
        assertThat(cookie).isNotNull();
        assertThat(cookie.getValue()).isEqualTo("grande.fort");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(mvc.get().uri("/accessibilite").cookie(cookie))
                .bodyText()
                .contains("data-taille=\"grande\"", "data-contraste=\"fort\"");
    }

    @Test
    void forgetsTheComfortWhenEverythingIsNormalAgain() {
        var kept = mvc.post().uri("/confort").with(formulaire()).exchange();

        assertThat(kept).hasStatus(303);
        assertThat(kept.getResponse().getCookie("confort"))
                .isNotNull()
                .satisfies(c -> assertThat(c.getMaxAge()).isZero());
    }

    @Test
    void drawsTheSheetOfComponentsWithoutAnyStyleAttribute() {
        assertThat(body("/composants"))
                .contains("ent-etiquette", "ent-bilan", "ent-carreaux", "data-dire=")
                .contains("id=\"i-signature\"", "id=\"p-oreille\"");
    }

    private String body(String address) {
        var exchange = mvc.get().uri(address).exchange();
        assertThat(exchange).hasStatusOk();
        return new String(exchange.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
