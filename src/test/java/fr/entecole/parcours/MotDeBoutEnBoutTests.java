package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.courriel.BoiteAuxLettres;
import fr.entecole.notifications.Besogne;
import fr.entecole.parcours.Navigateur.Taille;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From a teacher's phone to a mother's open page, to her mail, and back: nobody reloads anything.
@MondeTest
@Tag("parcours")
class MotDeBoutEnBoutTests {

    private static final String ELLE = "samira@example.org";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Besogne> besognes;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @EnumSource(
            value = Taille.class,
            names = {"BUREAU", "TELEPHONE"})
    void isWrittenDeliveredReadAndFollowed(Taille taille) {
        var titre = "La fête des mots " + taille.name().toLowerCase(java.util.Locale.ROOT);
        jdbc.sql("delete from notifications.depot").update();
        jdbc.sql("delete from redaction.brouillon").update();
        awaitHearing();
        try (var teacher = Navigateur.open(port).as(taille).enterAs("Claire Estève");
                var mother = Navigateur.open(port).as(taille).enterAs("Samira Benali")) {
            mother.look("bout-accueil-avant");
            assertThat(bell(mother)).containsText("tout est lu");
            publish(teacher, titre);
            assertThat(teacher.words()).contains("C’est écrit", "d’ici là, personne ne le voit");
            assertThat(teacher.page().getByAltText("Un carré rouge")).isVisible();
            teacher.look("bout-suivi-avant");
            mustBeDelivered(titre);
            assertThat(bell(mother)).containsText("1 non lue");
            assertThat(mother.page().locator("#attend")).containsText(Pattern.compile("à lire"));
            mother.look("bout-accueil-apres");
            bell(mother).locator("a").focus();
            mother.page().keyboard().press("Enter");
            mother.page().waitForURL("**/notifications");
            mother.look("bout-nouvelles");
            var news = mother.page().getByRole(AriaRole.BUTTON).getByText(titre);
            news.first().locator("xpath=ancestor::button").focus();
            mother.page().keyboard().press("Enter");
            mother.page().waitForURL("**/liaison/mots/*");
            assertThat(mother.page().getByAltText("Un carré rouge")).isVisible();
            assertThat(mother.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("À apporter")))
                    .isVisible();
            assertThat(bell(mother)).containsText("tout est lu");
            mother.look("bout-mot");
            assertThat(teacher.page().locator("#suivi")).containsText("Lu aujourd’hui");
            assertThat(teacher.page().locator("#remise")).containsText("Remis aujourd’hui");
            assertThat(teacher.page().getByText("Reprendre ce mot")).hasCount(0);
            teacher.look("bout-suivi-apres");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Taille.class, names = "TELEPHONE")
    void isInTheDailyMailWhichOneTouchTurnsOff(Taille taille) {
        jdbc.sql("delete from notifications.depot").update();
        jdbc.sql("delete from redaction.brouillon").update();
        jdbc.sql("delete from courriel.envoi").update();
        try (var teacher = Navigateur.open(port).as(taille).enterAs("Claire Estève")) {
            publish(teacher, "Un secret de classe");
        }
        writesTo(ELLE);
        mustBeDelivered("Un secret de classe");
        work("resumes", clock.instant().plus(Duration.ofDays(1)));
        var letters = BoiteAuxLettres.letters(context, ELLE);
        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.replace('\u00a0', ' '))
                        .contains("Un mot de l’école : 1")
                        .doesNotContain("secret", "Claire", "Inès", "Curie"));
        var path = letters.getFirst().replaceAll("(?s).*(/notifications/desabonnement/[\\w-]+).*", "$1");
        try (var anyone = Navigateur.open(port).as(taille).go(path)) {
            anyone.look("bout-desabonnement");
            var keyboard = anyone.page().keyboard();
            var button = anyone.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ne plus recevoir de courriel"));
            for (int i = 0; i < 40 && !(boolean) button.evaluate("b => b === document.activeElement"); i++) {
                keyboard.press("Tab");
            }
            keyboard.press("Enter");
            assertThat(anyone.page().getByText("C’est fait")).isVisible();
            anyone.look("bout-desabonnement-fait");
        }
        assertThat(jdbc.sql("select motif from notifications.adresse where courriel = :c")
                        .param("c", ELLE)
                        .query(String.class)
                        .single())
                .isEqualTo("DESABONNEE");
    }

    /// For a later day, so that it waits whatever the hour of the test.
    private static void publish(Navigateur teacher, String titre) {
        var page = teacher.go("/liaison/nouveau").page();
        teacher.type("Titre", titre);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Votre mot"))
                .focus();
        page.keyboard().type("Vendredi, chacun vient avec un mot.");
        page.keyboard().press("Enter");
        page.keyboard().type("# À apporter");
        page.keyboard().press("Enter");
        page.keyboard().type("- un mot rare");
        page.locator("#fichiers").setInputFiles(new FilePayload("carre.png", "image/png", png()));
        assertThat(page.locator(".ent-joindre__piece img")).hasCount(1);
        var words = page.getByLabel("Ce que montre l’image, pour qui ne la voit pas");
        page.waitForResponse("**/alternative", () -> {
            words.fill("Un carré rouge");
            words.press("Tab");
        });
        teacher.unfold("Un autre jour");
        page.locator("#jour")
                .fill(LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3).toString());
        teacher.click("Revoir qui et quand");
        page.waitForURL("**/liaison/mots?*");
        assertThat(page.getByRole(AriaRole.BUTTON).getByText(Pattern.compile("^Publier, remis ")))
                .isVisible();
        teacher.look("bout-nouveau");
        page.getByRole(AriaRole.BUTTON).getByText(Pattern.compile("^Publier")).click();
        page.waitForURL("**?fait=publie");
    }

    /// Its instant comes.
    private void mustBeDelivered(String titre) {
        var now = clock.instant().minusMillis(1).atOffset(ZoneOffset.UTC);
        var mot = jdbc.sql("select mot_id from liaison.version where titre = :titre")
                .param("titre", titre)
                .query(java.util.UUID.class)
                .single();
        for (var sql : List.of(
                "update liaison.version set visible_le = :now where mot_id = :mot",
                "update liaison.mot set visible_le = :now, publie_le = least(publie_le, :now) where id = :mot",
                """
                update notifications.remise set due_le = :now
                 where depot_id in (select id from notifications.depot where chose = :mot)
                """)) {
            jdbc.sql(sql).param("now", now).param("mot", mot).update();
        }
        work("livraisons", clock.instant());
    }

    private void work(String besogne, Instant now) {
        besognes.stream().filter(b -> b.nom().equals(besogne)).forEach(b -> b.work(now));
    }

    private void writesTo(String courriel) {
        var samira = """
                select c.id, c.personne_id from comptes.compte c join annuaire.responsable r on r.id = c.personne_id
                 where annuaire.cle(r.prenom) = 'samira' and annuaire.cle(r.nom) = 'benali'
                """;
        jdbc.sql("""
                        insert into notifications.adresse (compte_id, personne_id, courriel, created_at, expire_le, verifiee_le)
                        select id, personne_id, :courriel, now(), now(), now() from (""" + samira + ") s").param("courriel", courriel).update();
        jdbc.sql("""
                        insert into notifications.resume (compte_id, personne_id, heure, depuis, prochain_le)
                        select id, personne_id, 18, now() - interval '1 hour', now() from (""" + samira + ") s").update();
    }

    private static com.microsoft.playwright.Locator bell(Navigateur window) {
        return window.page().locator("#cloche");
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
                picture.setRGB(x, y, Color.RED.getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
