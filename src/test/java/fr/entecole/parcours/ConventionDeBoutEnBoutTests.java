package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.contrats.TravauxOfferts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The town hall of Lespignan, from a page without an account to opened schools, a bill, an avenant of 20 October that
/// comes too late and an ending walked to its last day. The clock of the application moves from one day to the next,
/// and the nights are run when they come; whoever acts does so with the keyboard, but for the picking of files and
/// days, which Chromium draws itself.
@MondeTest
@Tag("parcours")
class ConventionDeBoutEnBoutTests {

    private static final String FOCUSED = """
            () => { const e = document.activeElement;
              return e && e.matches('a, button, summary, input') ? (e.innerText || e.value || '').replace(/\\s+/g, ' ').trim() : null; }
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    /// The civil year of the rentrée of which the convention is.
    private int annee;

    @AfterEach
    void putTheClockBack() {
        ((HorlogeDeLaMaison) clock).putBack();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void goesFromTheTownHallsDeskToOpenSchoolsABillAndAnEnd() throws IOException {
        annee = AnneeScolaire.of(Dates.day(clock.instant())).rentree();
        // what the region had granted until the commune declares is not what opens these schools
        jdbc.sql("delete from conventions.derogation where commune_insee = '34135'")
                .update();

        on(annee, Month.AUGUST, 25);
        var path = declare();
        on(annee, Month.SEPTEMBER, 6);
        night();
        assertThat(open()).as("the year before is over").isZero();

        var signing = on(annee, Month.SEPTEMBER, 8);
        transmit(path);
        signForTheCommune(path, signing);
        signForTheRegion(path);
        assertThat(open()).as("before the night").isZero();
        on(annee, Month.SEPTEMBER, 9);
        night();
        assertThat(open()).isEqualTo(2);
        issue();

        on(annee, Month.SEPTEMBER, 20);
        finance(path);

        on(annee, Month.OCTOBER, 20);
        late(path);
        night();
        assertThat(open()).as("both stay, and are billed").isEqualTo(2);

        end(path);
    }

    /// Without an account.
    private String declare() {
        try (var hall = Navigateur.open(port).as(Taille.BUREAU)) {
            hall.go("/conventions/declarer").lookAtBoth("declarer-commune");
            type(hall, "q", "Lespignan");
            hall.page().keyboard().press("Enter");
            hall.page().waitForURL("**/conventions/declarer?q=Lespignan");
            hall.lookAtBoth("declarer-trouvee");
            hall.page()
                    .locator("a[href*='/conventions/declarer/34135/" + annee + "']")
                    .first()
                    .focus();
            hall.page().keyboard().press("Enter");
            hall.page().waitForURL("**/conventions/declarer/34135/" + annee);
            assertThat(hall.page().locator("input[name=ecole]:checked")).hasCount(2);
            hall.lookAtBoth("declarer-formulaire");
            type(hall, "adresse", "Place Jean Povéda, 34710 Lespignan");
            type(hall, "signataire", "Guy Fabre");
            type(hall, "contact", "Accueil de la mairie");
            hall.page().locator("#siret").focus();
            hall.page().keyboard().press("Control+A");
            hall.page().keyboard().type("21340135900013");
            type(hall, "courriel", "mairie.lespignan@example.org");
            hall.page().keyboard().press("Enter");
            assertThat(hall.page().locator("#siret")).hasAttribute("aria-invalid", "true");
            hall.lookAtBoth("declarer-siret");
            hall.page().locator("#siret").focus();
            hall.page().keyboard().press("Control+A");
            hall.page().keyboard().type("21340135900012");
            hall.page().keyboard().press("Enter");
            assertThat(hall.page().getByText("Ouvrez-le pour continuer")).isVisible();
            hall.lookAtBoth("declarer-partie");
            hall.go("/conventions/suite#" + jeton("mairie.lespignan@example.org"));
            assertThat(hall.page().locator("input[name=etape]")).hasCount(1);
            hall.lookAtBoth("declarer-confirmation");
            press(hall, "Confirmer");
            assertThat(hall.page().getByText("La déclaration est confirmée")).isVisible();
            assertThat(hall.words()).contains("80 €");
            hall.lookAtBoth("declarer-confirmee");
            return hall.page()
                    .locator(
                            "a[href^='/conventions/']",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Ouvrir la convention"))
                    .getAttribute("href");
        }
    }

    private void transmit(String path) throws IOException {
        try (var referent = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Christine Rascol")) {
            assertThat(referent.words()).contains("À relire, puis à transmettre");
            referent.go(path).lookAtBoth("convention-brouillon");
            press(referent, "Transmettre à la région");
            referent.page().waitForURL("**?fait=transmise");
            assertThat(referent.words()).contains("C’est transmis", "À la commune : signer la convention");
            var file = referent.page().waitForDownload(() -> press(referent, "La convention (PDF)"));
            try (var pdf = Loader.loadPDF(file.path().toFile())) {
                var words = new PDFTextStripper().getText(pdf);
                assertThat(words).contains("0341401N", "0341406U", "Guy Fabre");
                assertThat(words.lines().map(String::strip)).noneMatch(line -> line.endsWith("’"));
            }
        }
    }

    private void signForTheCommune(String path, LocalDate today) throws IOException {
        try (var referent = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Christine Rascol")) {
            referent.go(path + "/signature");
            attach(referent, "signee.pdf");
            referent.lookAtBoth("convention-signature");
            press(referent, "Déposer");
            referent.page().waitForURL("**?fait=signee");
            assertThat(referent.words()).contains("À la région : signer la convention");
            referent.go(path + "/acte");
            attach(referent, "deliberation.pdf");
            referent.lookAtBoth("convention-acte");
            type(referent, "numero", "D12");
            referent.page().locator("#jour").fill(today.toString());
            var accuse = "034-213401359-" + today.format(DateTimeFormatter.BASIC_ISO_DATE) + "-D12-DE";
            type(referent, "accuse", "034-213401359");
            press(referent, "Déposer l’acte");
            assertThat(referent.page().locator("#accuse")).hasAttribute("aria-invalid", "true");
            referent.lookAtBoth("convention-acte-refuse");
            referent.page().locator("#accuse").focus();
            referent.page().keyboard().press("Control+A");
            referent.page().keyboard().type(accuse);
            press(referent, "Déposer l’acte");
            referent.page().waitForURL("**?fait=acte");
            assertThat(referent.words()).contains("L’acte est déposé", "concordent");
        }
    }

    /// In the application, by whom the region has named.
    private void signForTheRegion(String path) {
        try (var region = Navigateur.open(port).as(Taille.BUREAU).enterAs("Florence Vidal")) {
            assertThat(region.words()).contains("la signature de la région");
            region.go("/conventions/region?annee=" + annee + "&attente=SIGNATURE_REGION")
                    .lookAtBoth("convention-tableau");
            assertThat(region.words()).contains("Commune de Lespignan");
            region.go(path);
            press(region, "Signer la convention");
            region.page().waitForURL("**/signer");
            region.lookAtBoth("convention-signer-region");
            region.page().locator("#lu").focus();
            region.page().keyboard().press("Space");
            press(region, "Signer");
            region.page().waitForURL("**?fait=signee");
            assertThat(region.words()).contains("Active", "preuve-de-signature.pdf");
            region.lookAtBoth("convention-active");
        }
    }

    private void issue() {
        try (var region = Navigateur.open(port).as(Taille.BUREAU).enterAs("Florence Vidal")) {
            region.go("/conventions/titres?annee=" + annee);
            press(region, "Émettre ces titres");
            region.page().waitForURL("**emis=*");
            region.lookAtBoth("titres");
            assertThat(region.words()).contains("Commune de Lespignan", "80 €");
        }
    }

    /// Somebody whom the référent invites to pay downloads what the accounting officer asks for.
    private void finance(String path) throws IOException {
        try (var referent = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Christine Rascol")) {
            referent.go("/conventions/personnes").lookAtBoth("personnes");
            referent.page()
                    .getByLabel("suit les factures de la commune")
                    .first()
                    .focus();
            referent.page().keyboard().press("Space");
            type(referent, "prenom", "Luc");
            type(referent, "nom", "Caisse");
            type(referent, "courriel", "luc.caisse@example.org");
            press(referent, "Inviter");
            assertThat(referent.page().getByText("L’invitation est partie")).isVisible();
            referent.lookAtBoth("personnes-invitee");
        }
        var cookie = new EnTantQue(context).personne(new Visites(context).agent("Caisse"));
        try (var finance = Navigateur.open(port).as(Taille.BUREAU)) {
            finance.window()
                    .addCookies(List.of(
                            new Cookie(cookie.getName(), cookie.getValue()).setUrl("http://127.0.0.1:" + port)));
            finance.go(path).lookAtBoth("convention-finances");
            assertThat(finance.words()).doesNotContain("Préparer un avenant", "Déposer l’acte");
            var file = finance.page().waitForDownload(() -> press(finance, "Tout le dossier (ZIP)"));
            var copy =
                    Files.copy(file.path(), Files.createTempDirectory("dossier").resolve("d.zip"));
            List<String> names = new ArrayList<>();
            try (var zip = new ZipFile(copy.toFile())) {
                zip.stream().forEach(e -> names.add(e.getName()));
            }
            assertThat(names)
                    .contains("convention.pdf", "contenu.txt")
                    .anyMatch(n -> n.startsWith("titre-"))
                    .anyMatch(n -> n.endsWith("acte.pdf"))
                    .anyMatch(n -> n.endsWith("convention-signee.pdf"))
                    .anyMatch(n -> n.endsWith("document-signe.pdf"));
        }
    }

    /// Five days after the window: told in words and euros before it is sent, and the bill stays that of two schools.
    private void late(String path) {
        try (var referent = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Christine Rascol")) {
            referent.go(path + "/avenant");
            referent.page().locator("input[name=ecole]").last().focus();
            referent.page().keyboard().press("Space");
            type(referent, "motif", "L’élémentaire passe à un autre outil");
            referent.lookAtBoth("avenant");
            referent.page().locator("main form button[type=submit]").last().focus();
            referent.page().keyboard().press("Enter");
            assertThat(referent.page().getByText("Hors délai.")).isVisible();
            assertThat(referent.words()).contains("Aujourd’hui : 80 €. Avec l’avenant : 80 €.", "reste facturée");
            referent.lookAtBoth("avenant-apercu");
            press(referent, "Envoyer l’avenant");
            referent.page().waitForURL("**?fait=avenant-tard");
            assertThat(referent.words())
                    .contains("reçu hors délai", "Il n’y a rien à signer", "2 écoles × 40 € = 80 €")
                    .doesNotContain("Imprimez-le", "Déposer l’avenant signé");
            referent.lookAtBoth("convention-avenant");
        }
    }

    /// Each step on its day: first letter, conciliation, its failure, second letter; fifteen days later it is over.
    private void end(String path) {
        var first = on(annee, Month.NOVEMBER, 2);
        step(path, "Première lettre recommandée", first);
        see(path + "/fin", "La conciliation s’engage au plus tard le 2 décembre " + annee);
        step(path, "Conciliation engagée", on(annee, Month.NOVEMBER, 10));
        step(path, "Échec de la conciliation", on(annee, Month.NOVEMBER, 20));
        step(path, "Seconde lettre recommandée", on(annee, Month.NOVEMBER, 25));
        see(path + "/fin", "La convention prend fin le 10 décembre " + annee, "à partir du 25 décembre " + annee);

        on(annee, Month.DECEMBER, 9);
        night();
        see(path, "Active");
        assertThat(open()).as("the last day").isEqualTo(2);
        on(annee, Month.DECEMBER, 10);
        night();
        assertThat(open()).isZero();
        see(path, "Résiliée", "80 €");
        try (var region = Navigateur.open(port).as(Taille.BUREAU).enterAs("Florence Vidal")) {
            region.go("/conventions/region?annee=" + annee + "&etat=RESILIEE").lookAtBoth("tableau-resiliees");
            assertThat(region.words()).contains("Commune de Lespignan");
        }
    }

    private void step(String path, String etape, LocalDate jour) {
        try (var referent = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Christine Rascol")) {
            referent.go(path + "/fin").lookAtBoth("fin");
            referent.page().getByLabel(etape).first().focus();
            referent.page().keyboard().press("Space");
            referent.page().locator("#jour").fill(jour.toString());
            type(referent, "motif", "Ce que dit la lettre.");
            press(referent, "Noter l’étape");
            referent.page().waitForURL("**?fait=etape");
        }
    }

    private void see(String path, String... words) {
        try (var referent = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Christine Rascol")) {
            referent.go(path).lookAtBoth("voir" + path.substring(path.lastIndexOf('/') + 1));
            assertThat(referent.words()).contains(words);
        }
    }

    // --- by the keyboard --------------------------------------------------------------------------------------------

    private static void type(Navigateur who, String id, String words) {
        who.page().locator("#" + id).focus();
        who.page().keyboard().type(words);
    }

    /// Past the menus by the skip link, then from stop to stop until that one, then Enter.
    private static void press(Navigateur who, String name) {
        var page = who.page();
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("Tab");
        if (String.valueOf(page.evaluate(FOCUSED)).equals("Contenu")) {
            page.keyboard().press("Enter");
        }
        for (int stops = 0; stops < 80; stops++) {
            var here = page.evaluate(FOCUSED);
            if (here instanceof String words && words.startsWith(name)) {
                page.keyboard().press("Enter");
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no stop leads to « " + name + " » on " + page.url());
    }

    private static void attach(Navigateur who, String name) throws IOException {
        who.page().locator("#fichiers").setInputFiles(new FilePayload(name, "application/pdf", pdf()));
        assertThat(who.page().locator(".ent-joindre__piece input[type=hidden]")).hasCount(1);
    }

    // --- the day, the night -----------------------------------------------------------------------------------------

    /// Ten in the morning of that day, in Paris.
    private LocalDate on(int year, Month month, int day) {
        var date = LocalDate.of(year, month, day);
        ((HorlogeDeLaMaison) clock)
                .move(date.atTime(LocalTime.of(10, 0)).atZone(Dates.PARIS).toInstant());
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        return date;
    }

    /// What is done at night, on that day.
    private void night() {
        context.getBeansOfType(TravauxOfferts.class).values().stream()
                .flatMap(offered -> offered.travaux().stream())
                .filter(travail -> travail.nom().startsWith("conventions."))
                .forEach(travail -> travail.run());
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    /// How many of the two schools are open.
    private int open() {
        return jdbc.sql("""
                        select count(*)::int from annuaire.ouverte o join annuaire.lieu l on l.ecole_id = o.ecole_id
                         where l.uai in ('0341401N', '0341406U')
                        """).query(Integer.class).single();
    }

    private String jeton(String to) {
        var letter = jdbc.sql("select texte from courriel.envoi where destinataire = :to")
                .param("to", to)
                .query(String.class)
                .single();
        var found = Pattern.compile("#([\\w-]{43})").matcher(letter);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var output = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(output);
            return output.toByteArray();
        }
    }
}
