package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import fr.entecole.MondeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A teacher gives the tablet to the class; a child who does not read comes in by their picture, and says when it is
/// finished.
@MondeTest
@Tag("parcours")
class ClasseDesPetitsTests {

    @LocalServerPort
    int port;

    @Test
    void aTeacherOpensTheClassInTwoTouchesAndAChildComesInByTheirPicture() {
        try (var window = Navigateur.open(port).enterAs("Bastien Rouquette")) {
            window.follow("Ouvrir la classe").look("classe-ouverture").click("Ouvrir MS M. Rouquette");
            window.page().waitForURL("**/classe");
            assertThat(window.words()).contains("Touche ton image").doesNotContain("Benali");
            window.look("classe");
            for (var size : Navigateur.Taille.values()) {
                window.as(size);
                assertThat(smallest(window.page().locator(".ent-prenom"))).isGreaterThanOrEqualTo(96);
            }
            window.click("Younes");
            window.page().waitForURL("http://127.0.0.1:" + port + "/");
            assertThat(window.page().locator("header").innerText()).containsIgnoringCase("Younes");
            window.look("classe-younes").follow("Ma classe").page().waitForURL("**/annuaire/ma-classe");
            hears(window);
            window.look("ma-classe-younes").click("C’est fini");
            window.page().waitForURL("**/classe");
            assertThat(window.words()).containsIgnoringCase("Au revoir Younes");
            window.look("classe-au-revoir").go("/annuaire/ma-classe");
            assertThat(window.page().url()).endsWith("/classe");
            close(window);
        }
    }

    /// Styles, script and letters, compressed. A first visit may take 60 kB; pages themselves have 3 to 9, and headers.
    @Test
    void weighsLittleAtAFirstVisit() {
        Map.of("Younes Benali", "/annuaire/ma-classe", "Lou Marty", "/", "Inès Benali", "/")
                .forEach((child, path) -> {
                    try (var window = Navigateur.open(port).comeAs(child).go(path)) {
                        assertThat(((Number) window.page().evaluate("""
                                        () => document.fonts.ready.then(() => performance.getEntriesByType('resource')
                                            .reduce((sum, e) => sum + e.encodedBodySize, 0))""")).intValue())
                                .as("%s of %s", path, child)
                                .isBetween(20_000, 48_000);
                    }
                });
    }

    /// A page that is laid out before its sheet is there knows which letters are the children's.
    @Test
    void fetchesNoLettersOfAdultsWhileTheChildrensSheetIsOnItsWay() {
        try (var window = Navigateur.open(port).comeAs("Younes Benali")) {
            var page = window.page();
            List<String> asked = new ArrayList<>();
            List<Route> held = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.route("**/registres.*.css", held::add);
            page.navigate(
                    "http://127.0.0.1:" + port + "/annuaire/ma-classe",
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForCondition(() -> !held.isEmpty()
                    && page.evaluate("document.getElementById('pied') !== null").equals(true));
            assertThat((int) page.evaluate("document.body.offsetHeight")).isPositive();
            held.forEach(Route::resume);
            page.waitForLoadState();
            page.evaluate("document.fonts.ready.then(() => true)");
            assertThat(asked).anyMatch(url -> url.contains("andika")).noneMatch(url -> url.contains("atkinson"));
        }
    }

    /// The CP asks for two secret pictures: chosen at the first entry by keyboard alone, touched at the next one.
    @Test
    void aChildOfTheCpChoosesTwoSecretPicturesAndComesInByThem() {
        try (var window = Navigateur.open(port).enterAs("Mireille Vidalou")) {
            window.follow("Ouvrir la classe")
                    .follow("Images secrètes de la classe")
                    .look("images-de-classe");
            assertThat(window.words()).contains("La classe demande des images secrètes");
            window.go("/classe/ouverture").click("Ouvrir CP Mme Vidalou").page().waitForURL("**/classe");
            window.click("Lou").page().waitForURL("**/classe/images");
            assertThat(window.words()).contains("Choisis deux images secrètes");
            for (var size : Navigateur.Taille.values()) {
                window.as(size);
                assertThat(smallest(window.page().locator(".ent-image"))).isGreaterThanOrEqualTo(96);
            }
            window.look("images-choisir");
            press(window, "Le bateau.");
            window.page().waitForSelector("text=Choisis ta deuxième image");
            press(window, "Le soleil.");
            window.page().waitForSelector("text=Voici tes deux images secrètes");
            window.look("images-retenir").click("Je les retiens").page().waitForURL("http://127.0.0.1:" + port + "/");
            window.click("C’est fini").page().waitForURL("**/classe");
            window.click("Lou").page().waitForURL("**/classe/images");
            window.click("Le soleil.").page().waitForSelector("text=Touche ta deuxième image");
            window.click("Le bateau.").page().waitForSelector("text=Essaie encore");
            window.look("images-essaie-encore").click("Le bateau.");
            window.page().waitForSelector("text=Touche ta deuxième image");
            window.click("Le soleil.").page().waitForURL("http://127.0.0.1:" + port + "/");
            assertThat(window.page().locator("header").innerText()).contains("Lou");
            window.click("C’est fini").page().waitForURL("**/classe");
            close(window);
        }
    }

    /// The demonstration says the code that stands on the teacher's own page: its people have no password.
    private static void close(Navigateur window) {
        window.follow("Fermer la classe (adulte)").look("classe-fermeture");
        var code = window.page().locator(".ent-bloc").innerText().replaceAll("\\D", "");
        window.type("Votre mot de passe, ou le code de fermeture", code).click("Fermer la classe");
        window.page().waitForURL("**/classe/fermee");
        assertThat(window.words()).contains("La classe est fermée");
        window.look("classe-fermee");
    }

    /// This browser has no French voice: the recording comes, once the ear is touched and not before.
    private static void hears(Navigateur window) {
        var page = window.page();
        var ear = page.locator(".ent-camarades .ent-oreille").first();
        ear.waitFor();
        assertThat(page.evaluate(
                        "performance.getEntriesByType('resource').filter(r => r.name.endsWith('.mp3')).length"))
                .isEqualTo(0);
        page.waitForRequest("**/*.mp3", ear::click);
        var covered = page.evaluate("""
                () => [...document.querySelectorAll('.ent-camarades > li')].some(li => {
                  const nom = li.querySelector('.ent-camarades__nom').getBoundingClientRect();
                  const oreille = li.querySelector('.ent-oreille').getBoundingClientRect();
                  return oreille.left < nom.right && nom.left < oreille.right
                      && oreille.top < nom.bottom && nom.top < oreille.bottom;
                })""");
        assertThat(covered).as("an ear never covers a name").isEqualTo(false);
    }

    private static void press(Navigateur window, String image) {
        window.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(image))
                .focus();
        window.page().keyboard().press("Enter");
    }

    @Test
    void itWorksWithoutScripts() {
        try (var window = Navigateur.withoutScripts(port).enterAs("Bastien Rouquette")) {
            window.follow("Ouvrir la classe").click("Ouvrir MS M. Rouquette").click("Aya");
            assertThat(window.words()).containsIgnoringCase("Ma classe");
            window.click("C’est fini").look("sans-script-classe-petits");
            assertThat(window.page().url()).endsWith("/classe");
        }
    }

    private static double smallest(Locator targets) {
        return targets.all().stream()
                .mapToDouble(t -> Math.min(t.boundingBox().width, t.boundingBox().height))
                .min()
                .orElse(0);
    }
}
