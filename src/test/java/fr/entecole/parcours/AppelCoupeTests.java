package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.presences.Appele;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Dit;
import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The line is cut in the middle of the roll: two tablets go on with the same class, and nothing is lost nor
/// overwritten when it comes back.
@MondeTest
@Tag("parcours")
class AppelCoupeTests {

    @LocalServerPort
    int port;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    Clock clock;

    private Appele quoi;
    private String path;

    @BeforeEach
    void aHalfDayThatNobodyHasCalled() {
        var curie = reperes.ecole("0110358E");
        var cm1 = reperes.classe("11", "514");
        var today = LocalDate.now(clock);
        DemiJournee demi =
                calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                        .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                        .reduce((_, last) -> last)
                        .orElseThrow();
        quoi = new Appele(curie, cm1, demi);
        path = "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel?jour=" + demi.jour() + "&moment="
                + demi.moment();
    }

    @Test
    void callsTheClassThroughACutOnTwoTablets() {
        try (var teacher = Navigateur.withWorker(port).as(Taille.TELEPHONE).enterAs("Claire Estève");
                var head = Navigateur.withWorker(port).enterAs("Hélène Castans")) {
            cut(teacher);
            cut(head);
            child(teacher, "Benali, Inès").locator("[value=absent]").check();
            assertThat(teacher.page().locator("[data-total=absent]")).hasText("1");
            teacher.page().reload();
            assertThat(child(teacher, "Benali, Inès").locator("[value=absent]")).isChecked();
            teacher.click("Valider l’appel");
            assertThat(status(teacher)).containsText("C’est gardé sur cet appareil");
            head.click("Valider l’appel");
            assertThat(status(head)).containsText("C’est gardé sur cet appareil");
            assertThat(kept(teacher)).isNotEmpty().doesNotContain("Benali", "absent");
            teacher.page().navigate("http://127.0.0.1:" + port + "/presences/evacuation");
            assertThat(teacher.page().locator("main")).containsText("Benali Inès");
            assertThat(teacher.page().getByText("Imprimer cette page")).isVisible();
            assertThat(teacher.page().getByText("Imprimer (PDF)")).isHidden(); // it needs the line
            picture(teacher, "coupe-evacuation");
            prints(teacher);
            teacher.page().goBack();
            assertThat(status(teacher)).containsText("C’est gardé");
            picture(teacher, "coupe-appel");
            assertThat(cahier.feuille(quoi).numero()).as("nothing has left").isZero();

            head.window().setOffline(false);
            assertThat(head.page().locator("main")).containsText("L’appel est enregistré");
            assertThat(head.page().locator("main")).containsText("Saisi hors connexion");
            assertThat(cahier.feuille(quoi).dits()).containsEntry(ines(), Dit.PRESENT);

            teacher.window().setOffline(false);
            assertThat(teacher.page().locator("main")).containsText("dit « présent », vous disiez « absent »");
            assertThat(cahier.feuille(quoi).numero())
                    .as("nothing is overwritten")
                    .isEqualTo(1);
            picture(teacher, "coupe-choix");
            child(teacher, "Benali, Inès").locator("[value=absent]").check();
            teacher.click("Valider l’appel");
            assertThat(teacher.page().locator("main")).containsText("L’appel est enregistré");
            assertThat(cahier.feuille(quoi).dits()).containsEntry(ines(), Dit.ABSENT);

            assertThat(kept(teacher)).isNotEmpty();
            teacher.page()
                    .locator("form[action='/deconnexion'] button")
                    .first()
                    .evaluate("b => b.form.requestSubmit(b)");
            teacher.page().waitForURL("**/connexion*");
            assertThat(kept(teacher)).isEmpty();
        }
    }

    @Test
    void saysWhomToCallAndKeepsTwelvePagesAtMost() {
        try (var teacher = Navigateur.withWorker(port).as(Taille.TELEPHONE).enterAs("Claire Estève")) {
            var roll = path.substring(0, path.indexOf('?'));
            for (var d : halfDays(13)) {
                teacher.go(roll + "?jour=" + d.jour() + "&moment=" + d.moment());
                LigneCoupee.awaitKept(teacher);
            }
            assertThat(LigneCoupee.names(teacher).lines().filter(n -> n.startsWith("/")))
                    .hasSize(12)
                    .contains("/presences/evacuation", roll.replace("/appel", "/appeler"));
            teacher.window().setOffline(true);
            teacher.page().navigate("http://127.0.0.1:" + port + roll.replace("/appel", "/appeler"));
            assertThat(teacher.page().locator("main")).containsText("Qui appeler");
            assertThat(teacher.page().locator("main")).containsText("Samira Benali");
            picture(teacher, "coupe-appeler");
        }
    }

    private List<DemiJournee> halfDays(int most) {
        var today = LocalDate.now(clock);
        var all = calendriers
                .of(quoi.ecole())
                .demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1));
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Claire Estève", "Hélène Castans"})
    void saysWhoIsThereToWhoHasOnlyOpenedTheirHome(String who) {
        try (var window = Navigateur.withWorker(port).as(Taille.TELEPHONE).enterAs(who)) {
            LigneCoupee.awaitKept(window);
            assertThat(LigneCoupee.names(window)).as("their home is not kept").isEqualTo("/presences/evacuation");
            window.window().setOffline(true);
            window.page().reload();
            assertThat(window.page().locator("main")).containsText("Plus de réseau");
            picture(window, "coupe-accueil");
            window.follow("Qui est là");
            assertThat(window.page().locator("main")).containsText("Benali Inès");
        }
    }

    @Test
    void losesAllOfItWithWhoSignsOutEvenWithoutTheLine() {
        try (var teacher = Navigateur.withWorker(port).as(Taille.TELEPHONE).enterAs("Claire Estève")) {
            teacher.go(path);
            LigneCoupee.awaitKept(teacher);
            teacher.window().setOffline(true);
            teacher.click("Valider l’appel");
            assertThat(status(teacher)).containsText("C’est gardé sur cet appareil");
            assertThat(LigneCoupee.names(teacher)).contains("file");
            teacher.page()
                    .locator("form[action='/deconnexion'] button")
                    .first()
                    .evaluate("b => b.form.requestSubmit(b)");
            assertThat(kept(teacher)).isEmpty();
            assertThat(LigneCoupee.key(teacher)).isEmpty();
        }
    }

    /// Opens the roll, waits until it is kept, and cuts the line.
    private void cut(Navigateur window) {
        window.go(path);
        window.page()
                .waitForSelector(
                        "#garde[data-prete]",
                        new Page.WaitForSelectorOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        window.window().setOffline(true);
        window.page().reload();
        assertThat(status(window)).containsText("Hors connexion : l’appel sera envoyé au retour du réseau");
    }

    private static Locator status(Navigateur window) {
        return window.page().locator("#garde p");
    }

    private static Locator child(Navigateur window, String name) {
        return window.page().locator(".ent-appel > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static String kept(Navigateur window) {
        return String.valueOf(window.page()
                .evaluate("() => Object.entries(localStorage).filter(([k]) => k.startsWith('garde ')).join(' ')"));
    }

    /// The button asks the browser to print, and what it prints is the list: nothing is fetched for it.
    private static void prints(Navigateur window) {
        var page = window.page();
        page.evaluate("() => { window.print = () => document.body.dataset.printed = 'yes'; }");
        page.getByText("Imprimer cette page").click();
        assertThat(page.locator("body")).hasAttribute("data-printed", "yes");
        try (var pdf = Loader.loadPDF(page.pdf())) {
            assertThat(new PDFTextStripper().getText(pdf).replace('\u00a0', ' '))
                    .contains("Benali Inès")
                    .doesNotContain("Imprimer cette page", "Se déconnecter");
            if (System.getProperty("test.images") != null) {
                pdf.save(Path.of("target", "parcours", "coupe-evacuation.pdf").toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void picture(Navigateur window, String name) {
        if (System.getProperty("test.images") != null) {
            window.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "parcours", name + ".png")));
        }
    }

    private UUID ines() {
        return cahier.feuille(quoi).dits().keySet().stream()
                .filter(id -> id.equals(reperes.personne("11", fr.entecole.annuaire.Nature.ELEVE, "500101")))
                .findFirst()
                .orElseThrow();
    }
}
