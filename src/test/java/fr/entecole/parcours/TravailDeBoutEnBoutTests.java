package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.parcours.Navigateur.Taille;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// On four telephones: a teacher gives work to two levels, a pupil ticks hers and hands a photo back, her mother and
/// the teacher see it without reloading, a stamp comes back; a child who begins to read has pictures.
@MondeTest
@Tag("parcours")
class TravailDeBoutEnBoutTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isGivenTickedHandedBackAndStamped() {
        jdbc.sql(
                        "update annuaire.eleve set niveau = 'CM2' where annuaire.cle(nom) = 'delmas' and annuaire.cle(prenom) = 'zoe'")
                .update();
        awaitHearing();
        try (var teacher = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Claire Estève");
                var pupil = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Inès Benali");
                var mother = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            give(teacher, "Les CM1", "Relis la carte des fleuves.");
            give(teacher, "Les CM2", "Relis la frise des rois.");
            teacher.look("travail-classe");
            pupil.go("/cahierdetextes").lookAtEach("travail-semaine-eleve");
            assertThat(pupil.words()).contains("Relis la carte des fleuves.").doesNotContain("frise des rois");
            mother.go("/cahierdetextes").lookAtEach("travail-semaine-famille");
            assertThat(mother.words()).contains("Relis la carte des fleuves.").doesNotContain("frise des rois");
            follow(mother, "Relis la carte des fleuves.");
            follow(teacher, "Relis la carte des fleuves.");
            pupil.page()
                    .getByLabel("Géographie Relis la carte des fleuves.", new Page.GetByLabelOptions().setExact(false))
                    .check();
            pupil.click("Enregistrer ce que j’ai fait");
            assertThat(mother.page().locator("#etat")).containsText("Inès Benali l’a coché");
            assertThat(teacher.page().locator("#suivi")).containsText("Un élève l’a coché");
            follow(pupil, "Relis la carte des fleuves.");
            handBack(pupil);
            pupil.look("travail-rendu");
            assertThat(teacher.page().locator("#suivi")).containsText("La Garonne, vue du pont.");
            teacher.lookAtEach("travail-suivi");
            teacher.follow("Écrire un mot – Inès Benali").look("travail-reponse");
            teacher.page().locator("#mot").fill("Belle photo, Inès.");
            teacher.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bravo"))
                    .click();
            assertThat(pupil.page().locator("#rendus")).containsText("Bravo");
            assertThat(pupil.page().locator("#rendus")).containsText("Belle photo, Inès.");
            assertThat(mother.page().locator("#etat")).containsText("Bravo");
            mother.look("travail-famille");
            assertThat(mother.page().locator("#etat img")).hasCount(1);
            assertThat(mother.page().locator("symbol#i-telecharger")).hasCount(1);
        }
    }

    @Test
    void isPicturesForWhoBeginsToRead() {
        try (var lou = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Lou Marty")) {
            lou.go("/cahierdetextes").lookAtEach("travail-petits");
            lou.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ouvrir\u00a0: Lecture"))
                    .click();
            lou.page().locator("#fichiers-photo").setInputFiles(new FilePayload("page.png", "image/png", png()));
            assertThat(lou.page().locator(".ent-joindre__piece img")).hasCount(1);
            lou.lookAtEach("travail-petit-photo");
            lou.click("Je montre");
            assertThat(lou.page().locator("#rendus img")).hasCount(1);
            lou.lookAtEach("travail-petit-rendu");
        }
    }

    private static void give(Navigateur teacher, String pour, String texte) {
        var page = teacher.go("/cahierdetextes").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Écrire dans le cahier"))
                .click();
        page.getByLabel("Géographie").check();
        page.getByLabel(pour).check();
        page.locator("#texte").fill(texte);
        teacher.look("travail-nouveau");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Écrire dans le cahier"))
                .click();
        page.waitForURL("**fait=donne**");
        assertThat(teacher.words()).contains("C’est écrit", texte);
    }

    /// Opens the page of that piece of work, from the week where it stands.
    private static void follow(Navigateur window, String texte) {
        var path = window.page()
                .locator("li, article")
                .filter(new Locator.FilterOptions().setHasText(texte))
                .last()
                .locator("a[href*='/travaux/']")
                .first()
                .getAttribute("href");
        window.go(path);
    }

    private static void handBack(Navigateur pupil) {
        var page = pupil.page();
        page.locator("#fichiers").setInputFiles(new FilePayload("garonne.png", "image/png", png()));
        assertThat(page.locator(".ent-joindre__piece img")).hasCount(1);
        page.locator("#texte").fill("La Garonne, vue du pont.");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Rendre").setExact(true))
                .click();
        page.waitForURL("**?fait=rendu");
    }

    private void awaitHearing() {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!context.getBean(Fraicheur.class).hears() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static byte[] png() {
        var picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 200; y++) {
                picture.setRGB(x, y, Color.BLUE.getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
