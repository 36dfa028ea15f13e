package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.entecole.MondeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What everyone has, whatever their profile: their own data, help, and for heads the journal.
@MondeTest
@Tag("parcours")
class ServicesTests {

    @LocalServerPort
    int port;

    @Test
    void reachesTheirDataByTheKeyboardAndTakesACopyAway() {
        try (var window = Navigateur.open(port).enterAs("Samira Benali")) {
            var page = window.page();
            page.locator("summary").first().focus();
            page.keyboard().press("Enter");
            // Mon compte, then Mes données
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/mes-donnees");
            assertThat(window.words()).contains("Votre enfant, Inès Benali").doesNotContain("Karim");
            window.look("mes-donnees-samira-benali");
            var file = page.waitForDownload(() -> {
                page.getByText("Télécharger tout").focus();
                page.keyboard().press("Enter");
            });
            assertThat(file.suggestedFilename()).isEqualTo("mes-donnees.zip");
        }
    }

    @Test
    void readsTheJournalOfTheirSchoolAndChoosesAFamily() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").leave().enterAs("Hélène Castans")) {
            window.follow("Comptes").follow("Le journal de l’école").page().waitForURL("**/journal?**");
            assertThat(window.words())
                    .contains("Mot aux familles publié")
                    .doesNotContain("Entrée dans l’ENT", "réseau");
            window.look("journal-helene-castans").click("Lire aussi les entrées, les sorties et les chartes acceptées");
            assertThat(window.words()).contains("Entrée dans l’ENT", "Claire Estève");
            window.page()
                    .getByLabel("Quoi", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("ECOLES");
            window.click("Montrer").page().waitForURL("**famille=ECOLES**");
            assertThat(window.words()).contains("Ouverture").doesNotContain("Entrée dans l’ENT");
            window.page()
                    .getByLabel("Quoi", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("CODES");
            window.click("Montrer").page().waitForURL("**famille=CODES**");
            assertThat(window.words()).contains("Feuille imprimée").doesNotContain("Entrée dans l’ENT");
        }
    }

    @Test
    void findsHelpFromAPlainHomeAndWithoutComingIn() {
        try (var window = Navigateur.open(port).enterAs("Denis Soulié")) {
            assertThat(window.words()).contains("Les conventions de la commune");
            window.look("accueil-denis-soulie").follow("Aide").page().waitForURL("**/aide");
            window.page().getByText("Mon code est refusé").click();
            assertThat(window.words()).contains("Majuscules, espaces et tirets n’ont pas d’importance", "Numéro");
            window.look("aide-denis-soulie").leave();
            window.follow("Aide").page().waitForURL("**/aide");
            assertThat(window.words()).contains("J’ai perdu mon accès");
            window.look("aide");
        }
    }

    @Test
    void showsAChildWhoDoesNotReadWhatIsKeptAndWhoHelps() {
        try (var window = Navigateur.open(port).enterAs("Younes Benali")) {
            window.go("/mes-donnees").look("mes-donnees-younes-benali");
            window.go("/aide").look("aide-younes-benali");
        }
    }

    @Test
    void worksWithoutScripts() {
        try (var window = Navigateur.withoutScripts(port).enterAs("Hélène Castans")) {
            window.page().locator("summary").first().click();
            window.follow("Mes données").page().waitForURL("**/mes-donnees");
            window.go("/journal?famille=ENTREES").look("journal-sans-script");
        }
    }
}
