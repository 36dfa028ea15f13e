package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One Chromium for all journeys; each journey opens a window of a phone or of a desk, signs in as somebody of the
/// named
/// world, and every page it looks at is checked: axe, sideways scrolling at 320 px, errors of the page, no style or
/// script of another place.
final class Navigateur implements AutoCloseable {

    enum Taille {
        TELEPHONE(360, 800),
        BUREAU(1280, 900);

        private final int largeur;
        private final int hauteur;

        Taille(int largeur, int hauteur) {
            this.largeur = largeur;
            this.hauteur = hauteur;
        }
    }

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setChromiumSandbox(false)
                    .setArgs(List.of(
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    private final String origin;
    private final Taille taille;
    private final BrowserContext window;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private Navigateur(int port, Taille taille, boolean scripts) {
        this.origin = "http://127.0.0.1:" + port;
        this.taille = taille;
        this.window = BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(taille.largeur, taille.hauteur)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setHasTouch(taille == Taille.TELEPHONE)
                .setJavaScriptEnabled(scripts));
        this.page = window.newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                errors.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
                errors.add("outside: " + request.url());
            }
        });
    }

    static Navigateur open(int port, Taille taille) {
        return new Navigateur(port, taille, true);
    }

    static Navigateur withoutScripts(int port, Taille taille) {
        return new Navigateur(port, taille, false);
    }

    Page page() {
        return page;
    }

    /// Asks for a page, whatever its answer.
    Navigateur go(String path) {
        page.navigate(origin + path);
        return this;
    }

    /// One click of the demonstration, as a visitor does it.
    Navigateur enterAs(String name) {
        go("/connexion");
        page.locator("details:not([open]) > summary").all().forEach(summary -> {
            if (summary.isVisible()) {
                summary.click();
            }
        });
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entrer comme " + name))
                .first()
                .click();
        page.waitForURL(url -> !url.contains("/connexion"));
        return this;
    }

    /// Checks what stands on the screen and keeps its picture in `target/parcours`.
    Navigateur look(String picture) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "parcours", picture + "-" + taille.largeur + ".png")));
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as(
                        "axe on %s: %s",
                        page.url(),
                        violations.stream()
                                .map(v -> v.getId() + " "
                                        + v.getNodes().getFirst().getTarget())
                                .toList())
                .isEmpty();
        page.setViewportSize(320, taille.hauteur);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("sideways scrolling at 320 px on %s", page.url())
                .isEqualTo(320);
        page.setViewportSize(taille.largeur, taille.hauteur);
        assertThat(page.locator("[style], script:not([src]), [onclick]").count())
                .as("style attributes and inline scripts on %s", page.url())
                .isZero();
        assertThat(errors).as("errors on %s", page.url()).isEmpty();
        return this;
    }

    @Override
    public void close() {
        window.close();
    }
}
