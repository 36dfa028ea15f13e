package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.Media;
import fr.entecole.MondeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who works in the evening, or bears no light: the device's choice, or their own; never on paper.
@MondeTest
@Tag("parcours")
class FondSombreTests {

    private static final String BACKGROUND = "getComputedStyle(document.body).backgroundColor";

    @LocalServerPort
    int port;

    @Test
    void followsTheDeviceOnTheMainPages() {
        try (var window = Navigateur.open(port)) {
            dark(window.page(), ColorScheme.DARK);
            window.go("/connexion").look("sombre-connexion");
            assertThat(light(window.page())).isFalse();
            window.enterAs("Hélène Castans").look("sombre-directrice");
            window.go("/comptes").look("sombre-comptes").leave();
            window.enterAs("Claire Estève").look("sombre-enseignante").leave();
            window.enterAs("Samira Benali").look("sombre-parent");
            window.go("/mes-donnees").look("sombre-mes-donnees").leave();
            window.enterAs("Inès Benali").look("sombre-cm1").leave();
            window.enterAs("Younes Benali").look("sombre-maternelle");
        }
    }

    @Test
    void keepsWhatThePersonChoseAndLeavesPaperLight() {
        try (var window = Navigateur.open(port).go("/confort")) {
            assertThat(light(window.page())).isTrue();
            window.page().getByLabel("Sombre").check();
            window.click("Garder ces réglages").look("confort-sombre");
            assertThat(light(window.page())).isFalse();
            window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(light(window.page())).isTrue();
            window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            window.page()
                    .getByLabel("Clair", new Page.GetByLabelOptions().setExact(true))
                    .check();
            window.click("Garder ces réglages");
            dark(window.page(), ColorScheme.DARK);
            assertThat(light(window.page())).isTrue();
        }
    }

    @Test
    void strengthensContrastWhenTheDeviceAsks() {
        try (var window = Navigateur.open(port).go("/connexion")) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
            assertThat(window.page().evaluate(BACKGROUND)).isEqualTo("rgb(255, 255, 255)");
            window.look("contraste-demande");
            window.page()
                    .emulateMedia(new Page.EmulateMediaOptions()
                            .setContrast(Contrast.MORE)
                            .setColorScheme(ColorScheme.DARK));
            assertThat(window.page().evaluate(BACKGROUND)).isEqualTo("rgb(0, 0, 0)");
            window.look("contraste-demande-sombre");
        }
    }

    private static void dark(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static boolean light(Page page) {
        var rgb = page.evaluate(BACKGROUND).toString().replaceAll("[^0-9,]", "").split(",", -1);
        return Integer.parseInt(rgb[0]) > 128;
    }
}
