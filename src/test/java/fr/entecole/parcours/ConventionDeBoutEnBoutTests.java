package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Bascules;
import fr.entecole.conventions.regles.Fenetre;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The town hall of Lespignan, from a page without an account to opened schools, a bill, an avenant that comes too late
/// and an ending walked to its last day.
@MondeTest
@Tag("parcours")
class ConventionDeBoutEnBoutTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Bascules bascules;

    @Autowired
    Clock clock;

    @Test
    void goesFromTheTownHallsDeskToOpenSchoolsABillAndAnEnd() throws IOException {
        var visites = new Visites(context);
        var today = Dates.day(clock.instant());
        closeTheWindow(today);
        var path = declare();
        try (var referent = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Christine Rascol");
                var region = Navigateur.open(port).as(Taille.BUREAU).enterAs("Florence Vidal")) {
            assertThat(referent.words()).contains("À relire, puis à transmettre");
            referent.go(path).look("convention-brouillon");
            referent.click("Transmettre à la région");
            assertThat(referent.words()).contains("C’est transmis", "À la commune : signer la convention");
            read(referent);
            sign(referent, path, "convention-signature");
            assertThat(referent.words()).contains("À la région : signer la convention");
            referent.go(path + "/acte").look("convention-acte");
            act(referent, today);
            assertThat(referent.words()).contains("L’acte est déposé", "concordent");

            region.go("/");
            assertThat(region.words()).contains("la signature de la région");
            region.follow("Signer").look("convention-tableau");
            assertThat(region.words()).contains("Commune de Lespignan");
            sign(region, path, "convention-signature-region");
            region.look("convention-active");
            visites.close("0341401N");
            visites.close("0341406U");
            bascules.run(today);
            assertThat(open("0341401N") + open("0341406U")).isEqualTo(2);
            region.go("/conventions/titres").click("Émettre ces titres").look("titres");
            assertThat(region.words()).contains("Commune de Lespignan", "80 €");

            finance(visites, referent, path);
            late(referent, path);
            end(referent, path, today);
        }
    }

    /// Without an account, and by the keyboard alone where one types.
    private String declare() {
        try (var hall = Navigateur.open(port).as(Taille.BUREAU)) {
            hall.go("/conventions/declarer").look("declarer-commune");
            hall.page().locator("#q").focus();
            hall.page().keyboard().type("Lespignan");
            hall.page().keyboard().press("Enter");
            hall.page().waitForURL("**/conventions/declarer?q=Lespignan");
            hall.look("declarer-trouvee");
            hall.page()
                    .locator("a[href*='/conventions/declarer/34135/']")
                    .first()
                    .click();
            assertThat(hall.page().locator("input[name=ecole]:checked")).hasCount(2);
            hall.look("declarer-formulaire");
            fill(hall, "adresse", "Place de la Mairie, 34710 Lespignan");
            fill(hall, "signataire", "Guy Fabre");
            fill(hall, "contact", "Accueil de la mairie");
            fill(hall, "courriel", "mairie");
            hall.page().keyboard().press("Tab");
            hall.page().locator("#courriel").fill("mairie.lespignan@example.org");
            hall.page().keyboard().press("Enter");
            assertThat(hall.page().getByText("Ouvrez-le pour continuer")).isVisible();
            hall.look("declarer-partie");
            hall.go("/conventions/suite#" + jeton("mairie.lespignan@example.org"));
            assertThat(hall.page().locator("input[name=etape]")).hasCount(1);
            hall.look("declarer-confirmation").click("Confirmer");
            assertThat(hall.words()).contains("La déclaration est confirmée", "80 €");
            hall.look("declarer-confirmee");
            return hall.page()
                    .locator(
                            "a[href^='/conventions/']",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Ouvrir la convention"))
                    .getAttribute("href");
        }
    }

    private static void fill(Navigateur who, String id, String words) {
        who.page().locator("#" + id).focus();
        who.page().keyboard().type(words);
    }

    private static void read(Navigateur who) throws IOException {
        var file = who.page()
                .waitForDownload(() ->
                        who.page().getByText("La convention (PDF)").first().click());
        try (var pdf = Loader.loadPDF(file.path().toFile())) {
            var words = new PDFTextStripper().getText(pdf);
            assertThat(words).contains("0341401N", "0341406U", "Guy Fabre");
            assertThat(words.lines().map(String::strip)).noneMatch(line -> line.endsWith("’"));
        }
    }

    private static void sign(Navigateur who, String path, String picture) throws IOException {
        who.go(path + "/signature");
        attach(who, "signee.pdf");
        who.look(picture).click("Déposer");
        who.page().waitForURL("**?fait=signee");
    }

    private static void attach(Navigateur who, String name) throws IOException {
        who.page().locator("#fichiers").setInputFiles(new FilePayload(name, "application/pdf", pdf()));
        assertThat(who.page().locator(".ent-joindre__piece input[type=hidden]")).hasCount(1);
    }

    private static void act(Navigateur who, LocalDate today) throws IOException {
        attach(who, "deliberation.pdf");
        who.page().locator("#numero").fill("D12");
        who.page().locator("#jour").fill(today.toString());
        who.page()
                .locator("#accuse")
                .fill("034-213401359-" + today.format(DateTimeFormatter.BASIC_ISO_DATE) + "-D12-DE");
        who.click("Déposer l’acte");
        who.page().waitForURL("**?fait=acte");
    }

    /// Somebody whom the référent invites to pay downloads what the accounting officer asks for.
    private void finance(Visites visites, Navigateur referent, String path) throws IOException {
        referent.go("/conventions/personnes").look("personnes");
        referent.check("suit les factures de la commune");
        referent.page().locator("#prenom").fill("Luc");
        referent.page().locator("#nom").fill("Caisse");
        referent.page().locator("#courriel").fill("luc.caisse@example.org");
        referent.click("Inviter");
        assertThat(referent.words()).contains("L’invitation est partie", "Luc Caisse");
        referent.look("personnes-invitee");
        var cookie = new EnTantQue(context).personne(visites.agent("Caisse"));
        try (var finance = Navigateur.open(port).as(Taille.BUREAU)) {
            finance.window()
                    .addCookies(List.of(new com.microsoft.playwright.options.Cookie(cookie.getName(), cookie.getValue())
                            .setUrl("http://127.0.0.1:" + port)));
            finance.go(path).look("convention-finances");
            assertThat(finance.words()).doesNotContain("Préparer un avenant", "Déposer l’acte");
            var file = finance.page()
                    .waitForDownload(() -> finance.page()
                            .getByText("Tout le dossier (ZIP)")
                            .first()
                            .click());
            var copy =
                    Files.copy(file.path(), Files.createTempDirectory("dossier").resolve("d.zip"));
            List<String> names = new ArrayList<>();
            try (var zip = new ZipFile(copy.toFile())) {
                zip.stream().forEach(e -> names.add(e.getName()));
            }
            assertThat(names).contains("convention.pdf", "contenu.txt").anyMatch(n -> n.startsWith("titre-"));
        }
    }

    /// An avenant after the window: told in words and euros before it is sent, and the bill stays.
    private static void late(Navigateur who, String path) {
        who.go(path + "/avenant");
        who.page().locator("input[name=ecole]").last().uncheck();
        who.page().locator("#motif").fill("L’élémentaire passe à un autre outil");
        who.look("avenant");
        who.page().locator("main form button[type=submit]").last().click();
        assertThat(who.page().getByText("Hors délai.")).isVisible();
        assertThat(who.words()).contains("Aujourd’hui : 80 €. Avec l’avenant : 80 €.", "reste facturée");
        who.look("avenant-apercu").click("Envoyer l’avenant");
        who.page().waitForURL("**?fait=avenant");
        assertThat(who.words()).contains("Hors délai", "2 écoles × 40 € = 80 €");
        who.look("convention-avenant");
    }

    /// The days are those of the letters, noted afterwards: the last one ended it some days ago.
    private static void end(Navigateur who, String path, LocalDate today) {
        step(who, path, "Première lettre recommandée", today.minusDays(60));
        who.go(path + "/fin").look("fin");
        step(who, path, "Conciliation engagée", today.minusDays(45));
        step(who, path, "Échec de la conciliation", today.minusDays(40));
        step(who, path, "Seconde lettre recommandée", today.minusDays(20));
        who.go(path).look("convention-resiliee");
        assertThat(who.words()).contains("Résiliée");
    }

    private static void step(Navigateur who, String path, String etape, LocalDate jour) {
        who.go(path + "/fin").check(etape);
        who.page().locator("#jour").fill(jour.toString());
        who.page().locator("#motif").fill("Ce que dit la lettre.");
        who.click("Noter l’étape");
        who.page().waitForURL("**?fait=etape");
    }

    private int open(String uai) {
        return jdbc.sql("""
                        select count(*)::int from annuaire.ouverte o join annuaire.lieu l on l.ecole_id = o.ecole_id
                         where l.uai = :uai
                        """).param("uai", uai).query(Integer.class).single();
    }

    /// Whatever the day of the run, avenants of this year came until ten days ago.
    private void closeTheWindow(LocalDate today) {
        var annees = context.getBean(Annees.class);
        int annee = AnneeScolaire.of(today).rentree();
        var before = annees.of(annee).orElseThrow();
        var p = before.parametres();
        var vidal = new EnTantQue(context).account(new Visites(context).agent("Vidal"));
        annees.publish(
                new Parametres(
                        annee,
                        p.prix(),
                        p.fin(),
                        p.preavis(),
                        new Fenetre(today.minusDays(40), today.minusDays(10)),
                        p.tolerance(),
                        p.tribunal(),
                        p.beaucoup(),
                        p.profils(),
                        p.partie(),
                        p.signataire(),
                        p.mots(),
                        p.texte()),
                before.version(),
                context.getBean(Utilisateurs.class).of(vidal, null).orElseThrow());
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
