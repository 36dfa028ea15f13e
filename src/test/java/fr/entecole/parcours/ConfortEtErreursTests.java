package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.parcours.Navigateur.Taille;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The reader's own settings, pages that are not there, a network that goes away, paper.
@MondeTest
@Tag("parcours")
class ConfortEtErreursTests {

    @LocalServerPort
    int port;

    @Autowired
    Reperes reperes;

    @TempDir
    Path temp;

    @Test
    void keepsTheChosenSizeSpaceAndContrastEverywhere() {
        try (var window = Navigateur.open(port).go("/confort").look("confort")) {
            window.page().getByLabel("Très grande").check();
            window.page().getByLabel("Large").check();
            window.page()
                    .getByLabel("Fort", new Page.GetByLabelOptions().setExact(false))
                    .check();
            window.click("Garder ces réglages");
            assertThat(window.page()
                            .getByRole(com.microsoft.playwright.options.AriaRole.STATUS)
                            .last())
                    .containsText("C’est réglé");
            window.look("confort-regle");
            for (var name : List.of("Hélène Castans", "Samira Benali")) {
                window.enterAs(name);
                assertThat(window.page().locator("html")).hasAttribute("data-taille", "tres-grande");
                assertThat(window.page().locator("html")).hasAttribute("data-espace", "large");
                assertThat(window.page().locator("html")).hasAttribute("data-contraste", "fort");
                window.look("confort-" + Slug.of(name)).leave();
            }
            window.enterAs("Younes Benali").assertFits();
        }
    }

    /// A phone whose owner reads at twice the size: pages grow longer, never wider.
    @Test
    void scrollsDownwardsOnlyAtTwiceTheTextOnAPhone() {
        try (var window = Navigateur.open(port)) {
            for (var name : List.of("Hélène Castans", "Samira Benali", "Claire Estève")) {
                window.enterAs(name);
                var head = name.equals("Hélène Castans");
                for (var path : head ? List.of("/", "/calendrier", "/journal") : List.of("/", "/calendrier")) {
                    window.go(path);
                    window.page().setViewportSize(360, 800);
                    assertThat(window.page().evaluate("""
                                    () => {
                                      document.documentElement.style.fontSize = '200%';
                                      const wide = document.documentElement.scrollWidth;
                                      const out = [...document.querySelectorAll('body *')]
                                        .filter(e => e.getBoundingClientRect().right > 360.5)
                                        .map(e => e.tagName + '.' + e.className).slice(0, 9).join(' ');
                                      document.documentElement.removeAttribute('style');
                                      return wide > 360 ? wide + ' ' + out : '';
                                    }
                                    """))
                            .as("%s on %s", name, path)
                            .isEqualTo("");
                }
                window.leave();
            }
        }
    }

    /// What awaits people on their homes. A word that is longer than the column has a hyphen where it is cut: this
    /// browser bears no dictionary, so that none may be cut here but the very longest.
    @Test
    void cutsNoWordOfWhatAwaitsAtTwiceTheText() {
        try (var window = Navigateur.open(port)) {
            for (var name : List.of("Hélène Castans", "Samira Benali", "Claire Estève", "Florence Vidal")) {
                window.enterAs(name).as(Taille.TELEPHONE);
                assertThat(window.page().evaluate("""
                                () => {
                                  const cut = [];
                                  document.documentElement.style.fontSize = '200%';
                                  for (const title of document.querySelectorAll('.ent-cahier h3, main h2')) {
                                    const hyphens = getComputedStyle(title).hyphens === 'auto';
                                    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
                                    while (texts.nextNode()) {
                                      for (const word of texts.currentNode.data.matchAll(/[\\p{L}\\d’]+/gu)) {
                                        const range = document.createRange();
                                        range.setStart(texts.currentNode, word.index);
                                        range.setEnd(texts.currentNode, word.index + word[0].length);
                                        const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
                                        if (lines.size > 1 && (!hyphens || word[0].length < 13)) cut.push(word[0]);
                                      }
                                    }
                                  }
                                  document.documentElement.removeAttribute('style');
                                  return cut.join(' ');
                                }
                                """))
                        .as("words cut on the home of %s", name)
                        .isEqualTo("");
                window.leave();
            }
        }
    }

    /// The places whose names have the longest words, on a phone, at the largest size with the widest spacing.
    @Test
    void cutsNoWordOfTheHeaderAtTheLargestSize() {
        try (var window = Navigateur.open(port).go("/confort")) {
            window.page().getByLabel("Très grande").check();
            window.page().getByLabel("Large").check();
            window.click("Garder ces réglages").as(Taille.TELEPHONE);
            for (var name : List.of("Hélène Castans", "Paul Séguier", "Nadège Puech", "Yannick Bru")) {
                window.enterAs(name);
                assertThat(window.page().evaluate("""
                                () => {
                                  const cut = [];
                                  const texts = document.createTreeWalker(document.querySelector('.ent-entete__marque'), NodeFilter.SHOW_TEXT);
                                  while (texts.nextNode()) {
                                    for (const word of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
                                      const range = document.createRange();
                                      range.setStart(texts.currentNode, word.index);
                                      range.setEnd(texts.currentNode, word.index + word[0].length);
                                      if (range.getClientRects().length > 1) cut.push(word[0]);
                                    }
                                  }
                                  return cut.join(' ');
                                }
                                """))
                        .as("words cut in the header of %s", name)
                        .isEqualTo("");
                window.assertFits();
                window.page().setViewportSize(360, 800);
                window.leave();
            }
        }
    }

    @Test
    void saysThatAFileIsTooHeavyBeforeItIsSentAndOtherwiseOnAPage() throws Exception {
        var restrictions = "/annuaire/eleves/" + reperes.personne("11", Nature.ELEVE, "500104") + "/restrictions";
        var heavy = Files.write(temp.resolve("decision.pdf"), new byte[12_000_000]);
        try (var window = Navigateur.open(port).enterAs("Hélène Castans").go(restrictions)) {
            window.page().locator("#preuve").fill("Jugement du 12 octobre");
            window.page().locator("#piece").setInputFiles(heavy);
            assertThat(window.page().locator("[data-dit]"))
                    .hasText("decision.pdf\u00a0: Ce fichier est trop lourd\u00a0: 5\u00a0Mo au plus.");
            assertThat(window.page().locator("#preuve").inputValue()).isEqualTo("Jugement du 12 octobre");
        }
        try (var window =
                Navigateur.withoutScripts(port).enterAs("Hélène Castans").go(restrictions)) {
            window.page().locator("input[name=responsable]").first().check();
            window.page().locator("#preuve").fill("Jugement du 12 octobre");
            window.page().locator("#piece").setInputFiles(heavy);
            window.click("Écarter ce responsable");
            assertThat(window.words())
                    .contains("Ce fichier est trop lourd", "10 Mo au plus", "Rien n’a été enregistré");
            window.look("fichier-trop-lourd");
        }
    }

    @Test
    void saysInFrenchThatAPageIsNotThereAndGivesANumber() {
        var cm1 = "/annuaire/classes/" + reperes.classe("11", "514");
        try (var window = Navigateur.open(port).enterAs("Samira Benali")) {
            assertThat(window.visit(cm1)).isEqualTo(404);
            assertThat(window.words()).contains("Cette page n’existe pas").doesNotContain("Jeanne");
            assertThat(window.page().locator("main"))
                    .containsText(Pattern.compile("Numéro à donner\\s: 404-\\w{4}-\\w{4}"));
            window.look("page-introuvable");
            assertThat(window.visit("/une/adresse/inventee")).isEqualTo(404);
            window.follow("Revenir à l’accueil");
            assertThat(window.words()).contains("Bonjour Samira");
        }
        try (var window = Navigateur.open(port).enterAs("Lou Marty")) {
            assertThat(window.visit(cm1)).isEqualTo(404);
            assertThat(window.words()).contains("Ce n’est pas ta faute");
            window.look("page-introuvable-cp");
        }
    }

    @Test
    void showsThePagesOfTheServiceToAnyone() {
        try (var window = Navigateur.open(port)) {
            for (var path : List.of("accessibilite", "mentions-legales", "donnees-personnelles", "plan-du-site")) {
                assertThat(window.visit("/" + path)).isEqualTo(200);
                window.look(path);
            }
        }
    }

    @Test
    void saysThatTheNetworkIsGoneAndKeepsWhatWasTyped() {
        try (var window = Navigateur.open(port).go("/connexion")) {
            var notice = window.page().locator("#reseau");
            window.page().getByLabel("Identifiant").fill("claire");
            window.window().setOffline(true);
            assertThat(notice).containsText("Plus de réseau");
            window.page().locator("#motDePasse").fill("secret");
            window.click("Entrer");
            assertThat(notice).containsText("Rien n’est parti");
            assertThat(window.page().getByLabel("Identifiant").inputValue()).isEqualTo("claire");
            window.page()
                    .screenshot(
                            new Page.ScreenshotOptions().setPath(Path.of("target", "parcours", "reseau-coupe.png")));
            window.window().setOffline(false);
            assertThat(notice).containsText("Le réseau est revenu");
        }
    }

    @Test
    void showsTheKeptPageWhenTheServerCannotBeReached() {
        try (var window = Navigateur.withWorker(port).go("/connexion").go("/aide")) {
            window.page()
                    .waitForFunction("() => navigator.serviceWorker.ready.then(r => r.active.state === 'activated')");
            window.window().setOffline(true);
            window.go("/confort");
            assertThat(window.page().locator("h1")).hasText("Plus de réseau");
            window.window().setOffline(false);
            window.page().locator("main").getByText("Réessayer").click();
            assertThat(window.page().locator("h1")).not().hasText("Plus de réseau");
            window.page().waitForURL("**/confort");
        }
    }

    /// Whoever has read whatever, the worker keeps what everybody may read, and nothing of anybody.
    @Test
    void keepsNoPageOfAnybodyOnTheDevice() {
        try (var window = Navigateur.withWorker(port).enterAs("Samira Benali")) {
            window.go("/liaison").go("/messagerie"); // a first page asks for no worker
            window.page()
                    .waitForCondition(() -> Boolean.TRUE.equals(window.page()
                            .evaluate("async () => !!(await navigator.serviceWorker.getRegistration())?.active")));
            window.go("/cahierdetextes").go("/");
            assertThat(
                            (List<?>)
                                    window.page()
                                            .evaluate(
                                                    "async () => (await Promise.all((await caches.keys()).map("
                                                            + "async c => (await (await caches.open(c)).keys()).map(r => new URL(r.url).pathname)))).flat()"))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(path.toString()).matches("/(statique/.*|hors-ligne)"));
        }
    }

    @Test
    void printsTheClassWithoutWhatBelongsToTheScreen() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").follow("CM1 Mme Estève")) {
            window.page().waitForURL("**/annuaire/classes/*");
            window.look("classe");
            window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var screen : List.of(".ent-pied", ".ent-compte-menu", "[data-imprimer]", ".ent-evitement")) {
                assertThat(window.page().locator(screen).first()).isHidden();
            }
            assertThat(window.page().getByText("Vaissière Juliette")).isVisible();
            var pdf = window.page()
                    .pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target", "parcours", "classe.pdf")));
            assertThat(pdf).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @Test
    void looksWithOpenEyes() {
        try (var window = Navigateur.open(port).go("/connexion").look("connexion")) {
            window.page().evaluate("document.documentElement.removeAttribute('lang')");
            assertThatThrownBy(() -> window.look("sans-langue"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("html-has-lang");
        }
    }

    @Test
    void movesNothingForWhoAskedForStillness() {
        try (var window = Navigateur.open(port).as(Taille.TELEPHONE)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            window.go("/connexion");
            assertThat(window.page().evaluate("""
                            () => [...document.querySelectorAll('*')]
                              .flatMap(e => [getComputedStyle(e), getComputedStyle(e, '::before'), getComputedStyle(e, '::after')])
                              .filter(s => s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0).length
                            """)).isEqualTo(0);
        }
    }
}
