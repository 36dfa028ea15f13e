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
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// `./ent bench gestes`: what each flow of the first morning costs who does it, on a telephone by touch and at a desk by
/// keyboard alone, counted while a browser does it and turned into seconds by one rule.
final class Gestes {

    private static final double TOUCH = 1.1;
    private static final double KEY = 0.28;
    private static final double PAUSE = 1.35;
    private static final int SWIPE = 600;

    private static final String METHOD = """
            Chromium does each flow in the named world, from the home of its person (or the sign-in page), twice: at \
            360 × 800 by touch, and at 1,280 × 900 by keyboard alone (Tab to each target without the links that skip, \
            then Enter or Space). Counted: touches; swipes, one for each 600 px by which a target is below the screen; \
            keys; and pauses, one for each page or unfolded part on which something has to be decided. **Seconds** are \
            computed by a keystroke-level rule, not timed on people: 1.1 s a touch or a swipe, finding it included, \
            0.28 s a key, 1.35 s a pause, and what the pages really took (click to load, on the loopback: a telephone's \
            network adds its own). Typing counts its signs. It is a Monday, 8:25.""";
    private static final String BEFORE = """
            **Before** is commit e8ca6ca3, the last one that lacks all of it: its pages were walked in a browser and \
            counted by the same rule, without the time of pages. « None » is a way that did not exist.""";

    private final Browser browser;
    private final Application app;
    private final boolean bureau;
    private final Map<String, Compte> counted = new LinkedHashMap<>();
    private static final List<String> failed = new ArrayList<>();

    private Gestes(Browser browser, Application app, boolean bureau) {
        this.browser = browser;
        this.app = app;
        this.bureau = bureau;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("gestes", "What the gestures of the first morning cost", args)
                .paragraph(METHOD)
                .paragraph(BEFORE);
        var chromium = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("bench.chromium", "/usr/bin/chromium")))
                .setChromiumSandbox(false)
                .setArgs(List.of("--disable-gpu", "--no-first-run", "--disable-background-networking"));
        Map<String, Compte> phone;
        Map<String, Compte> desk;
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(chromium)) {
            phone = walk(browser, false);
            desk = walk(browser, true);
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(String.join("\n", failed));
        }
        List<List<String>> rows = new ArrayList<>();
        for (var flow : Avant.values()) {
            var telephone = phone.get(flow.name());
            var bureau = desk.get(flow.name());
            if (telephone == null || bureau == null) {
                throw new IllegalStateException("not walked: " + flow);
            }
            rows.add(row(
                    flow.mots,
                    flow.said(),
                    flow.seconds(),
                    telephone.said(),
                    telephone.seconds(),
                    counted(bureau.keys, "key", "s") + ", " + counted(bureau.pauses, "pause", "s"),
                    bureau.seconds()));
        }
        releve.table(
                List.of("flow", "before, 360 px", "s", "now, 360 px by touch", "s", "now, 1,280 px by keyboard", "s"),
                rows);
        releve.write();
    }

    /// A new folder each time: codes are given, schools are opened.
    private static Map<String, Compte> walk(Browser browser, boolean bureau) throws Exception {
        try (var folder = Dossier.create("gestes");
                var app = Application.start(folder.of("donnees"), Heure.at(Heure.monday()))) {
            var gestes = new Gestes(browser, app, bureau);
            gestes.teacher();
            gestes.school();
            gestes.head();
            gestes.parent(gestes.anotherCode());
            gestes.petits();
            gestes.region();
            return gestes.counted;
        }
    }

    private void teacher() {
        as("Claire Estève", Avant.LAST_GUARDIAN, person -> {
            person.follow("Redonner un accès");
            person.unfold(person.page.locator("details:has(.ent-foyer)").last());
            person.touch(person.page
                    .locator("details:has(.ent-foyer)")
                    .last()
                    .locator(".ent-foyer a, .ent-foyer button")
                    .first());
        });
        as("Claire Estève", Avant.FIRST_CODE, person -> {
            person.follow("Redonner un accès");
            var never = person.page
                    .locator("details:has(.ent-foyer form)")
                    .first();
            person.unfold(never);
            person.touch(never.locator("form button").first());
            person.page.locator(".ent-code").waitFor();
        });
        as("Claire Estève", Avant.ASK_THE_HEAD, person -> {
            person.follow("Élèves et familles");
            person.follow("Benali Inès");
            person.click("Demander un nouvel accès à la direction – Samira Benali");
        });
        as("Claire Estève", Avant.HAND_OVER, person -> {
            person.follow("Redonner un accès");
            person.download("Imprimer les feuilles des");
        });
    }

    /// What comes back each day: a note to the families, today's work, the roll. The class is the one that is
    /// proposed; words are typed whole.
    private void school() {
        as("Claire Estève", Avant.NOTE, person -> {
            person.follow("Un mot aux familles");
            person.type(person.page.locator("#titre"), "Sortie vendredi");
            person.type(person.page.locator("[contenteditable=true], #texte").first(), "Apportez des bottes.");
            person.touch(person.page
                    .locator("main button[type=submit]", new Page.LocatorOptions().setHasText("Publier"))
                    .first());
            person.arrived("fait=publie");
        });
        as("Claire Estève", Avant.WORK, person -> {
            person.follow("Le cahier de textes");
            person.choose(person.page.locator("[name=matiere]").first());
            person.type(person.page.locator("#texte"), "Relire la page 12.");
            person.click("Écrire dans le cahier");
            person.arrived("fait=donne");
        });
        as("Claire Estève", Avant.ROLL, person -> {
            person.follow("Faire l’appel");
            person.choose(person.page.locator(".ent-appel [value=absent]").nth(4));
            person.choose(person.page.locator(".ent-appel [value=retard]").nth(12));
            person.click("Valider l’appel");
            person.arrived("fait=ecrit");
        });
    }

    private String anotherCode() {
        var code = new String[1];
        as("Claire Estève", Avant.ANOTHER_CODE, person -> {
            person.follow("Redonner un accès");
            person.unfold(person.page
                    .locator("details", new Page.LocatorOptions().setHasText("Zoé Delmas"))
                    .first());
            person.follow("Remettre un accès – Paul Roques");
            person.click("Donner un nouveau code");
            code[0] = person.page.locator(".ent-code").innerText().strip();
        });
        return code[0];
    }

    private void head() {
        as("Hélène Castans", Avant.HEAD_SEARCH, person -> {
            person.follow("Chercher une personne");
            person.type(person.page.getByLabel("Nom ou prénom"), "samira");
            person.click("Chercher");
            person.follow("Redonner un accès – Samira Benali");
            person.click("Donner un nouveau code");
        });
        as("Hélène Castans", Avant.HEAD_CLASS, person -> {
            person.follow("Classes");
            person.follow("CM1 Mme Estève");
        });
    }

    private void parent(String code) throws Exception {
        var birth = birth("ZOE", "DELMAS");
        with("", Avant.ACTIVATION, person -> {
            person.go("/connexion");
            person.begin();
            person.follow("Taper mon code");
            person.type(person.page.getByLabel("Code de la feuille"), code);
            person.click("Continuer");
            person.type(person.page.getByLabel("Jour"), "" + birth.getDayOfMonth());
            person.type(person.page.getByLabel("Mois"), "" + birth.getMonthValue());
            person.type(person.page.getByLabel("Année"), "" + birth.getYear());
            person.click("Continuer");
            person.keep(Avant.PASSWORD, () -> {
                person.click("Proposez-moi un mot de passe");
                person.click("Enregistrer et entrer");
            });
            if (person.page.url().endsWith("/charte")) { // the named world has accepted it
                person.check("J’ai lu la charte");
                person.click("Accepter et continuer");
            }
        });
        as("Samira Benali", Avant.IT_IS_WRONG, person -> {
            person.unfold(person.page
                    .locator("header details", new Page.LocatorOptions().setHasText("Mon compte"))
                    .first());
            person.follow("Mes données");
            person.follow("C’est faux – Adresse");
            person.type(person.page.locator("#juste"), "12 rue des Lilas");
            person.click("Le dire à l’école");
        });
    }

    private void petits() {
        as("Bastien Rouquette", Avant.CLASS_OPEN, person -> {
            person.follow("Ouvrir la classe");
            person.click("Ouvrir MS M. Rouquette");
            person.keep(Avant.CHILD_IN, () -> person.click("Younes"));
            person.keep(Avant.CHILD_OUT, () -> person.click("C’est fini"));
        });
    }

    private void region() {
        as("Florence Vidal", Avant.SCHOOL_OPENED, person -> {
            person.follow("Écoles");
            person.touch(person.page
                    .locator("tr", new Page.LocatorOptions().setHasText("fermée"))
                    .locator("input[type=checkbox]")
                    .first());
            person.click("Ouvrir…");
            person.click("Ouvrir cette école");
        });
        as("Florence Vidal", Avant.SETTINGS, person -> {
            person.follow("Les réglages de la région");
            person.type(person.page.locator("main input[type=text], main textarea").first(), "Région académique");
            person.click("Voir ce qui changerait");
            person.click("Publier");
        });
    }

    private LocalDate birth(String prenom, String nom) throws Exception {
        try (var base = app.connect();
                var asked = base.prepareStatement("""
                        select date_naissance from annuaire.eleve
                         where annuaire.cle(prenom) = annuaire.cle(?) and annuaire.cle(nom) = annuaire.cle(?) limit 1
                        """)) {
            asked.setString(1, prenom);
            asked.setString(2, nom);
            try (var found = asked.executeQuery()) {
                found.next();
                return found.getObject(1, LocalDate.class);
            }
        }
    }

    private void as(String name, Avant flow, Consumer<Personne> does) {
        with(name, flow, person -> {
            person.begin();
            does.accept(person);
        });
    }

    private void with(String name, Avant flow, Consumer<Personne> does) {
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(bureau ? 1280 : 360, bureau ? 900 : 800)
                .setLocale("fr-FR"))) {
            var person = new Personne(context);
            if (!name.isEmpty()) {
                person.enter(name);
            }
            does.accept(person);
            counted.merge(flow.name(), person.compte, (kept, more) -> kept.plus(more));
        } catch (RuntimeException e) {
            failed.add(flow + (bureau ? ", by keyboard: " : ", by touch: ") + e);
        }
    }

    /// Who does it, in a window of their own.
    private final class Personne {

        final Page page;
        Compte compte = new Compte();
        private boolean decides = true;

        Personne(BrowserContext context) {
            page = context.newPage();
            page.setDefaultTimeout(20_000);
        }

        void enter(String name) {
            go("/connexion");
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entrer comme " + name))
                    .first()
                    .click();
            page.waitForURL(url -> !url.contains("/connexion"));
        }

        void go(String path) {
            page.navigate(app.address() + path);
        }

        void begin() {
            compte = new Compte();
            decides = true;
        }

        /// A part of a flow that is a flow of its own.
        void keep(Avant flow, Runnable part) {
            var whole = compte;
            begin();
            part.run();
            counted.put(flow.name(), compte);
            compte = flow == Avant.PASSWORD ? whole.plus(compte) : whole;
        }

        void follow(String link) {
            touch(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                    .first());
        }

        void click(String button) {
            touch(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                    .first());
        }

        void check(String label) {
            var box = page.getByLabel(label).first();
            reach(box);
            press(box, "Space");
        }

        /// One of a group of rounds: Tab leads to the group, arrows within it.
        void choose(Locator round) {
            if (!bureau) {
                reach(round);
                press(round, "Space");
                return;
            }
            var group = page.locator("[name='%s']".formatted(round.getAttribute("name")));
            var checked = group.and(page.locator(":checked"));
            reach(checked.count() > 0 ? checked.first() : group.first());
            if (checked.count() == 0) {
                press(group.first(), "Space");
            }
            for (int i = 0; i < 20 && !round.isChecked(); i++) {
                press(round, "ArrowRight");
            }
        }

        void arrived(String address) {
            if (!page.url().contains(address)) {
                throw new IllegalStateException(page.url() + " where " + address + " was meant");
            }
        }

        void unfold(Locator details) {
            var summary = details.locator("summary").first();
            reach(summary);
            press(summary, "Enter");
            decides = true;
        }

        void type(Locator field, String words) {
            reach(field.first());
            if (!bureau) {
                compte.touches++;
            }
            compte.keys += words.length();
            field.first().fill(words);
        }

        void download(String button) {
            var target = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                    .first();
            reach(target);
            page.waitForDownload(() -> press(target, "Enter"));
        }

        /// Touches what leads to another page.
        void touch(Locator target) {
            reach(target);
            if (target.getAttribute("type") instanceof String type && type.equals("checkbox")) {
                press(target, "Space");
                return;
            }
            var from = System.nanoTime();
            page.waitForNavigation(() -> press(target, "Enter"));
            compte.pages += (System.nanoTime() - from) / 1e9;
            decides = true;
        }

        private void press(Locator target, String key) {
            if (bureau) {
                compte.keys++;
                page.keyboard().press(key);
            } else {
                compte.touches++;
                target.click(new Locator.ClickOptions().setForce(true));
            }
        }

        /// Looks where one is, then goes to the target as people do.
        private void reach(Locator target) {
            target.waitFor();
            if (decides) {
                compte.pauses++;
                decides = false;
            }
            if (bureau) {
                tab(target);
            } else {
                swipe(target);
            }
        }

        private void swipe(Locator target) {
            var below = ((Number) target.evaluate("e => e.getBoundingClientRect().bottom - innerHeight")).doubleValue();
            if (below > 0) {
                compte.swipes += (int) Math.ceil(below / SWIPE);
            }
            target.scrollIntoViewIfNeeded();
        }

        private void tab(Locator target) {
            for (int i = 0; i < 400; i++) {
                if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) {
                    return;
                }
                page.keyboard().press("Tab");
                compte.keys++;
            }
            throw new IllegalStateException("never reached by Tab: " + target);
        }
    }

    private static final class Compte {

        int touches;
        int swipes;
        int keys;
        int pauses;
        double pages;

        Compte plus(Compte more) {
            var sum = new Compte();
            sum.touches = touches + more.touches;
            sum.swipes = swipes + more.swipes;
            sum.keys = keys + more.keys;
            sum.pauses = pauses + more.pauses;
            sum.pages = pages + more.pages;
            return sum;
        }

        String said() {
            return Gestes.said(touches, swipes, keys, pauses);
        }

        String seconds() {
            return number("%.1f", Gestes.seconds(touches, swipes, keys, pauses) + pages);
        }
    }

    private static String said(int touches, int swipes, int keys, int pauses) {
        return counted(touches, "touch", "es")
                + (swipes > 0 ? ", " + counted(swipes, "swipe", "s") : "")
                + (keys > 0 ? ", " + counted(keys, "key", "s") : "")
                + ", " + counted(pauses, "pause", "s");
    }

    private static String counted(int count, String word, String more) {
        return count + " " + word + (count == 1 ? "" : more);
    }

    private static double seconds(int touches, int swipes, int keys, int pauses) {
        return (touches + swipes) * TOUCH + keys * KEY + pauses * PAUSE;
    }

    /// The flows, and what each cost before, as walked in commit e8ca6ca3; pauses 0: there was no way.
    private enum Avant {
        LAST_GUARDIAN("teacher to the last guardian", 2, 26, 0, 2),
        FIRST_CODE("teacher to a first code (before: also voids, unasked)", 2, 2, 0, 2),
        ANOTHER_CODE("teacher to another code (before: unasked)", 2, 2, 0, 2),
        ASK_THE_HEAD("teacher asks the head for a guardian who has come", 0, 0, 0, 0),
        NOTE("teacher publishes a note to the class, 35 signs (aim: 20 s)", 0, 0, 0, 0),
        WORK("teacher writes work for the next day, 18 signs (aim: 30 s)", 0, 0, 0, 0),
        ROLL("teacher calls the roll, one missing, one late (aim: 30 s)", 0, 0, 0, 0),
        HEAD_SEARCH("head, from a search to a code", 0, 0, 0, 0),
        HEAD_CLASS("head opens a class", 0, 0, 0, 0),
        HAND_OVER("teacher prints the sheets and their list to sign (before: no list)", 2, 1, 0, 2),
        PASSWORD("choosing a password (before: twenty signs twice, taken at once)", 3, 0, 40, 1),
        ACTIVATION("a parent’s activation, password included, the charter accepted before", 10, 0, 61, 4),
        IT_IS_WRONG("« C’est faux » on a line", 0, 0, 0, 0),
        CLASS_OPEN("opening the class", 2, 0, 0, 2),
        CHILD_IN("a child in", 1, 3, 0, 1),
        CHILD_OUT("a child out", 1, 0, 0, 1),
        SCHOOL_OPENED("region opens a school", 4, 4, 0, 3),
        SETTINGS("region changes one setting", 0, 0, 0, 0);

        final String mots;
        private final int touches;
        private final int swipes;
        private final int keys;
        private final int pauses;

        Avant(String mots, int touches, int swipes, int keys, int pauses) {
            this.mots = mots;
            this.touches = touches;
            this.swipes = swipes;
            this.keys = keys;
            this.pauses = pauses;
        }

        String said() {
            return pauses == 0 ? "none" : Gestes.said(touches, swipes, keys, pauses);
        }

        String seconds() {
            return pauses == 0 ? "–" : number("%.1f", Gestes.seconds(touches, swipes, keys, pauses));
        }
    }
}
