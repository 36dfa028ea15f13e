package fr.entecole.socle.langue;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.PageResolver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// In which language a request is answered.
@EntTest
class LangueWebTests {

    private static final Cookie OCCITAN = new Cookie(LangueDuLecteur.COOKIE, "oc");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PageResolver pages;

    @LocalServerPort
    int port;

    @Test
    void answersInTheLanguageChosenOnTheDevice() {
        assertThat(mvc.get().uri("/connexion").cookie(OCCITAN))
                .hasStatusOk()
                .hasHeader("Content-Language", "oc")
                .bodyText()
                .contains("<html lang=\"oc\"", "Dintrar dins l’ENT-École", "Senhal")
                .contains("J’ai la feuille de l’école")
                .doesNotContain("Entrer dans l’ENT-École", "Mot de passe");
    }

    @Test
    void answersAnErrorInTheLanguageChosenOnTheDevice() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/statique/absente.css"))
                            .header("Cookie", "langue=oc")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("<html lang=\"oc\"", "Ajuda");
        }
    }

    @Test
    void speaksFrenchToABrowserOfAnyLanguageAsLongAsNoneIsOffered() {
        for (var accepted : new String[] {"oc", "en-GB,en;q=0.9", "de"}) {
            assertThat(mvc.get().uri("/connexion").header("Accept-Language", accepted))
                    .hasStatusOk()
                    .hasHeader("Content-Language", "fr")
                    .bodyText()
                    .contains("<html lang=\"fr\"", "Entrer dans l’ENT-École");
        }
        assertThat(mvc.get().uri("/connexion").cookie(new Cookie(LangueDuLecteur.COOKIE, "xx")))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"fr\"");
        assertThat(mvc.get().uri("/confort")).hasStatusOk().bodyText().doesNotContain("name=\"langue\"");
    }

    @Test
    void keepsTheLanguageThatIsChosen() {
        var kept = mvc.post()
                .uri("/confort")
                .param("langue", "oc")
                .with(formulaire())
                .exchange();
        assertThat(kept).hasStatus(303);
        assertThat(kept.getResponse().getCookie("langue"))
                .isNotNull()
                .satisfies(c -> assertThat(c.getValue()).isEqualTo("oc"))
                .satisfies(c -> assertThat(c.isHttpOnly()).isTrue());
        var other = mvc.post()
                .uri("/confort")
                .param("langue", "\"><script>")
                .with(formulaire())
                .exchange();
        assertThat(other).hasStatus(303);
        assertThat(other.getResponse().getCookie("langue")).isNull();
    }

    @Test
    void offersTheLanguagesThatTheRegionOffers() throws Exception {
        var request = new MockHttpServletRequest("GET", "/confort");
        var page = pages.page(request)
                .view("portail/confort", Map.of("garde", false, "langues", List.copyOf(Langue.toutes())));
        var response = new MockHttpServletResponse();
        new Gabarits()
                .resolveViewName(Objects.requireNonNull(page.getViewName()), Locale.FRANCE)
                .render(page.getModel(), request, response);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .containsPattern("name=\"langue\" value=\"fr\" checked")
                .containsPattern("name=\"langue\" value=\"oc\"")
                .contains("Occitan");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            oc                    | -  | oc
            oc-FR,fr;q=0.8        | -  | oc
            fr-FR,fr;q=0.9,oc;q=1 | -  | fr
            en,fr;q=0.5           | -  | fr
            en                    | -  | fr
            -                     | -  | fr
            *                     | -  | fr
            ;;q=x                 | -  | fr
            oc                    | fr | fr
            fr                    | oc | oc
            """)
    void followsABrowserInTheLanguagesThatAreOffered(@Nullable String accepted, @Nullable String chosen, String spoken)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        if (accepted != null) {
            request.addHeader("Accept-Language", accepted);
        }
        if (chosen != null) {
            request.setCookies(new Cookie(LangueDuLecteur.COOKIE, chosen));
        }
        var heard = new ArrayList<Langue>();
        FilterChain chain = (_, _) -> heard.add(Langue.courante());
        new LangueDuLecteur(new LanguesReglages(List.of("oc"))).doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(heard).containsExactly(Langue.of(spoken).orElseThrow());
    }
}
