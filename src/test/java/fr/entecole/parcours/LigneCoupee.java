package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.presences.Appele;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Dit;
import fr.entecole.socle.AnneeScolaire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A half-day of the CM1 that nobody has called, and the gestures with which a line is cut under who calls it.
final class LigneCoupee {

    /// Moves the clock of the device, from one page to the next: `localStorage.decalage` in milliseconds.
    private static final String HORLOGE = """
            const juste = Date.now.bind(Date);
            Date.now = () => {
              try { return juste() + Number(localStorage.decalage ?? 0); } catch { return juste(); }
            };
            """;

    final Appele quoi;
    final String path;
    final CahierDAppel cahier;
    final UUID ines;

    LigneCoupee(ApplicationContext context) {
        var reperes = context.getBean(Reperes.class);
        var today = LocalDate.now(context.getBean(Clock.class));
        cahier = context.getBean(CahierDAppel.class);
        ines = reperes.personne("11", Nature.ELEVE, "500101");
        var curie = reperes.ecole("0110358E");
        var cm1 = reperes.classe("11", "514");
        var signed = context.getBean(JdbcClient.class)
                .sql("select jour from presences.signature where classe_id = :classe")
                .param("classe", cm1)
                .query(LocalDate.class)
                .list();
        var demi = context
                .getBean(Calendriers.class)
                .of(curie)
                .demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1))
                .stream()
                .filter(d -> !signed.contains(d.jour().withDayOfMonth(1)))
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
        quoi = new Appele(curie, cm1, demi);
        path = roll() + "?jour=" + demi.jour() + "&moment=" + demi.moment();
    }

    String roll() {
        return "/presences/ecoles/" + quoi.ecole() + "/classes/" + quoi.classe() + "/appel";
    }

    static Navigateur tablet(int port) {
        var window = Navigateur.withWorker(port);
        window.window().addInitScript(HORLOGE);
        return window.as(Navigateur.Taille.TELEPHONE);
    }

    /// Opens the roll, waits until it is kept, and cuts the line.
    void cut(Navigateur window) {
        window.go(path);
        awaitKept(window);
        window.window().setOffline(true);
        window.page().reload();
        assertThat(status(window)).containsText("Hors connexion : l’appel sera envoyé au retour du réseau");
    }

    static void awaitKept(Navigateur window) {
        window.page()
                .waitForSelector(
                        "#garde[data-prete]",
                        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /// Says that Inès is missing, which waits for the line.
    void callWithoutTheLine(Navigateur window) {
        child(window, "Benali, Inès").locator("[value=absent]").check();
        window.click("Valider l’appel");
        assertThat(status(window)).containsText("C’est gardé sur cet appareil");
        assertThat(status(window)).isVisible();
    }

    static void setDeviceClock(Navigateur window, Duration ahead) {
        window.page().evaluate("ms => { localStorage.decalage = ms; }", (double) ahead.toMillis());
    }

    static Locator status(Navigateur window) {
        return window.page().locator("#garde p").first();
    }

    static Locator child(Navigateur window, String name) {
        return window.page().locator(".ent-appel > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    /// All that the device keeps of the roll.
    static String kept(Navigateur window) {
        return String.valueOf(window.page()
                .evaluate("() => Object.entries(localStorage).filter(([k]) => k.startsWith('garde ')).join(' ')"));
    }

    /// The names under which it does, without that of the stay.
    static String names(Navigateur window) {
        return String.valueOf(window.page()
                .evaluate("() => Object.keys(localStorage).filter(k => k.startsWith('garde '))"
                        + ".map(k => k.split(' ').slice(2).join(' ')).sort().join('\\n')"));
    }

    static String key(Navigateur window) {
        return String.valueOf(window.page().evaluate("() => sessionStorage.garde ?? ''"));
    }

    Dit said() {
        return cahier.feuille(quoi).dits().get(ines);
    }

    static void picture(Navigateur window, String name) {
        if (System.getProperty("test.images") != null) {
            window.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "parcours", name + ".png")));
        }
    }
}
