package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// `./ent bench retour`: a parent activates their account with the code of a sheet, and another comes back by mail after
/// a forgotten password, on a telephone with a slow line: what each step brings, and how long it is waited for.
final class Retour {

    private static final String METHOD = """
            Headless Chromium, 360 × 800, an empty cache, over a line of %,d kbit/s down and up and %d ms there and back, \
            which its network stack imitates. Each step is what one touches, until the page that it leads to and all that \
            this page loads at once are there. Every byte that the browser receives is counted on the way, compressed \
            bodies and headers; requests are those that the application logged, what a page fetches afterwards included. The \
            service worker is left out: the imitated line does not slow what it fetches. \
            **Waited** is the line's and the application's part: what a person reads and types is not in it (`gestes` \
            counts that). The letter's link is taken from the mail queue, whose way out is not in it either. Load average \
            before: %s.""";

    private final Browser browser;
    private final Passage passage;
    private final Application app;
    private final List<List<String>> rows = new ArrayList<>();
    private Page page;
    private String flow = "";
    private double waited;
    private long bytes;
    private long requests;
    private int steps;

    private Retour(Browser browser, Passage passage, Application app) {
        this.browser = browser;
        this.passage = passage;
        this.app = app;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("retour", "Activation and recovery on a slow line", args)
                .paragraph(METHOD.formatted(Ligne.KBITS, Ligne.LATENCY_MS, Releve.load()));
        var chromium = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("bench.chromium", "/usr/bin/chromium")))
                .setChromiumSandbox(false)
                .setArgs(List.of(
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        try (var folder = Dossier.create("retour");
                var app = Application.start(folder.of("donnees"));
                var passage = new Passage(app.port);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(chromium);
                var base = app.connect()) {
            var retour = new Retour(browser, passage, app);
            var code = retour.code();
            retour.walk("activation by the code of a sheet", () -> retour.activate(code, base));
            give(base);
            retour.walk("a forgotten password, by mail", () -> retour.recover(base));
            releve.table(List.of("way", "step", "KB", "requests", "waited, s"), retour.rows);
        }
        releve.write();
    }

    private interface Way {
        void walk() throws Exception;
    }

    /// The teacher of the class hands it, on another device.
    private String code() {
        try (var context = context()) {
            page = context.newPage();
            page.navigate(app.address() + "/connexion");
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })");
            press(AriaRole.BUTTON, "Entrer comme Claire Estève");
            press(AriaRole.LINK, "Redonner un accès");
            page.locator("details", new Page.LocatorOptions().setHasText("Zoé Delmas"))
                    .first()
                    .locator("summary")
                    .first()
                    .click();
            press(AriaRole.LINK, "Remettre un accès – Paul Roques");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("code")))
                    .first()
                    .click();
            return page.locator(".ent-code").first().innerText().strip();
        }
    }

    private void walk(String name, Way way) throws Exception {
        flow = name;
        waited = 0;
        bytes = 0;
        requests = 0;
        steps = 0;
        try (var context = context()) {
            page = context.newPage();
            page.setDefaultTimeout(60_000);
            Ligne.slow(context, page);
            way.walk();
        }
        rows.add(row("**" + flow + "**", "**" + steps + " steps**", "**" + kb(bytes) + "**", "**" + requests + "**", "**" + number("%.1f", waited) + "**"));
    }

    private void activate(String code, Connection base) throws Exception {
        var birth = value(base, """
                select date_naissance::text from annuaire.eleve
                 where annuaire.cle(prenom) = annuaire.cle('ZOE') and annuaire.cle(nom) = annuaire.cle('DELMAS') limit 1
                """);
        var day = LocalDate.parse(birth);
        step("the door", () -> page.navigate(passage.address() + "/connexion"));
        step("« Taper mon code »", () -> follow("Taper mon code"));
        page.getByLabel("Code de la feuille").first().fill(code);
        step("the code", () -> click("Continuer"));
        page.getByLabel("Jour").first().fill("" + day.getDayOfMonth());
        page.getByLabel("Mois").first().fill("" + day.getMonthValue());
        page.getByLabel("Année").first().fill("" + day.getYear());
        step("the child’s birthday", () -> click("Continuer"));
        step("a password is proposed", () -> click("Proposez-moi un mot de passe"));
        step("kept, and in", () -> click("Enregistrer et entrer"));
        if (page.url().endsWith("/charte")) {
            page.getByLabel("J’ai lu la charte").first().check();
            step("the charter", () -> click("Accepter et continuer"));
        }
        arrived();
    }

    private void recover(Connection base) throws Exception {
        step("the door", () -> page.navigate(passage.address() + "/connexion"));
        step("« J’ai oublié mon mot de passe »", () -> follow("J’ai oublié mon mot de passe"));
        page.getByLabel("Votre identifiant").first().fill("samira.benali");
        step("a letter is asked for", () -> click("Recevoir un lien"));
        var link = letter(base);
        step("the letter’s link", () -> {
            page.navigate(passage.address() + link);
            page.locator("input[name=motDePasse], button:has-text('Continuer')").first().waitFor();
        });
        if (page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Proposez-moi un mot de passe")).count() == 0) {
            step("« Continuer »", () -> click("Continuer"));
        }
        step("a password is proposed", () -> click("Proposez-moi un mot de passe"));
        step("kept, and in", () -> click("Enregistrer et entrer"));
        arrived();
    }

    private void arrived() {
        if (!page.url().equals(passage.address() + "/")) {
            throw new IllegalStateException("not home: " + page.url().replaceAll("#.*", ""));
        }
    }

    private void step(String name, Runnable touch) throws Exception {
        long before = passage.received();
        long asked = logged();
        long start = System.nanoTime();
        touch.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        page.waitForTimeout(1500); // what a page fetches by itself
        long more = passage.received() - before;
        long again = logged() - asked;
        rows.add(row(flow, name, kb(more), again, number("%.1f", seconds)));
        waited += seconds;
        bytes += more;
        requests += again;
        steps++;
    }

    private void follow(String link) {
        lead(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first());
    }

    private void click(String button) {
        lead(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first());
    }

    private void lead(Locator target) {
        page.waitForNavigation(target::click);
    }

    private void press(AriaRole role, String name) {
        page.waitForNavigation(() ->
                page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click());
    }

    private BrowserContext context() {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 800)
                .setLocale("fr-FR")
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    }

    /// An address that she has proven.
    private static void give(Connection base) throws SQLException {
        try (var statement = base.createStatement()) {
            statement.execute("""
                    insert into notifications.adresse
                           (compte_id, personne_id, courriel, created_at, expire_le, verifiee_le)
                    select id, personne_id, 'samira.benali@example.org', now(), now(), now()
                      from comptes.compte where login = 'samira.benali'
                    """);
        }
    }

    /// The page does not wait for it.
    private static String letter(Connection base) throws SQLException {
        for (int i = 0; i < 1000; i++) {
            var text = value(base, """
                    select coalesce((select texte from courriel.envoi where destinataire = 'samira.benali@example.org'
                                      order by id desc limit 1), '')
                    """);
            var found = Pattern.compile("https?://[^/\\s]+(/\\S+#\\S+)").matcher(text);
            if (found.find()) {
                return found.group(1);
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IllegalStateException("no letter");
    }

    private static String value(Connection base, String sql) throws SQLException {
        try (var statement = base.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private long logged() throws Exception {
        try (var lines = Files.lines(Application.log(app.donnees))) {
            return lines.filter(line -> line.matches(".*requetes (GET|POST|HEAD) .*")).count();
        }
    }

    private static String kb(long bytes) {
        return number("%.1f", bytes / 1000.0);
    }
}
