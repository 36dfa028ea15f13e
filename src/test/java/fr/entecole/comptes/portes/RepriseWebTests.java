package fr.entecole.comptes.portes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.appareils.MarqueDeCompte;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A stay that ends in the middle of a form.
@EntTest
class RepriseWebTests {

    private static final String SECRET = "sept mots pour la porte de Nadège";
    private static final String TYPED = "Chers parents, <b>demain</b> piscine.\nPensez au \"bonnet\".";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    UUID compte;
    UUID other;
    Cookie[] browser;

    @BeforeEach
    void aTeacherWhoseStayHasEnded() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        var personnages = new Personnages(jdbc);
        compte = as.account(personnages.add(Profil.ENSEIGNANT));
        other = as.account(personnages.add(Profil.ENSEIGNANT));
        as.givePassword(compte, SECRET);
        as.givePassword(other, SECRET);
        var entered = mvc.post()
                .uri("/connexion")
                .param("identifiant", as.login(compte))
                .param("motDePasse", SECRET)
                .with(formulaire())
                .exchange();
        assertThat(entered).hasRedirectedUrl("/");
        browser = new Cookie[] {cookie(entered, "session"), cookie(entered, "marque")};
        jdbc.sql("update comptes.session set expire_le = now() - interval '1 second'")
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void givesNothingBackToAnotherSite() {
        for (var site : new String[] {"cross-site", "same-site", "none"}) {
            assertThat(late(site)).hasStatus(302).hasRedirectedUrl("/connexion");
        }
        assertThat(mvc.post()
                        .uri("/essai/tous")
                        .param("texte", TYPED)
                        .header("Origin", "https://example.org")
                        .cookie(browser)
                        .with(formulaire()))
                .hasRedirectedUrl("/connexion");
        assertThat(mvc.post()
                        .uri("/essai/tous")
                        .header("Sec-Fetch-Site", "same-origin")
                        .cookie(browser))
                .as("no form token")
                .hasStatus(403);
    }

    @Test
    void takesABrowserThatSaysNothingByItsFormToken() {
        var request = mvc.post()
                .uri("/essai/tous")
                .param("texte", TYPED)
                .header("Origin", "null")
                .cookie(browser);
        assertThat(request.exchange()).hasStatus(403);
        assertThat(request.with(formulaire()).exchange()).hasStatus(401);
    }

    @Test
    void asksAVisitorWhoNeverCameInToSignIn() {
        browser = new Cookie[] {new Cookie("session", "x")};
        assertThat(late("same-origin")).hasRedirectedUrl("/connexion");
    }

    @Test
    void keepsWhatWasTypedInThePageAndNowhereElse() {
        var page = late("same-origin");
        assertThat(page).hasStatus(401);
        assertThat(text(page))
                .contains("votre texte vous attend", "Chers parents, &lt;b>demain", "name=\"repris.texte\"")
                .doesNotContain("<b>demain", "ne-me-gardez", "repris._csrf");
        assertThat(jdbc.sql("select count(*) from comptes.session where contenu::text like '%parents%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void givesItBackToTheSamePersonWithAFormThatWorks() {
        var back = comeBack(compte, SECRET);
        assertThat(back).hasStatusOk();
        assertThat(text(back))
                .contains("Voici ce que vous écriviez", "action=\"/essai/tous\"", "name=\"texte\"", "Sophie Essai")
                .doesNotContain("<b>demain", SECRET);
        var token = TOKEN.matcher(text(back).substring(text(back).indexOf("action=\"/essai/tous\"")));
        assertThat(token.find()).isTrue();
        assertThat(mvc.post()
                        .uri("/essai/tous")
                        .param("texte", TYPED)
                        .param("_csrf", token.group(1))
                        .cookie(cookie(back, "session"), lastCookie(back, "formulaire")))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("fait");
    }

    @Test
    void asksAgainAfterAWrongPasswordAndKeepsTheText() {
        var wrong = comeBack(compte, "autre chose");
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains("L’entrée n’a pas marché", "Chers parents")
                .doesNotContain("autre chose");
    }

    @Test
    void givesNothingToSomeoneElse() {
        var entered = comeBack(other, SECRET);
        assertThat(entered).hasStatus(303).hasRedirectedUrl("/");
        assertThat(text(entered)).doesNotContain("Chers parents");
    }

    /// The browser has closed since, and all its cookies went: the form itself says whose it is.
    @Test
    void givesItBackToWhoseBrowserHasForgottenThemAndToNobodyElse() {
        browser = new Cookie[] {new Cookie("autre", "x")};
        var signed = context.getBean(MarqueDeCompte.class).signed(compte);
        var late = forgotten(signed, "same-origin");
        assertThat(late).hasStatus(401);
        assertThat(text(late)).contains("votre texte vous attend", "Chers parents, &lt;b>demain", signed);
        assertThat(text(back(compte, signed)))
                .contains("Voici ce que vous écriviez", "Chers parents, &lt;b>demain")
                .containsOnlyOnce("name=\"_auteur\"");
        assertThat(back(other, signed)).hasStatus(303).hasRedirectedUrl("/");
        var forged = signed.substring(0, signed.length() - 2) + (signed.endsWith("AA") ? "BB" : "AA");
        assertThat(forgotten(forged, "same-origin")).as("not ours").hasStatus(403);
        for (var site : new String[] {"cross-site", "same-site", "none"}) {
            assertThat(forgotten(signed, site)).as(site).hasStatus(403);
        }
    }

    /// Who is there must still bring the token: the form does something.
    @Test
    void takesNoFormWithoutItsTokenFromWhoIsSignedIn() {
        browser = new Cookie[] {as.compte(compte)};
        assertThat(forgotten(context.getBean(MarqueDeCompte.class).signed(compte), "same-origin"))
                .hasStatus(403);
    }

    private MvcTestResult forgotten(String signed, String site) {
        return mvc.post()
                .uri("/essai/tous")
                .param("texte", TYPED)
                .param("_auteur", signed)
                .header("Sec-Fetch-Site", site)
                .cookie(browser)
                .exchange();
    }

    private MvcTestResult back(UUID who, String signed) {
        return mvc.post()
                .uri("/reprise")
                .param("vers", "/essai/tous")
                .param("repris.texte", TYPED)
                .param("repris._auteur", signed)
                .param("identifiant", as.login(who))
                .param("motDePasse", SECRET)
                .header("Sec-Fetch-Site", "same-origin")
                .with(formulaire())
                .exchange();
    }

    @Test
    void sendsNowhereButHere() {
        assertThat(mvc.post()
                        .uri("/reprise")
                        .param("vers", "//example.org/")
                        .param("repris.texte", TYPED)
                        .header("Sec-Fetch-Site", "same-origin")
                        .cookie(browser)
                        .with(formulaire()))
                .hasRedirectedUrl("/connexion");
    }

    @Test
    void tellsThePageHowLongTheStayLasts() {
        assertThat(text(mvc.get().uri("/confort").cookie(as.compte(compte)).exchange()))
                .contains("data-reste=\"3540\"", "Dans deux minutes");
        assertThat(text(mvc.get().uri("/confort").exchange())).doesNotContain("data-reste");
        assertThat(mvc.post()
                        .uri("/session/prolonger")
                        .cookie(as.compte(compte))
                        .with(formulaire()))
                .hasStatus(204);
    }

    private MvcTestResult late(String site) {
        return mvc.post()
                .uri("/essai/tous")
                .param("texte", TYPED)
                .param("motDePasse", "ne-me-gardez-pas")
                .param("ancien", "ne-me-gardez pas")
                .header("Sec-Fetch-Site", site)
                .cookie(browser)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult comeBack(UUID who, String secret) {
        return mvc.post()
                .uri("/reprise")
                .param("vers", "/essai/tous")
                .param("repris.texte", TYPED)
                .param("identifiant", as.login(who))
                .param("motDePasse", secret)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie(browser)
                .with(formulaire())
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Cookie cookie(MvcTestResult answer, String name) {
        return Objects.requireNonNull(answer.getResponse().getCookie(name));
    }

    private static Cookie lastCookie(MvcTestResult answer, String name) {
        return Arrays.stream(answer.getResponse().getCookies())
                .filter(c -> c.getName().equals(name))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
