package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// One Chromium for all journeys; each journey opens a window, signs in as somebody of the named world, and looks at
/// pages as a phone or a desk shows them. Every page looked at is checked: axe ([Jugements]),
/// sideways scrolling at 320 px, errors of the page, no style or script of another place. Pictures on demand:
/// `-Dtest.images`. Nothing here sleeps.
final class Navigateur implements AutoCloseable {

    enum Taille {
        BUREAU(1280, 900),
        TABLETTE(768, 1024),
        TELEPHONE(360, 800);

        private final int largeur;
        private final int hauteur;

        Taille(int largeur, int hauteur) {
            this.largeur = largeur;
            this.hauteur = hauteur;
        }
    }

    private static final String ADRESSE = "127.0.0.1";
    private static final int NARROWEST = 320;
    private static final int MANY_STOPS = 200;
    /// Long enough for a machine that does something else meanwhile: what is true is seen at once.
    private static final double PATIENCE_MILLIS = 60_000;
    private static final boolean IMAGES = System.getProperty("test.images") != null;

    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setChromiumSandbox(false)
                    .setArgs(List.of(
                            "--disable-gpu",
                            "--js-flags=--no-turbofan --no-maglev", // a page is gone before they have paid
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--use-fake-ui-for-media-stream", // permitted, as far as the page's own header lets it
                            "--use-fake-device-for-media-stream"))); // a microphone that hears a beep each second

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private static final String AXE = axe();
    /// All that axe reads of a page, without ids and tokens, which are new each time: its style sheets and scripts have
    /// names made of what they hold.
    private static final String SEEN = """
            () => document.documentElement.outerHTML.replace(/[0-9a-f]{8}-[-0-9a-f]{27}|value="[^"]{30,}"/g, '#')
              + [...document.querySelectorAll(':checked, :focus, :invalid')].map(e => e.id + e.value)
              + ['print', '(prefers-color-scheme: dark)', '(prefers-contrast: more)',
                 '(prefers-reduced-motion: reduce)'].map(media => matchMedia(media).matches)
            """;
    private static final Jugements JUGEMENTS = new Jugements(BROWSER.version() + AXE);
    /// Who has come in through the door of the demonstration, in this run.
    private static final Set<String> ENTERED = new HashSet<>();

    private final String origin;
    private final boolean scripts;
    private final BrowserContext window;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private Taille taille = Taille.BUREAU;
    private int touches;
    private int keys;

    /// The one without windows, where it is installed, starts at a quarter of the cost.
    private static Path chromium() {
        var light = Path.of("/usr/bin/chromium-headless-shell");
        return Files.isExecutable(light) ? light : Path.of("/usr/bin/chromium");
    }

    private Navigateur(String host, int port, boolean scripts, ServiceWorkerPolicy workers) {
        this.origin = "http://" + host + ":" + port;
        this.scripts = scripts;
        this.window = BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(Taille.BUREAU.largeur, Taille.BUREAU.hauteur)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setServiceWorkers(workers)
                .setJavaScriptEnabled(scripts));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = window.newPage();
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

    static Navigateur open(int port) {
        return new Navigateur(ADRESSE, port, true, ServiceWorkerPolicy.BLOCK);
    }

    /// By a name instead of figures, to which passkeys are bound.
    static Navigateur byName(int port) {
        return new Navigateur("localhost", port, true, ServiceWorkerPolicy.BLOCK);
    }

    /// With the worker that keeps the page « hors ligne » in store; the other windows do without, it is quicker.
    static Navigateur withWorker(int port) {
        return new Navigateur(ADRESSE, port, true, ServiceWorkerPolicy.ALLOW);
    }

    static Navigateur withoutScripts(int port) {
        return new Navigateur(ADRESSE, port, false, ServiceWorkerPolicy.BLOCK);
    }

    Page page() {
        return page;
    }

    BrowserContext window() {
        return window;
    }

    /// Asks for a page, whatever its answer.
    Navigateur go(String path) {
        visit(path);
        return this;
    }

    /// @return the status of the answer
    int visit(String path) {
        Response response = page.navigate(origin + path);
        assertThat(response).as("answer to %s", path).isNotNull();
        return response.status();
    }

    /// The size of the screen from now on, before and after each [#look].
    Navigateur as(Taille taille) {
        this.taille = taille;
        resize(taille);
        return this;
    }

    private void resize(Taille size) {
        page.setViewportSize(size.largeur, size.hauteur);
    }

    /// One click of the demonstration, as a visitor does it: their group is unfolded first. Whoever has come in so
    /// before asks for the same, and the door is not drawn again: it costs more than what follows.
    Navigateur enterAs(String name) {
        return enterAs(name, "/");
    }

    /// @param path where the door leads them: their home, or what comes before it
    Navigateur enterAs(String name, String path) {
        if (ENTERED.add(name)) {
            return draw(name, path);
        }
        ask(name, path);
        return go(path);
    }

    private Navigateur draw(String name, String path) {
        go("/connexion");
        var group = page.locator("details").filter(new Locator.FilterOptions().setHasText("Entrer comme " + name));
        if (group.first().getAttribute("open") == null) {
            group.first().locator("summary").click();
        }
        click("Entrer comme " + name);
        page.waitForURL(origin + path);
        return this;
    }

    /// Signed in, with no page fetched yet: the next one is the first that this window shows.
    Navigateur comeAs(String name) {
        ask(name, "/");
        return this;
    }

    private void ask(String name, String path) {
        var door = window.request().get(origin + "/connexion").text();
        var form = RequestOptions.create()
                .setMaxRedirects(0)
                .setForm(FormData.create()
                        .set("_csrf", found(door, "name=\"_csrf\" value=\"([^\"]+)\""))
                        .set("compte", found(door, "value=\"([^\"]+)\"><b>Entrer comme " + Pattern.quote(name))));
        var entered = window.request().post(origin + "/connexion/demonstration", form);
        assertThat(entered.headers().get("location"))
                .as("where %s is led: %d %s", name, entered.status(), entered.text())
                .isEqualTo(path);
    }

    private static String found(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as("%s on the door", pattern).isTrue();
        return match.group(1);
    }

    Navigateur signIn(String login, String password) {
        go("/connexion");
        typeInto(page.getByLabel("Identifiant"), login);
        typeInto(page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true)), password);
        return click("Entrer");
    }

    Navigateur click(String button) {
        touches++;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        return whole();
    }

    Navigateur follow(String link) {
        touches++;
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return whole();
    }

    /// Where a click has led, the page has begun to come: what is asked of it next is asked of all of it.
    private Navigateur whole() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return this;
    }

    /// Touches what folds others away.
    Navigateur unfold(String summary) {
        touches++;
        page.locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
        return this;
    }

    /// Touches the field of that name and types there.
    Navigateur type(String label, String words) {
        return typeInto(page.getByLabel(label).first(), words);
    }

    Navigateur typeInto(Locator field, String words) {
        touches++;
        keys += words.length();
        field.fill(words);
        return this;
    }

    /// Touches a box or a round that is not checked yet.
    Navigateur check(String label) {
        touches++;
        page.getByLabel(label).first().check();
        return this;
    }

    /// What this person has had to do since the last time it was asked: the budgets of `product.md`, a touch being
    /// about two seconds, a key less than half of one.
    Gestes gestes() {
        var counted = new Gestes(touches, keys);
        touches = 0;
        keys = 0;
        return counted;
    }

    record Gestes(int touches, int keys) {}

    Navigateur leave() {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Mon compte"))
                .click();
        click("Se déconnecter");
        page.waitForURL(origin + "/connexion?sortie=*");
        return this;
    }

    /// The words of the page's main part, with plain spaces.
    String words() {
        return whole().page.locator("main").innerText().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /// Checks what stands on the screen, at the size of the journey, and on demand keeps its pictures at both sizes in
    /// `target/parcours`.
    Navigateur look(String picture) {
        assertThat(whole().page.locator("[style], script:not([src]), [onclick]").count())
                .as("style attributes and inline scripts on %s", page.url())
                .isZero();
        if (scripts) {
            assertAccessible();
        }
        if (IMAGES) {
            keep(picture);
        }
        assertFits();
        resize(taille);
        assertFits(taille.largeur);
        assertThat(errors).as("errors on %s", page.url()).isEmpty();
        return this;
    }

    /// As a phone shows it and as a desk does; the journey goes on at its own size.
    Navigateur lookAtBoth(String picture) {
        return lookAt(picture, Taille.BUREAU, Taille.TELEPHONE);
    }

    /// As each of them shows it; the journey goes on at its own size.
    Navigateur lookAtEach(String picture) {
        return lookAt(picture, Taille.values());
    }

    private Navigateur lookAt(String picture, Taille... sizes) {
        var own = taille;
        for (var size : sizes) {
            as(size).look(picture);
        }
        return as(own);
    }

    /// Goes from stop to stop by the key `Tab` until this one has the focus: whatever a person without a mouse reaches.
    Navigateur tabTo(Locator stop) {
        for (int i = 0; i < MANY_STOPS; i++) {
            if ((boolean) stop.evaluate("e => e === document.activeElement")) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no key reaches " + stop);
    }

    Navigateur press(String key) {
        page.keyboard().press(key);
        return whole();
    }

    private void keep(String picture) {
        for (var size : Taille.values()) {
            resize(size);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    // hiding it would leave style attributes behind
                    .setCaret(ScreenshotCaret.INITIAL)
                    .setPath(Path.of("target", "parcours", picture + "-" + size.largeur + ".png")));
        }
        resize(taille);
    }

    private void assertAccessible() {
        JUGEMENTS.once(
                taille + String.valueOf(page.evaluate(SEEN)),
                () -> assertThat((List<?>) page.evaluate(AXE))
                        .as("axe on %s", page.url())
                        .isEmpty());
    }

    /// One call, that brings back what is wrong and nothing else: all that is right costs more to carry than to find.
    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return "() => {" + new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + """
                    ; return axe.run(document, {resultTypes: ['violations']}).then(said =>
                        said.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target)));
                    }""";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// At 320 px wide nothing scrolls sideways, whatever is unfolded.
    void assertFits() {
        page.setViewportSize(NARROWEST, Taille.TELEPHONE.hauteur);
        assertFits(NARROWEST);
    }

    private void assertFits(int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("sideways scrolling at %d px on %s", width, page.url())
                .isEqualTo(width);
    }

    @Override
    public void close() {
        window.close();
    }
}
