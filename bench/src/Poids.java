package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `./ent bench poids`: what a browser receives for each profile, at the first visit and at the next page.
final class Poids {

    private static final Map<String, String> PEOPLE = people();
    /// Pages of the teacher that are opened first, in a hurry.
    private static final Map<String, String> SLOW =
            Map.of("the roll of a class", "/presences", "a note to write, with the editor", "/liaison/nouveau");
    private static final String METHOD = """
            Headless Chromium, 360 × 800. Every byte that it receives is counted on the way, compressed bodies and \
            headers, and what its service worker fetches; requests are those that the application logged. **First visit**: an empty cache, the person's session already open, the home \
            and everything that it loads. **With the sign-in**: the same from `/connexion` through the button to the \
            home, again from an empty cache. **Next page**: every link of the home that stays on the site, followed \
            in a browser that has seen the home; the home itself again counts as one. Aims: first visit ≤ 60 KB, next \
            page ≤ 15 KB (1 KB = 1,000 bytes).""";
    private static final String UNSAID = """
            ## What these figures don't say

            No time but on the slow line: the loopback has no latency. A browser sends more or fewer headers than this one. The sign-in \
            page of a demonstration carries a button for each named person, which a real one doesn't. Bodies are \
            compressed by the application itself; a proxy in front may choose otherwise.""";

    private final Browser browser;
    private final Passage passage;
    private final Application app;
    private long bytesBefore;
    private long requestsBefore;

    private Poids(Browser browser, Passage passage, Application app) {
        this.browser = browser;
        this.passage = passage;
        this.app = app;
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("teacher", "Claire Estève");
        people.put("parent", "Samira Benali");
        people.put("pupil in CM1", "Inès Benali");
        people.put("pupil in MS", "Younes Benali");
        people.put("administrator", "Florence Vidal");
        return people;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("poids", "The weight of pages", args).paragraph(METHOD);
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
        try (var folder = Dossier.create("poids");
                var app = Application.start(folder.of("donnees"), Heure.at(Heure.monday()));
                var passage = new Passage(app.port);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(chromium)) {
            var poids = new Poids(browser, passage, app);
            List<List<String>> first = new ArrayList<>();
            List<List<String>> next = new ArrayList<>();
            first.add(poids.connexion());
            for (var person : PEOPLE.entrySet()) {
                poids.profile(person.getKey(), person.getValue(), first, next);
            }
            releve.paragraph("## First visit");
            releve.table(
                    List.of("page", "KB", "requests", "of which HTML, KB", "with the sign-in, KB", "requests"), first);
            releve.paragraph("## First visit of a page, on a slow line");
            releve.paragraph("""
                    From an empty cache, the session open, over a line of %,d kbit/s down and %d ms there and back, which \
                    Chromium's network stack imitates: until the page and all that it loads are there."""
                    .formatted(Ligne.KBITS, Ligne.LATENCY_MS));
            List<List<String>> slow = new ArrayList<>();
            for (var page : SLOW.entrySet()) {
                slow.add(poids.slow(page.getKey(), page.getValue()));
            }
            releve.table(List.of("page", "KB", "requests", "loaded in, s"), slow);
            releve.paragraph("## Next page");
            releve.table(
                    List.of(
                            "profile",
                            "home again, KB",
                            "pages",
                            "median KB",
                            "most KB",
                            "requests of that page",
                            "its address"),
                    next);
            releve.paragraph(UNSAID).write();
        }
    }

    private List<String> connexion() throws Exception {
        try (var context = context(null)) {
            begin();
            int html = open(page(context), "/connexion");
            return row("`/connexion`", kb(bytes()), requests(), kb(html), "", "");
        }
    }

    private void profile(String profile, String name, List<List<String>> first, List<List<String>> next)
            throws Exception {
        String session;
        String whole;
        long wholeRequests;
        try (var context = context(null)) {
            begin();
            var page = page(context);
            enter(page, name);
            whole = kb(bytes());
            wholeRequests = requests();
            session = context.storageState();
        }
        try (var context = context(session)) {
            begin();
            var page = page(context);
            int html = open(page, "/");
            first.add(row("home, " + profile, kb(bytes()), requests(), kb(html), whole, wholeRequests));
            next.add(next(profile, page));
        }
    }

    private List<String> slow(String name, String path) throws Exception {
        String session;
        try (var context = context(null)) {
            var page = page(context);
            enter(page, PEOPLE.get("teacher"));
            session = context.storageState();
        }
        try (var context = context(session)) {
            var page = page(context);
            Ligne.slow(context, page);
            begin();
            long start = System.nanoTime();
            page.navigate(passage.address() + path);
            double seconds = (System.nanoTime() - start) / 1e9;
            settle(page);
            return row(name, kb(bytes()), requests(), number("%.1f", seconds));
        }
    }

    private void enter(Page page, String name) {
        open(page, "/connexion");
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.waitForURL(url -> !url.contains("/connexion"));
        settle(page);
    }

    private List<String> next(String profile, Page page) throws Exception {
        record Suivante(long bytes, long requests, String path) {}
        List<Suivante> pages = new ArrayList<>();
        for (var path : links(page)) {
            begin();
            open(page, path);
            pages.add(new Suivante(bytes(), requests(), path.replaceAll("[0-9a-f-]{36}", "{id}")));
        }
        pages.sort(Comparator.comparingLong(Suivante::bytes));
        var most = pages.getLast();
        var home = pages.stream().filter(p -> p.path().equals("/")).findFirst().orElseThrow();
        return row(
                profile,
                kb(home.bytes()),
                pages.size(),
                kb(pages.get(pages.size() / 2).bytes()),
                kb(most.bytes()),
                most.requests(),
                "`" + most.path() + "`");
    }

    private static Set<String> links(Page page) {
        var found = (List<?>) page.evaluate("""
                [...document.querySelectorAll('a[href]')].map(a => new URL(a.href))
                    .filter(u => u.origin === location.origin).map(u => u.pathname)""");
        Set<String> paths = new HashSet<>(Set.of("/"));
        found.forEach(path -> paths.add((String) path));
        return paths;
    }

    private BrowserContext context(String session) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 800)
                .setLocale("fr-FR")
                .setStorageState(session));
    }

    private static Page page(BrowserContext context) {
        var page = context.newPage();
        page.onResponse(response -> {
            if (response.status() >= 400) {
                throw new IllegalStateException("a page lacks " + response.url() + ": " + response.status());
            }
        });
        return page;
    }

    /// @return the compressed bytes of the HTML, 0 when a service worker brought it
    private int open(Page page, String path) {
        var response = page.navigate(passage.address() + path);
        settle(page);
        return response.request().sizes().responseBodySize;
    }

    /// A service worker begins after the page has loaded.
    private static void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(250);
    }

    private void begin() throws Exception {
        bytesBefore = passage.received();
        requestsBefore = logged();
    }

    private long bytes() {
        return passage.received() - bytesBefore;
    }

    private long requests() throws Exception {
        return logged() - requestsBefore;
    }

    /// The application logs one line a request.
    private long logged() throws Exception {
        try (var lines = Files.lines(Application.log(app.donnees))) {
            return lines.filter(line -> line.matches(".*requetes (GET|POST|HEAD) .*"))
                    .count();
        }
    }

    private static String kb(long bytes) {
        return number("%.1f", bytes / 1000.0);
    }
}
