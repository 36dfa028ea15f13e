package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
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
    private static final String METHOD = """
            Headless Chromium, 360 × 800, counts what it receives (DevTools `encodedDataLength`: compressed bodies and \
            headers, redirects included). **First visit**: an empty cache, the person's session already open, the home \
            and everything that it loads. **With the sign-in**: the same from `/connexion` through the button to the \
            home, again from an empty cache. **Next page**: every link of the home that stays on the site, followed \
            in a browser that has seen the home; the home itself again counts as one. Aims: first visit ≤ 60 KB, next \
            page ≤ 15 KB (1 KB = 1,000 bytes).""";
    private static final String UNSAID = """
            ## What these figures don't say

            No time: the loopback has no latency. A browser sends more or fewer headers than this one. The sign-in \
            page of a demonstration carries a button for each named person, which a real one doesn't. Bodies are \
            compressed by the application itself; a proxy in front may choose otherwise.""";

    private final Browser browser;
    private final String address;

    private Poids(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
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
                var app = Application.start(folder.of("donnees"));
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(chromium)) {
            var poids = new Poids(browser, app.address());
            List<List<String>> first = new ArrayList<>();
            List<List<String>> next = new ArrayList<>();
            first.add(poids.connexion());
            for (var person : PEOPLE.entrySet()) {
                poids.profile(person.getKey(), person.getValue(), first, next);
            }
            releve.paragraph("## First visit");
            releve.table(
                    List.of("page", "KB", "requests", "of which HTML, KB", "with the sign-in, KB", "requests"), first);
            releve.paragraph("## Next page");
            releve.table(
                    List.of("profile", "pages", "median KB", "most KB", "requests of that page", "its address"), next);
            releve.paragraph(UNSAID).write();
        }
    }

    private List<String> connexion() {
        try (var context = context(null)) {
            var page = context.newPage();
            var count = Reception.on(page);
            page.navigate(address + "/connexion");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return row("`/connexion`", kb(count.bytes()), count.requests(), kb(count.html()), "", "");
        }
    }

    private void profile(String profile, String name, List<List<String>> first, List<List<String>> next) {
        String session;
        Reception whole;
        try (var context = context(null)) {
            var page = context.newPage();
            whole = Reception.on(page);
            page.navigate(address + "/connexion");
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                    .first()
                    .click();
            page.waitForURL(url -> !url.contains("/connexion"));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            session = context.storageState();
        }
        try (var context = context(session)) {
            var page = context.newPage();
            var home = Reception.on(page);
            page.navigate(address + "/");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            first.add(row(
                    "home, " + profile,
                    kb(home.bytes()),
                    home.requests(),
                    kb(home.html()),
                    kb(whole.bytes()),
                    whole.requests()));
            next.add(next(profile, page, home));
        }
    }

    private List<String> next(String profile, Page page, Reception count) {
        record Suivante(long bytes, int requests, String path) {}
        List<Suivante> pages = new ArrayList<>();
        for (var path : links(page)) {
            page.navigate(address + "/");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            count.reset();
            page.navigate(address + path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            pages.add(new Suivante(count.bytes(), count.requests(), path.replaceAll("[0-9a-f-]{36}", "{id}")));
        }
        pages.sort(Comparator.comparingLong(Suivante::bytes));
        var most = pages.getLast();
        return row(
                profile,
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

    private static String kb(long bytes) {
        return number("%.1f", bytes / 1000.0);
    }

    /// What a page's browser has received since the last reset; what its cache answered doesn't count.
    static final class Reception {

        private final Map<String, String> types = new LinkedHashMap<>();
        private final Set<String> cached = new HashSet<>();
        private final List<String> errors = new ArrayList<>();
        private long bytes;
        private long html;
        private int requests;

        static Reception on(Page page) {
            var reception = new Reception();
            var devtools = page.context().newCDPSession(page);
            devtools.on("Network.requestWillBeSent", reception::sent);
            devtools.on("Network.requestServedFromCache", event -> reception.cached.add(id(event)));
            devtools.on("Network.responseReceived", reception::received);
            devtools.on("Network.loadingFinished", reception::finished);
            devtools.send("Network.enable");
            return reception;
        }

        private void sent(JsonObject event) {
            types.put(id(event), event.has("type") ? event.get("type").getAsString() : "");
            if (event.has("redirectResponse")) {
                requests++;
                bytes += event.getAsJsonObject("redirectResponse")
                        .get("encodedDataLength")
                        .getAsLong();
            }
        }

        private void received(JsonObject event) {
            var response = event.getAsJsonObject("response");
            if (response.get("status").getAsInt() >= 400) {
                errors.add(response.get("status").getAsInt() + " " + response.get("url").getAsString());
            }
            if (response.get("fromDiskCache").getAsBoolean()
                    || response.get("url").getAsString().startsWith("data:")) {
                cached.add(id(event));
            }
        }

        private void finished(JsonObject event) {
            if (cached.contains(id(event))) {
                return;
            }
            long length = event.get("encodedDataLength").getAsLong();
            requests++;
            bytes += length;
            html += "Document".equals(types.get(id(event))) ? length : 0;
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }

        void reset() {
            types.clear();
            cached.clear();
            bytes = 0;
            html = 0;
            requests = 0;
        }

        long bytes() {
            if (!errors.isEmpty()) {
                throw new IllegalStateException("a page lacks something: " + errors);
            }
            return bytes;
        }

        long html() {
            return html;
        }

        int requests() {
            return requests;
        }
    }
}
