package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EntTest
class StatiqueWebTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | br",
                "gzip | gzip",
                "br;q=0, gzip | gzip",
                "br;q=0.0, gzip;q=0 | identity",
                "BR | br",
                "'' | identity",
                "zstd | identity",
                "brotli | identity"
            })
    void choosesTheBestThatTheBrowserTakes(String accepted, String chosen) {
        assertThat(StatiqueController.encoding(accepted)).isEqualTo(chosen);
    }

    @Test
    void sendsTheSheetCompressedOnceAndForEver() throws Exception {
        var address = Statique.adresse("ent.css");
        var brotli = get(address, "gzip, br");
        var gzip = get(address, "gzip");
        var plain = get(address, "identity");

        assertThat(brotli.getHeader(HttpHeaders.CONTENT_ENCODING)).isEqualTo("br");
        assertThat(plain.getHeader(HttpHeaders.CONTENT_ENCODING)).isNull();
        assertThat(brotli.getContentAsByteArray()).hasSizeLessThan(9_500);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.getContentAsByteArray())).readAllBytes())
                .isEqualTo(plain.getContentAsByteArray());
        for (var response : new MockHttpServletResponse[] {brotli, gzip, plain}) {
            assertThat(response.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("public, max-age=31536000, immutable");
            assertThat(response.getHeader(HttpHeaders.VARY)).containsIgnoringCase("accept-encoding");
            assertThat(response.getHeader(HttpHeaders.ETAG)).isNull();
            assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION)).isNull();
            assertThat(response.getHeader(HttpHeaders.SET_COOKIE)).isNull();
            assertThat(response.getContentType()).startsWith("text/css");
        }
    }

    @Test
    void sendsTheSheetOfARoomWithItsPagesOnly() {
        assertThat(mvc.get().uri("/connexion"))
                .hasStatusOk()
                .bodyText()
                .contains(Statique.adresse("ent.css"), Statique.adresse("comptes.css"))
                .doesNotContain(Statique.adresse("registres.css"), Statique.adresse("agenda.css"));
        assertThat(mvc.get().uri("/aide"))
                .hasStatusOk()
                .bodyText()
                .contains(Statique.adresse("ent.css"))
                .doesNotContain(Statique.adresse("comptes.css"));
        assertThat(Statique.feuilles("portail/accueil", "adulte")).isEmpty();
        assertThat(Statique.feuilles("liaison/mots/mot", "adulte")).contains("liaison.css");
    }

    @Test
    void sendsFontsAsTheyAre() throws Exception {
        var font = get(Statique.adresse("andika-400.woff2"), "gzip, br");

        assertThat(font.getContentType()).isEqualTo("font/woff2");
        assertThat(font.getHeader(HttpHeaders.CONTENT_ENCODING)).isNull();
        assertThat(new String(font.getContentAsByteArray(), 0, 4, StandardCharsets.ISO_8859_1))
                .isEqualTo("wOF2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statique/ent.css",
                "/statique/empreintes.txt",
                "/statique/symboles.txt",
                "/statique/ent.0000000000.css"
            })
    void servesNothingButTheListedFiles(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @Test
    void keepsTheOfflinePageAndItsLookInTheBrowser() {
        assertThat(mvc.get().uri("/hors-ligne.js"))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .bodyText()
                .startsWith("const GARDE = ['/hors-ligne', '" + Statique.adresse("ent.css"));
    }

    private MockHttpServletResponse get(String address, String accepted) {
        var answer = mvc.get()
                .uri(address)
                .header(HttpHeaders.ACCEPT_ENCODING, accepted)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse();
    }
}
