package fr.entecole.socle.langue;

import static fr.entecole.Formulaire.formulaire;
import static fr.entecole.socle.Phrases.t;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
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

    @LocalServerPort
    int port;

    @Test
    void answersInTheLanguageChosenOnTheDevice() {
        assertThat(mvc.get().uri("/connexion").cookie(OCCITAN))
                .hasStatusOk()
                .hasHeader("Content-Language", "oc")
                .bodyText()
                .contains("<html lang=\"oc\"", "Dintrar dins l’ENT-École", "Senhal")
                .doesNotContain("J’ai la feuille de l’école", "Entrer dans l’ENT-École", "Mot de passe");
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
    void speaksFrenchToABrowserOfALanguageThatIsNotOffered() {
        for (var accepted : new String[] {"de", "nl-BE,nl;q=0.9", "*"}) {
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
    }

    @Test
    void goesFromRightToLeftInArabicAndNowhereElse() {
        assertThat(mvc.get().uri("/connexion").header("Accept-Language", "ar-MA,ar;q=0.9,fr;q=0.5"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"ar\" dir=\"rtl\"")
                .doesNotContain("<main id=\"contenu\" tabindex=\"-1\" lang");
        assertThat(mvc.get().uri("/connexion").cookie(OCCITAN))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"oc\" data-identite");
    }

    /// A page that nobody has translated says so, and goes its own way.
    @Test
    void saysThatAPageHasStayedInFrench() {
        assertThat(mvc.get().uri("/confort").cookie(new Cookie(LangueDuLecteur.COOKIE, "ar")))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"ar\" dir=\"rtl\"")
                .contains("<main id=\"contenu\" tabindex=\"-1\">");
        assertThat(mvc.get().uri("/mentions-legales").cookie(new Cookie(LangueDuLecteur.COOKIE, "ar")))
                .hasStatusOk()
                .bodyText()
                .contains("<main id=\"contenu\" tabindex=\"-1\" lang=\"fr\" dir=\"ltr\">");
        assertThat(mvc.get().uri("/mentions-legales").cookie(OCCITAN))
                .hasStatusOk()
                .bodyText()
                .contains("<main id=\"contenu\" tabindex=\"-1\" lang=\"fr\">");
    }

    /// The square of a sheet is photographed on a telephone that has chosen nothing yet.
    @Test
    void followsTheLanguageThatAnAddressSaysAndKeepsIt() {
        var opened = mvc.get().uri("/activation?langue=uk").exchange();
        assertThat(opened).hasStatusOk().bodyText().contains("<html lang=\"uk\"");
        assertThat(opened.getResponse().getCookie("langue"))
                .isNotNull()
                .satisfies(c -> assertThat(c.getValue()).isEqualTo("uk"));
        for (var other : new String[] {"xx", "fra", "%22%3E", ""}) {
            var refused = mvc.get().uri("/activation?langue=" + other).exchange();
            assertThat(refused).hasStatusOk().bodyText().contains("<html lang=\"fr\"");
            assertThat(refused.getResponse().getCookie("langue")).isNull();
        }
    }

    @Test
    void offersTheOtherLanguagesAtTheDoorInTheirOwnWords() {
        for (var door : new String[] {"/connexion", "/activation", "/oubli"}) {
            assertThat(mvc.get().uri(door))
                    .hasStatusOk()
                    .bodyText()
                    .contains("href=\"" + door + "?langue=ar\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\"")
                    .contains("Українська", "Türkçe", "Occitan");
        }
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
    void saysInEachLanguageWhatIsSaidInIt() {
        var page = mvc.get().uri("/langues").exchange();
        assertThat(page).hasStatusOk().bodyText().contains("value=\"fr\"", "value=\"oc\"");
        for (var langue : Langue.toutes()) {
            var own = langue.call(() -> t("Tout l’ENT-École est écrit en français."));
            if (langue != Langue.FRANCAIS) {
                own = langue.call(
                        () -> t("Cette traduction n’a pas encore été relue par une personne dont c’est la langue."));
            }
            assertThat(page).bodyText().contains("<li lang=\"" + langue.code() + "\"", own);
        }
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
